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
  private static let row = """
    P01,01,001,15,Hồ sơ ruộng đất,Vĩnh viễn,Công khai,Tiếng Việt,06,05,1991,06,05,1991,1,1,Số hóa,X01.K1/G02/H001.15,1,Quyết định,84,\
    QĐ-UB,06,05,1991,Ủy ban nhân dân huyện Mẫu,Về việc thành lập Ban chỉ đạo,1,mot.pdf
    """
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

  /// One page of 200 dpi, as an archive scans.
  private func scan() throws -> String {
    let cut = Process()
    cut.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    cut.arguments = [
      "qpdf", Self.root + "/corpus/scans/dev01_kh_xa_bullets.pdf", "--pages", ".", "1", "--", folder["mot.pdf"],
    ]
    try cut.run()
    cut.waitUntilExit()
    #expect(cut.terminationStatus == 0, "qpdf is missing: scripts/install-dependencies test")
    return folder["mot.pdf"]
  }

  @Test func aDossierIsPlannedPackedAndChecked() throws {
    let list = try folder.write(Self.heading + "\n" + Self.row + "\n", to: "muc-luc.csv"), results = folder["out"]
    _ = try run(["process", try scan(), "-o", results, "--format", "json,pdf", "--documents", "one"])
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
    let trial = ["--pdfs", results, "--allow-unsigned"]
    #expect(try run(["package", "plan"] + trial).contains("1 / 1"))
    #expect(try run(["package", "build", "--out", folder["goi"], "--by", "An"] + trial).contains("đã đóng 1"))
    let zip = try #require(try FileManager.default.contentsOfDirectory(atPath: folder["goi"]).first)
    let bytes = FileManager.default.contents(atPath: folder["goi"] + "/" + zip)
    _ = try run(["package", "build", "--out", folder["lai"], "--by", "An"] + trial)
    #expect(FileManager.default.contents(atPath: folder["lai"] + "/" + zip) == bytes, "the same bytes in every build")
    // A package of unsigned files is a trial: sound as one, but its pages are not packed.
    let checked = try run(["package", "check", folder["goi"] + "/" + zip, "--note", "--by", "An"])
    #expect(checked.contains("unsigned") && !checked.contains("bad-date"), "\(checked)")
    let listed = try run(["package", "list"])
    #expect(listed.contains("chưa ký") && listed.contains("kiểm không đạt"), "\(listed)")
    #expect(try run(["archive", "check"]).contains("toàn vẹn"))
  }
}
