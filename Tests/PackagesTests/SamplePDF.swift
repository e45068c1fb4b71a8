import Digests
import Foundation
import SampleDocuments

/// Small PDFs that claim to be PDF/A-2b, with words, and with a signature behind them where a test wants one.
enum SamplePDF {
  /// How many pages, and what is left out.
  struct Kind {
    var pages = 1
    var claims = true
    var hasText = true
    /// Dots across a picture that fills the page; nil for no picture.
    var dots: Int?
    var text = "Hồ sơ mẫu"
  }

  /// `note` stands in the information of the file, in front of what is drawn.
  static func bytes(_ kind: Kind = Kind(), note: String = "") -> [UInt8] {
    var file = PDFBuilder()
    file.add(
      "<< /Type /Catalog /Pages 2 0 R \(kind.claims ? "/Metadata 4 0 R" : "")\(note.isEmpty ? "" : " /Note (\(note))") >>"
    )
    let kids = (0..<kind.pages).map { "\(6 + 2 * $0) 0 R" }.joined(separator: " ")
    file.add("<< /Type /Pages /Kids [\(kids)] /Count \(kind.pages) >>")
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
    file.add(dictionary: "/Type /Metadata /Subtype /XML", stream: Array(claim.utf8))
    let dots = kind.dots ?? 1
    file.add(
      dictionary: "/Type /XObject /Subtype /Image /Width \(dots) /Height \(dots * 842 / 595) /ColorSpace /DeviceGray "
        + "/BitsPerComponent 1", stream: [UInt8](repeating: 0, count: (dots + 7) / 8 * max(1, dots * 842 / 595)))
    for page in 0..<kind.pages {
      file.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(7 + 2 * page) 0 R "
          + "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>")
      let words = kind.hasText ? "BT /F 12 Tf 72 700 Td (\(kind.text.utf8.hexadecimalName) \(page + 1)) Tj ET" : ""
      let picture = kind.dots == nil ? "" : "q 595 0 0 842 0 0 cm /I Do Q "
      file.add(dictionary: "", stream: Array((picture + words).utf8))
    }
    return file.file()
  }

  private static let claim = """
    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B\
    </pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
    """

  /// The file with a signature added behind it, by a test certificate where openssl is there, by zeros where it is not. It
  /// shows in `box` on page 1.
  static func signed(_ bytes: [UInt8], box: String = "360 760 560 820", places: Int = 4096) -> [UInt8] {
    let start = bytes.count
    var added = Array("\n".utf8), table: [(number: Int, place: Int)] = []
    let pages = String(decoding: bytes, as: UTF8.self).components(separatedBy: "/Type /Page ").count - 1
    let next = 6 + 2 * pages
    let metadata = Data(bytes).range(of: Data("/Metadata 4 0 R".utf8)) == nil ? "" : "/Metadata 4 0 R"
    func add(_ number: Int, _ body: String) {
      table.append((number, start + added.count))
      added += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
    }
    add(
      1, "<< /Type /Catalog /Pages 2 0 R \(metadata) /AcroForm << /Fields [\(next) 0 R] /SigFlags 3 >> >>")
    add(
      6,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Annots [\(next) 0 R] "
        + "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>")
    add(
      next, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (S1) /F 132 /Rect [\(box)] /P 6 0 R /V \(next + 1) 0 R >>")
    add(
      next + 1,
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 0000000000 "
        + "0000000000 0000000000] /Contents <\(String(repeating: "0", count: places))> >>")
    let xref = start + added.count
    added += Array("xref\n".utf8)
    for (number, place) in table {
      added += Array("\(number) 1\n\(String(String(place + 10_000_000_000).dropFirst())) 00000 n \n".utf8)
    }
    let old = String(decoding: bytes.suffix(40), as: UTF8.self).split(separator: "\n").dropLast().last ?? "0"
    added += Array(
      "trailer\n<< /Size \(next + 2) /Root 1 0 R /Prev \(old) >>\nstartxref\n\(xref)\n%%EOF\n".utf8)
    return filled(bytes + added, places: places, after: start)
  }

  private static func filled(_ file: [UInt8], places: Int, after start: Int) -> [UInt8] {
    var file = file
    guard let mark = Data(file[start...]).range(of: Data("/Contents <000".utf8)),
      let range = Data(file[start...]).range(of: Data("[0 0000000000".utf8))
    else { return file }
    let open = start + mark.lowerBound + 10, close = open + places + 2
    func ten(_ number: Int) -> String { String(String(number + 10_000_000_000).dropFirst()) }
    let numbers = Array("[0 \(ten(open)) \(ten(close)) \(ten(file.count - close))".utf8)
    file.replaceSubrange((start + range.lowerBound)..<(start + range.lowerBound + numbers.count), with: numbers)
    let value = TestCertificate.signature(of: Array(file[..<open]) + Array(file[close...]))
    let digits = Array(value.hexadecimalName.uppercased().utf8)
    if digits.count <= places { file.replaceSubrange((open + 1)..<(open + 1 + digits.count), with: digits) }
    return file
  }
}

extension Sequence<UInt8> {
  var hexadecimalName: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A certificate that signs for tests, made by openssl once a run.
enum TestCertificate {
  private static let folder: TemporaryFolder? = {
    guard let folder = try? TemporaryFolder() else { return nil }
    let made = run([
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=Co quan thu nghiem", "-keyout",
      folder["key.pem"], "-out", folder["certificate.pem"],
    ])
    return made ? folder : nil
  }()

  /// A detached CMS signature; empty where openssl is not there.
  static func signature(of bytes: [UInt8]) -> [UInt8] {
    let name = UUID().uuidString
    guard let folder, let input = try? folder.write(bytes, to: name) else { return [] }
    let signed = run([
      "cms", "-sign", "-binary", "-in", input, "-signer", folder["certificate.pem"], "-inkey", folder["key.pem"],
      "-outform", "DER", "-md", "sha256", "-out", input + ".der",
    ])
    return signed ? [UInt8](FileManager.default.contents(atPath: input + ".der") ?? Data()) : []
  }

  private static func run(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
