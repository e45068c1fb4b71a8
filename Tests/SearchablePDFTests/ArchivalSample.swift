import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import SearchablePDF

/// A PDF of one page of 600 × 800 points with a grey scan `/I`, to which something is added that PDF/A may not allow.
struct ArchivalSample: CustomTestStringConvertible, Sendable {
  typealias Stream = (dictionary: String, bytes: [UInt8])
  typealias Change = @Sendable (_ document: PDFDocument, _ page: PDFObject) -> Void

  var name: String
  /// What stands against a claim of its copy; empty where the copy is marked.
  var kinds: [ArchivalObstacle.Kind] = []
  var content = ""
  /// Entries in PDF syntax.
  var resources = "", page = "", catalogue = ""
  /// More images and forms, by their names.
  var objects: [String: Stream] = [:]
  /// The part of PDF/A that it says it is.
  var claim: Int?
  var change: Change?

  var testDescription: String { name }
  var fileName: String { name.replacing(" ", with: "-") }

  func bytes() throws -> [UInt8] {
    let document = try PDFDocument()
    let scan: Stream = ("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [200])
    let images = document.parsed("<< >>")
    for (name, stream) in objects.merging(["I": scan], uniquingKeysWith: { own, _ in own }) {
      document[images, "/" + name] = document.stream(stream.bytes, dictionary: "<< \(stream.dictionary) >>")
    }
    let text = DrawnPage.scan + content
    let object = document.indirect(
      document.dictionary(
        "<< /Type /Page /MediaBox [0 0 600 800] \(page) >>",
        [
          "/Resources": document.dictionary("<< \(resources) >>", ["/XObject": images]),
          "/Contents": document.stream(Array(text.utf8)),
        ]))
    try document.append(page: object)
    let entries = document.parsed("<< \(catalogue) >>")
    for key in document.keys(of: entries) { document[document.root, key] = document[entries, key] }
    if let claim { document[document.root, "/Metadata"] = document.stream(Self.packet(claim)) }
    change?(document, object)
    return try document.written()
  }

  static func packet(_ part: Int) -> [UInt8] {
    Array("<x xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>\(part)</pdfaid:part></x>".utf8)
  }

  static func box(_ name: String, _ body: [UInt8]) -> [UInt8] {
    [0, 0, UInt8((body.count + 8) >> 8), UInt8((body.count + 8) & 0xFF)] + Array(name.utf8) + body
  }

  /// A JPEG 2000 file of boxes only, of 8 bits a channel and the colours of this number.
  static func jpeg2000(channels: UInt8, colours: UInt8) -> [UInt8] {
    let head = box("ihdr", [0, 0, 0, 1, 0, 0, 0, 1, 0, channels, 7, 7, 0, 0])
    return box("jP  ", [0x0D, 0x0A, 0x87, 0x0A]) + box("ftyp", Array("jp2 ".utf8) + [0, 0, 0, 0] + Array("jp2 ".utf8))
      + box("jp2h", head + box("colr", [1, 0, 0, 0, 0, 0, colours])) + box("jp2c", [0xFF, 0x4F, 0xFF, 0x51])
  }

  /// An annotation with an appearance; `more` are further entries.
  static func annotation(_ more: String, _ looks: [String] = ["/N"]) -> Change {
    { document, page in
      let annotation = document.parsed("<< /Type /Annot /Rect [10 10 50 50] \(more) >>")
      if !looks.isEmpty {
        let look = document.parsed("<< >>")
        for key in looks {
          document[look, key] = document.stream([], dictionary: "<< /Type /XObject /Subtype /Form /BBox [0 0 40 40] >>")
        }
        document[annotation, "/AP"] = look
      }
      document[page, "/Annots"] = document.array([document.indirect(annotation)])
    }
  }

  /// An output intent of this kind, whose profile says that its colours are of this space.
  static func intent(_ kind: String, _ space: String, parts: Int) -> Change {
    { document, _ in
      var profile = SRGBProfile.bytes
      profile.replaceSubrange(16..<20, with: space.utf8)
      let intent = document.dictionary(
        "<< /Type /OutputIntent /S /\(kind) /OutputConditionIdentifier (x) >>",
        ["/DestOutputProfile": document.indirect(document.stream(profile, dictionary: "<< /N \(parts) >>"))])
      document[document.root, "/OutputIntents"] = document.array([intent])
    }
  }

  /// A colour space of a profile, used by the page, whose stream says that a colour has this many parts.
  static func profile(parts: Int, _ alternate: String = "/DeviceRGB") -> Change {
    { document, page in
      let profile = document.stream(SRGBProfile.bytes, dictionary: "<< /N \(parts) /Alternate \(alternate) >>")
      let spaces = document.dictionary("/ColorSpace", of: document.dictionary("/Resources", of: page))
      document[spaces, "/P"] = document.array([document.parsed("/ICCBased"), document.indirect(profile)])
    }
  }

  /// A layer with these entries in its configuration; with `isListed` in its order, too.
  static func layer(_ configuration: String, isListed: Bool) -> Change {
    { document, _ in
      let group = document.indirect(document.parsed("<< /Type /OCG /Name (a) >>"))
      let usual = document.parsed("<< \(configuration) >>")
      document[usual, "/Order"] = document.array(isListed ? [group] : [])
      document[document.root, "/OCProperties"] = document.dictionary(
        "<< >>", ["/OCGs": document.array([group]), "/D": usual])
    }
  }

  /// A file that the document carries, with these entries in its specification.
  static func file(_ entries: String) -> Change {
    { document, _ in
      let data = document.stream(Array("<a/>".utf8), dictionary: "<< /Type /EmbeddedFile /Subtype /text#2Fxml >>")
      let file = document.dictionary(
        "<< /Type /Filespec \(entries) >>", ["/EF": document.dictionary("<< >>", ["/F": data, "/UF": data])])
      document[document.root, "/AF"] = document.array([document.indirect(file)])
    }
  }
}
