internal import DocumentModel
internal import Imaging
internal import Recognition

/// The recogniser of a thread with those who read doubtful lines beside it: a second model, and a program from outside.
/// Both are optional and loaded when they are first asked.
struct ReadingCompany: PageRecogniser, ~Copyable {
  private var first: any PageRecogniser & ~Copyable
  private var second: (any PageRecogniser & ~Copyable)?
  private let kind: RecogniserKind
  /// The languages of the second model; nil where there is none, or where it could not be loaded.
  private var secondModel: String?
  private let outside: OutsideReader?
  /// Seconds that the page under way may take.
  private var seconds: Double?

  /// - Throws: a failure where there is no such recogniser, or its model is missing.
  static func loaded(_ settings: ReadingSettings, outside: OutsideReader?) throws(Failure) -> ReadingCompany {
    let kind = try Recognisers.kind(named: settings.recogniser)
    let secondModel = kind.secondModel(settings.languages)
    return ReadingCompany(try kind.load(settings.languages), kind, secondModel: secondModel, outside)
  }

  init(
    _ first: consuming any PageRecogniser & ~Copyable, _ kind: RecogniserKind, secondModel: String?,
    _ outside: OutsideReader?
  ) {
    self.first = first
    self.second = nil
    self.kind = kind
    self.secondModel = secondModel
    self.outside = outside
  }

  mutating func allow(seconds: Double) {
    self.seconds = seconds
    first.allow(seconds: seconds)
    second?.allow(seconds: seconds)
  }

  mutating func begin(_ image: borrowing PageImage) { first.begin(image) }

  mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
    try first.lines(in: region, as: segmentation)
  }

  var hasCompany: Bool { secondModel != nil || outside != nil }

  mutating func otherReadings(ofLine picture: borrowing PageImage) -> [OtherReading] {
    var readings: [OtherReading] = []
    if let words = secondReading(of: picture) { readings.append(OtherReading(by: .secondModel, words: words)) }
    if let words = outside?.words(of: picture) { readings.append(OtherReading(by: .outside, words: words)) }
    return readings
  }

  private mutating func secondReading(of picture: borrowing PageImage) -> [Word]? {
    guard let languages = secondModel else { return nil }
    do throws(Failure) {
      if second == nil {
        second = try kind.load(languages)
        if let seconds { second?.allow(seconds: seconds) }
      }
      second?.begin(picture)
      return try second?.lines(in: nil, as: .line).flatMap(\.words)
    } catch {
      // Without it the page is read as if it were not installed.
      if second == nil { secondModel = nil }
      return nil
    }
  }
}
