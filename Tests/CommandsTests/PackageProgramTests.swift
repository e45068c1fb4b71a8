import Foundation
import SampleDocuments
import Testing

/// A dossier on its way from the scan to the package, as an archivist types it.
@Suite(.serialized) struct PackageProgramTests {
  private static let heading = """
    Phông,Mục lục,Hộp số,Số và ký hiệu hồ sơ,Tiêu đề hồ sơ,Thời hạn bảo quản,Chế độ sử dụng,Ngôn ngữ,Ngày bắt đầu,Tháng bắt đầu,\
    Năm bắt đầu,Ngày kết thúc,Tháng kết thúc,Năm kết thúc,Tổng số văn bản trong hồ sơ,Số lượng tờ,Mức độ tin cậy,\
    Mã hồ sơ giấy gốc ( nếu có ),Số thứ tự văn bản trong hồ sơ,Tên loại văn bản,Số của văn bản,Ký hiệu của văn bản,Ngày văn bản,\
    Tháng văn bản,Năm văn bản,"Tên cơ quan, tổ chức ban hành văn bản",Trích yếu nội dung,Tờ số,Đường dẫn file
    """
  /// Two documents of one scanned file.
  private static let rows = [
    "1,Kế hoạch,27,KH-UBND,18,07,2025,Ủy ban nhân dân xã Phú Lương Thượng,Đẩy mạnh chuyển đổi số",
    "2,Kế hoạch,12,KH-ĐU,08,08,2025,Đảng ủy xã Sông Mây,Chuyển đổi số trong các cơ quan Đảng",
  ].map {
    "P01,01,001,15,Hồ sơ chuyển đổi số,Vĩnh viễn,Công khai,Tiếng Việt,18,07,2025,08,08,2025,2,2,Số hóa,X01.K1/G02/H001.15,"
      + $0 + ",,mot.pdf"
  }
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String], ends status: Int32 = 0) throws -> String {
    let program = try Program(arguments + ["--archive", folder["kho.sqlite"]])
    let output = String(decoding: program.output, as: UTF8.self)
    #expect(program.status == status, "\(arguments): \(program.errors)\(output)")
    return output
  }

  /// Two pages, each the first of another document, as an archive scans.
  private func scan() throws -> String {
    let scans = Self.root + "/corpus/scans/", photograph = try photograph(scans + "dev04_party_norules/page-01.jpg")
    let cut = Process()
    cut.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    cut.arguments = [
      "qpdf", scans + "dev01_kh_xa_bullets.pdf", "--pages", ".", "1", photograph, "1", "--", folder["mot.pdf"],
    ]
    try cut.run()
    cut.waitUntilExit()
    #expect(cut.terminationStatus == 0, "qpdf is missing: scripts/install-dependencies test")
    return folder["mot.pdf"]
  }

  /// A photograph of 300 dpi as a PDF.
  private func photograph(_ path: String) throws -> String {
    var file = PDFBuilder()
    file.add("<< /Type /Catalog /Pages 2 0 R >>")
    file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    file.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>"
    )
    file.add(
      dictionary: "/Type /XObject /Subtype /Image /Width 2481 /Height 3508 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        + "/Filter /DCTDecode", stream: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    file.add(dictionary: "", stream: Array("q 595 0 0 842 0 0 cm /I Do Q".utf8))
    return try folder.write(file.file(), to: "anh.pdf")
  }

  @Test func aDossierIsPlannedPackedAndChecked() throws {
    let list = try folder.write(([Self.heading] + Self.rows).joined(separator: "\n") + "\n", to: "muc-luc.csv"),
      results = folder["out"]
    _ = try run(["process", try scan(), "-o", results, "--format", "json,pdf"])
    _ = try run(["inventory", "import", list, "--by", "An"])
    _ = try run(["inventory", "reconcile"])
    let first = try run(["package", "plan", "--pdfs", results])
    for reason in ["riskRecovery", "arcFileCode", "chưa được người kiểm tra", "Tệp chưa ký số", "0 / 1"] {
      #expect(first.contains(reason), "\(reason) in \(first)")
    }
    _ = try run(["package", "build", "--pdfs", results, "--out", folder["goi"], "--by", "An"], ends: 65)
    #expect(try run(["package", "settings", "risk-recovery=7"], ends: 64).isEmpty)
    _ = try run([
      "package", "settings", "archive-code=X01", "agency-code=000.00.01.P01", "agency-name=UBND", "risk-recovery=0",
    ])
    for conflict in 1...12 {
      _ = try? Program([
        "inventory", "resolve", "\(conflict)", "--keep", "inventory", "--archive", folder["kho.sqlite"],
      ])
    }
    _ = try run([
      "archive", "stage", "verified", "--fonds", "P01", "--catalogue", "01", "--dossier", "15", "--by", "An",
    ])
    _ = try run(["package", "prepare", "--pdfs", results, "--out", folder["ky"]])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder["ky"]).sorted() == ["mot.1-1.pdf", "mot.2-2.pdf"],
      "a scan of two documents is parted to be signed")
    let trial = ["--pdfs", results, "--allow-unsigned"]
    #expect(try run(["package", "plan"] + trial).contains("1 / 1"))
    #expect(try run(["package", "build", "--out", folder["goi"], "--by", "An"] + trial).contains("đã đóng 1"))
    let zip = try #require(try FileManager.default.contentsOfDirectory(atPath: folder["goi"]).first)
    let bytes = FileManager.default.contents(atPath: folder["goi"] + "/" + zip)
    _ = try run(["package", "build", "--out", folder["lai"], "--by", "An"] + trial)
    #expect(FileManager.default.contents(atPath: folder["lai"] + "/" + zip) == bytes, "the same bytes in every build")
    // A package of unsigned files is a trial: sound as one, but its pages are not packed.
    let checked = try run(["package", "check", folder["goi"] + "/" + zip, "--note", "--by", "An"])
    #expect(checked.contains("2 văn bản, 2 trang"))
    #expect(checked.contains("unsigned") && !checked.contains("bad-date"), "\(checked)")
    let listed = try run(["package", "list"])
    #expect(listed.contains("chưa ký") && listed.contains("kiểm không đạt"), "\(listed)")
    #expect(try run(["archive", "check"]).contains("toàn vẹn"))
  }
}
