import Digests
import Foundation
import Packages

/// A dossier of invented PDFs in a folder, with a list of their hashes as an archive would know them.
struct InventedDossier {
  let folder: String

  private struct File {
    var path: String
    var sha256: String
    var size: Int
  }

  /// One file a line, as little to read as can be: what reading it holds counts as the build's memory.
  private var list: String { folder + "/list.tsv" }
  private var files: [File] {
    get throws {
      try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return File(path: cells[0], sha256: cells[1], size: Int(cells[2]) ?? 0)
      }
    }
  }

  private func write(_ files: [File]) throws {
    let lines = files.map { "\($0.path)\t\($0.sha256)\t\($0.size)\n" }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: list))
  }

  var paths: [String] { get throws { try files.map(\.path) } }
  var bytes: Int { get throws { try files.reduce(0) { $0 + $1.size } } }

  /// Makes so many files of about so many bytes each.
  func make(documents: Int, bytes: Int) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = try (0..<documents).map { number in
      let pdf = InventedPDF(number: number).bytes(filling: bytes), path = "\(folder)/\(number + 1).pdf"
      try Data(pdf).write(to: URL(fileURLWithPath: path))
      return File(path: path, sha256: Digest.sha256(of: pdf), size: pdf.count)
    }
    try write(files)
  }

  /// Makes one file of so many bytes, most of them a hole that takes no room on disk and is read as zeros.
  func makeLarge(bytes: Int) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/1.pdf"
    try InventedPDF(number: 0).write(to: path, withHole: bytes)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    try write([File(path: path, sha256: try Self.sha256(of: path), size: size)])
  }

  private static func sha256(of path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var sum = SHA256()
    while let piece = try file.read(upToCount: 1 << 22), !piece.isEmpty { sum.update(piece) }
    return sum.sum().map { String(format: "%02x", $0) }.joined()
  }

  func dossier() throws -> PackageDossier {
    let documents = try files.enumerated().map { number, file in
      PackageDocument(
        values: [
          "typeName": "Công văn", "codeNumber": "\(number + 1)", "codeNotation": "CV-UBND", "issuedDate": "2010-03-05",
          "organName": "Ủy ban nhân dân xã Mẫu", "subject": "Về việc số \(number + 1)", "language": "01",
        ],
        payload: PackagePayload(
          path: file.path, sha256: file.sha256, size: file.size, originalName: "Công văn số \(number + 1).pdf", pages: 1
        ),
        uuid: UUID(derivedFrom: "document \(number)"))
    }
    return PackageDossier(
      fonds: "P01", objid: UUID(derivedFrom: "package"), rep1: UUID(derivedFrom: "rep1"),
      moment: "2026-11-21T10:00:00.000+07:00", values: Self.values, documents: documents, agencyName: "UBND xã Mẫu",
      softwareVersion: "1")
  }

  private static let values = [
    "arcFileCode": "X01.000.00.01.P01.2010.01.TH", "title": "Hồ sơ mẫu", "maintenance": "Vĩnh viễn",
    "mode": "Công khai", "language": "Tiếng Việt", "startDate": "2010-01-05", "endDate": "2010-12-20",
    "numberOfPaper": "3", "format": "Tốt", "confidenceLevel": "Số hóa", "paperFileCode": "X01.K1/G2/H3.01",
    "riskRecovery": "0",
  ]
}

/// A PDF of one page that says it is PDF/A-2b and writes a word, with a stream that gives it its size.
struct InventedPDF {
  let number: Int

  private static let claim = """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>\
    <pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>
    """

  /// Everything up to the bytes of the last stream, which will be so many, with the place of each object.
  private func head(streamOf count: Int) -> (bytes: [UInt8], places: [Int]) {
    let words = "BT /F 12 Tf 72 700 Td (\(number + 1)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>", "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
      "<< /Type /Metadata /Subtype /XML /Length \(Self.claim.utf8.count) >>\nstream\n\(Self.claim)\nendstream",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F 3 0 R >> >> >>",
      "<< /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream",
    ]
    var bytes = Array("%PDF-1.7\n".utf8), places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    places.append(bytes.count)
    bytes += Array("7 0 obj\n<< /Length \(count) >>\nstream\n".utf8)
    return (bytes, places)
  }

  /// What stands behind the last stream; `start` is its place.
  private func tail(_ places: [Int], at start: Int) -> [UInt8] {
    let end = "\nendstream\nendobj\n", table = start + end.utf8.count
    let rows = places.map { String(String($0 + 100_000_000_000).suffix(10)) + " 00000 n \n" }.joined()
    return Array(
      (end + "xref\n0 8\n0000000000 65535 f \n" + rows
        + "trailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
  }

  func bytes(filling size: Int) -> [UInt8] {
    let count = max(0, size - 1500), (start, places) = head(streamOf: count)
    // Bytes that do not repeat, as those of a picture do not.
    var state = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
    let filling = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    return start + filling + tail(places, at: start.count + count)
  }

  func write(to path: String, withHole count: Int) throws {
    let (start, places) = head(streamOf: count)
    try Data(start).write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(start.count + count))
    try file.write(contentsOf: Data(tail(places, at: start.count + count)))
  }
}
