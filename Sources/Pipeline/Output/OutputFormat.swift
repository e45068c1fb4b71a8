public import DocumentModel

/// A kind of file that is written for an input: what it is called, what it needs, when its turn is, and how it is made.
///
/// A new format is a file in `Formats` and a line in `all`. The command line's help, completions and errors are made of
/// the list.
public struct OutputFormat: Sendable {
  /// All that the program can write, as they are told to people.
  public static let all: [OutputFormat] = [.json, .csv, .txt, .xlsx, .pdf, .alto, .hocr, .words]

  /// As `--format` and settings name it.
  public let name: String
  /// Its file's name in the input's folder.
  public let fileName: String
  /// What its name alone does not tell; nil where there is nothing to add.
  public let remark: Message?
  /// Whether it is written where nothing else is asked for.
  public let isUsual: Bool
  /// It shows pages: a text input, which has no pages, has no such file.
  let needsPages: Bool
  let turn: Turn
  /// Writes the file of this name, and others where one is not enough, into the folder. What is odd about them is added to
  /// the record as a finding.
  ///
  /// - Throws: a failure where nothing can be written; the input has then failed.
  let make: Making

  typealias Making = @Sendable (_ folder: inout ResultFolder, _ name: String) async throws(Failure) -> Void

  /// When a format is made. Those of one turn are made in the order of the list.
  enum Turn: Int, Comparable {
    /// Made from the record and the pages.
    case content
    /// The record, with the findings about all files of content. Where it is, they are too.
    case record
    /// Lists the files that were written before, the record among them, by name, size and hash (`ResultFolder.files`).
    /// Findings that it adds are told to the user and stand in no record.
    case listing

    static func < (one: Turn, other: Turn) -> Bool { one.rawValue < other.rawValue }
  }

  init(
    _ name: String, fileName: String, remark: Message? = nil, isUsual: Bool = false, needsPages: Bool = false,
    turn: Turn = .content, make: @escaping Making
  ) {
    self.name = name
    self.fileName = fileName
    self.remark = remark
    self.isUsual = isUsual
    self.needsPages = needsPages
    self.turn = turn
    self.make = make
  }

  /// The format of this name; nil where there is none.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// What is written where nothing else is asked for.
  public static var usual: Set<OutputFormat> { Set(all.filter(\.isUsual)) }
}

/// A format is its name.
extension OutputFormat: Hashable, Codable {
  public static func == (one: OutputFormat, other: OutputFormat) -> Bool { one.name == other.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer(), name = try container.decode(String.self)
    guard let format = OutputFormat(named: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no output format \(name)")
    }
    self = format
  }
}
