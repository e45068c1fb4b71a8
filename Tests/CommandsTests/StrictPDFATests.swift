import DocumentModel
import Foundation
import SampleDocuments
import Testing

/// `--strict-pdfa`: a searchable PDF is PDF/A-2b or none, and nothing else is lost.
@Suite struct StrictPDFATests {
  private let folder: TemporaryFolder
  private let models = ["--models", Repository.dictionaries]

  init() throws { folder = try TemporaryFolder() }

  /// A PDF of blank pages and of pages with words in a font that is not in the file.
  private func pdf(_ pages: [Bool]) -> String {
    let content = "BT /F 20 Tf 50 700 Td (KE HOACH CONG TAC NAM 2026) Tj ET"
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\($0 + 5) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
    ]
    objects += pages.map { hasWords in
      let shown = hasWords ? "/Contents 4 0 R /Resources << /Font << /F 3 0 R >> >>" : "/Resources << >>"
      return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 800] \(shown) >>"
    }
    var text = "%PDF-1.7\n", table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return text
      + "xref\n0 \(objects.count + 1)\n\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n"
      + "\(start)\n%%EOF\n"
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder[name]) }

  private func process(_ files: [String], _ options: [String]) throws -> Program {
    try Program(["process"] + files + ["-o", folder["out"], "--format", "json,pdf", "--jobs", "1"] + options + models)
  }

  @Test func whatIsNoArchivalPDFIsRefusedWithItsPages() throws {
    let mixed = try folder.write(pdf([false, true, true]), to: "a.pdf")
    let blank = try folder.write(pdf([false]), to: "b.pdf")
    let loose = try process([mixed], ["--language", "en"])
    #expect(loose.status == 0 && exists("out/a/searchable.pdf") && loose.errors.contains("pages 2–3: fonts"))
    let strict = try process([mixed, blank], ["--strict-pdfa", "--language", "en"])
    #expect(strict.status == 65 && strict.errors.contains("a.pdf") && strict.errors.contains("pages 2–3: fonts"))
    // Not even what the first run wrote is there, and nothing else is missing.
    #expect(!exists("out/a/searchable.pdf") && exists("out/a/record.json") && exists("out/b/searchable.pdf"))
    let record = try String(contentsOfFile: folder["out/a/record.json"], encoding: .utf8)
    #expect(record.contains("pdfa-refused"))
    // A run with nothing left to do says it again.
    let again = try process([mixed, blank], ["--strict-pdfa"])
    #expect(again.status == 65 && again.errors.contains("trang 2–3: phông chữ"))
  }

  @Test(arguments: ["process", "watch"]) func withoutAPDFThereIsNothingToBeStrictAbout(_ command: String) throws {
    let program = try Program([command, folder["."], "-o", folder["out"], "--format", "json", "--strict-pdfa"])
    #expect(program.status == 64 && program.errors.contains("--format"))
  }
}
