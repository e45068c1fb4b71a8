import DocumentModel
import Foundation
import Grammar
import SampleDocuments
import Testing

/// A new wording, document type or body is one row of a table and nothing else (CONTRIBUTING.md).
@Suite struct NewRowTests {
  /// The shipped tables with rows added at their ends.
  private func extraction(labels: String = "", types: String = "", bodies: String = "") throws -> Extraction {
    func table(_ name: String) throws -> String {
      try String(contentsOfFile: Repository.dictionaries + "/" + name, encoding: .utf8)
    }
    let vocabulary = Vocabulary(
      labelTable: try table("labels.tsv") + labels, documentTypeTable: try table("document-types.tsv") + types,
      bodyTable: try table("bodies.tsv") + bodies, verbTable: try table("verbs.tsv"),
      personTable: try table("person-names.tsv"))
    return Extraction(Phrases(vocabulary))
  }

  private func text(title: String = "KẾ HOẠCH", symbol: String = "KH-UBND", _ task: String) -> String {
    """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ HỢP MINH\tĐộc lập - Tự do - Hạnh phúc
    Số: 05/\(symbol)\tHợp Minh, ngày 11 tháng 7 năm 2025
    \(title)
    Triển khai chuyển đổi số

    1. Rà soát
    \(task)
    """
  }

  @Test func aWordingOfTheLead() throws {
    let document = text("Rà soát thủ tục.\n- Đơn vị nòng cốt: Công an xã.")
    #expect(try extraction().record(of: document).tasks.first?.lead ?? [] == [])
    let taught = try extraction(labels: "lead\tblock\tĐơn vị nòng cốt\n")
    #expect(taught.record(of: document).tasks.first?.lead == ["Công an xã"])
  }

  @Test func aDocumentType() throws {
    let document = text(title: "BẢN GHI CHÉP", symbol: "BGC-UBND", "Rà soát thủ tục.")
    #expect(try extraction().record(of: document).document.type != "BGC")
    let taught = try extraction(types: "BGC\tBản ghi chép\n")
    #expect(taught.record(of: document).document.type == "BGC")
  }

  @Test func aBody() throws {
    let document = text("- Bưu cục xã Hợp Minh chủ trì, phối hợp với Công an xã rà soát thủ tục.")
    #expect(try extraction().record(of: document).tasks.isEmpty)
    let taught = try extraction(bodies: "head\tBưu cục\n")
    #expect(taught.record(of: document).tasks.first?.lead == ["Bưu cục xã Hợp Minh"])
  }
}
