internal import PDFSyntax
internal import DocumentModel
internal import Foundation
internal import FoundationXML

/// Title, producer and the like of a PDF, the same in its information dictionary and in XMP, as PDF/A demands.
struct DocumentMetadata {
  let title: String
  /// The part of PDF/A that the file is marked as, at level B; nil where it is not marked.
  let part: Int?

  private static let producer = "\(Program.name) \(Program.version)"

  func write(to document: PDFDocument) {
    let kept = information(of: document)
    let information = document.indirect(document.parsed("<< >>"))
    for (key, value) in kept { document[information, key] = document.text(value) }
    document[document.trailer, "/Info"] = information
    let root = document.root
    document[root, "/Metadata"] = document.stream(
      Array(packet(kept).utf8), dictionary: "<< /Type /Metadata /Subtype /XML >>")
    document[root, "/Lang"] = document.text("vi-VN")
    document[document.dictionary("/ViewerPreferences", of: root), "/DisplayDocTitle"] = document.parsed("true")
    if part != nil { addOutputIntent(to: root, in: document) }
  }

  /// Title and producer are ours, the rest is the original's. Its content was not changed, so no date of a change is given.
  private func information(of document: PDFDocument) -> [(key: String, value: String)] {
    var values = [("/Title", title), ("/Producer", Self.producer)]
    guard let old = document[document.trailer, "/Info"] else { return values }
    for key in ["/Author", "/Subject", "/Keywords", "/Creator"] {
      if let value = document[old, key].flatMap(document.string), !value.isEmpty { values.append((key, value)) }
    }
    if let date = document[old, "/CreationDate"].flatMap(document.string), Self.isoDate(date) != nil {
      values.append(("/CreationDate", date))
    }
    return values.map { ($0.0, Self.clean($0.1)) }
  }

  private func addOutputIntent(to root: PDFObject, in document: PDFDocument) {
    // A colour space of the original's is as good, and its pages may need it. Intents of other kinds go: all that stay must
    // have the same profile.
    if let theirs = OutputIntent(in: document) {
      return document[root, "/OutputIntents"] = document.array([theirs.object])
    }
    let profile = document.stream(SRGBProfile.bytes, dictionary: "<< /N 3 >>")
    let intent = document.dictionary(
      """
      << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1)
      /RegistryName (http://www.color.org) >>
      """, ["/DestOutputProfile": profile])
    document[root, "/OutputIntents"] = document.array([document.indirect(intent)])
  }

  private func packet(_ values: [(key: String, value: String)]) -> String {
    let properties = values.compactMap { Self.property($0.key, $0.value) }.joined(separator: "\n")
    let claim = part.map {
      "\n<pdfaid:part>\($0)</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>"
    }
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <dc:format>application/pdf</dc:format>
      <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
      \(properties)\(claim ?? "")
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  /// What an entry of the information dictionary is called in XMP (ISO 19005-2, 6.6.2.3).
  private static func property(_ key: String, _ value: String) -> String? {
    let text = escaped(value)
    func language(_ name: String) -> String {
      "<dc:\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(text)</rdf:li></rdf:Alt></dc:\(name)>"
    }
    switch key {
    case "/Title": return language("title")
    case "/Subject": return language("description")
    case "/Author": return "<dc:creator><rdf:Seq><rdf:li>\(text)</rdf:li></rdf:Seq></dc:creator>"
    case "/Keywords": return "<pdf:Keywords>\(text)</pdf:Keywords>"
    case "/Producer": return "<pdf:Producer>\(text)</pdf:Producer>"
    case "/Creator": return "<xmp:CreatorTool>\(text)</xmp:CreatorTool>"
    case "/CreationDate": return isoDate(value).map { "<xmp:CreateDate>\($0)</xmp:CreateDate>" }
    default: return nil
    }
  }

  private static func escaped(_ text: String) -> String {
    (XMLNode.text(withStringValue: text) as? XMLNode)?.xmlString ?? ""
  }

  /// Without control characters, which XML cannot hold.
  private static func clean(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
      return isControl ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `D:20250711091205+07'00'` → `2025-07-11T09:12:05+07:00`; nil where it does not name a second and a zone.
  static func isoDate(_ text: String) -> String? {
    let pattern = /D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    let (_, year, month, day, hour, minute, second, sign, hours, minutes) = match.output
    guard let sign, let hours else { return "\(year)-\(month)-\(day)T\(hour):\(minute):\(second)Z" }
    return "\(year)-\(month)-\(day)T\(hour):\(minute):\(second)\(sign)\(hours):\(minutes ?? "00")"
  }
}
