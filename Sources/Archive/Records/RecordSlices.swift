/// The documents of a record as its own JSON has them, without the spaces between its signs. They are kept as they
/// stand: a record that comes as JSON need not be written as JSON again.
struct RecordSlices {
  private(set) var documents: [[UInt8]] = []
  private var depth = 0
  private var string: Range<Int>?
  /// The key of the record itself whose value is being passed.
  private var isInDocuments = false
  private var lists = 0

  /// Nil where the list of documents is not found at once; its JSON is known to be whole.
  static func documents(in json: [UInt8]) -> [[UInt8]]? {
    var slices = RecordSlices(), place = 0
    while place < json.count { place = slices.step(json, at: place) }
    return slices.lists == 1 ? slices.documents : nil
  }

  private static let key = [UInt8]("documents".utf8)

  /// Takes the sign at this place, or the text that begins there, and gives the place after it.
  private mutating func step(_ json: [UInt8], at place: Int) -> Int {
    switch json[place] {
    case 0x22: return text(json, from: place)
    case 0x7B, 0x5B: open(json, at: place)
    case 0x7D, 0x5D: close(json[place])
    case 0...0x20: break
    default: take(json[place])
    }
    return place + 1
  }

  private mutating func text(_ json: [UInt8], from start: Int) -> Int {
    var end = start + 1
    while end < json.count, json[end] != 0x22 { end += json[end] == 0x5C ? 2 : 1 }
    end = min(end, json.count - 1)
    if depth == 1 { string = start + 1..<end }
    if isInDocuments, depth > 2 { documents[documents.count - 1].append(contentsOf: json[start...end]) }
    return end + 1
  }

  private mutating func open(_ json: [UInt8], at place: Int) {
    if depth == 1, json[place] == 0x5B, let string, json[string].elementsEqual(Self.key) {
      isInDocuments = true
      lists += 1
    } else if isInDocuments, depth == 2 {
      documents.append([])
    }
    depth += 1
    take(json[place])
  }

  private mutating func close(_ sign: UInt8) {
    take(sign)
    depth -= 1
    if depth == 1 { isInDocuments = false }
  }

  private mutating func take(_ sign: UInt8) {
    if isInDocuments, depth > 2 { documents[documents.count - 1].append(sign) }
  }
}
