import Foundation
import SampleDocuments
import Testing

/// What goes wrong around `sohoa package build`: a plain message, its exit code, nothing half left, and a build that
/// succeeds once the trouble is gone.
@Suite(.serialized) struct PackageFaultTests {
  private static let heading = """
    Phông,Mục lục,Hộp số,Số và ký hiệu hồ sơ,Tiêu đề hồ sơ,Thời hạn bảo quản,Chế độ sử dụng,Ngôn ngữ,Ngày bắt đầu,Tháng bắt đầu,\
    Năm bắt đầu,Ngày kết thúc,Tháng kết thúc,Năm kết thúc,Tổng số văn bản trong hồ sơ,Số lượng tờ,Mức độ tin cậy,\
    Mã hồ sơ giấy gốc ( nếu có ),Số thứ tự văn bản trong hồ sơ,Tên loại văn bản,Số của văn bản,Ký hiệu của văn bản,Ngày văn bản,\
    Tháng văn bản,Năm văn bản,"Tên cơ quan, tổ chức ban hành văn bản",Trích yếu nội dung,Tờ số,Quy trình xử lý ( nếu có ),Đường dẫn file
    """

  /// An archive of two dossiers of one document each, with which nothing is wrong; made once, and copied by each test.
  private static let prepared = Result { try prepare() }
  private static let mounting = ["unshare", "--mount", "--map-root-user", "sh", "-c"]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let prepared = try Self.prepared.get()
    try FileManager.default.copyItem(atPath: prepared["kho.sqlite"], toPath: folder["kho.sqlite"])
  }

  private static func prepare() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var rows = heading + "\n"
    for number in [15, 16] {
      try folder.write(pdf(number), to: "in/\(number).pdf")
      rows += """
        P01,01,001,\(number),Hồ sơ ruộng đất số \(number),Vĩnh viễn,Công khai,Tiếng Việt,06,05,1991,06,05,1991,1,1,Gốc điện tử,\
        X01.K1/G02/H001.\(number),1,Quyết định,\(number),QĐ-UB,06,05,1991,Ủy ban nhân dân huyện Mẫu,Về việc thành lập,1,0,\(number).pdf\n
        """
    }
    let list = try folder.write(rows, to: "muc-luc.csv")
    func run(_ arguments: [String]) throws {
      let program = try Program(arguments + ["--archive", folder["kho.sqlite"]])
      try #require(program.status == 0, "\(arguments): \(program.errors)")
    }
    try run(["process", folder["in"], "-o", folder["ket-qua"], "--format", "json", "--documents", "one"])
    try run(["inventory", "import", list, "--by", "An"])
    try run(["inventory", "reconcile"])
    try run([
      "package", "settings", "archive-code=X01", "agency-code=000.00.01.P01", "agency-name=UBND", "risk-recovery=0",
    ])
    for number in ["15", "16"] {
      try run([
        "archive", "stage", "verified", "--fonds", "P01", "--catalogue", "01", "--dossier", number, "--by", "An",
      ])
    }
    return folder
  }

  /// One page with words that says it is PDF/A-2b, and three megabytes behind it.
  private static func pdf(_ number: Int) -> [UInt8] {
    let claim = """
      <rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>\
      <pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
      """
    let lines = (0..<20).map { "1 0 0 1 72 \(760 - 20 * $0) Tm (QUYET DINH so \(number) ve viec thanh lap) Tj" }
    var file = PDFBuilder()
    file.add("<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>")
    file.add("<< /Type /Pages /Kids [5 0 R] /Count 1 >>")
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
    file.add(dictionary: "/Type /Metadata /Subtype /XML", stream: Array(claim.utf8))
    file.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F 3 0 R >> >> >>")
    file.add(dictionary: "", stream: Array("BT /F 12 Tf \(lines.joined(separator: " ")) ET".utf8))
    file.add(dictionary: "", stream: [UInt8](repeating: UInt8(number), count: 3_000_000))
    return file.file()
  }

  private func build(_ out: String, wrapper: [String] = []) throws -> Program {
    try Program(
      ["package", "build", "--allow-unsigned", "--out", out, "--by", "An", "--archive", folder["kho.sqlite"]],
      wrapper: wrapper)
  }

  private func names(in out: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []
  }

  /// Once there is room, all is made.
  private func succeeds(_ out: String) throws {
    let program = try build(out)
    #expect(program.status == 0, "\(program.errors)")
    #expect(names(in: out).count == 2 && names(in: out).allSatisfy { $0.hasSuffix(".zip") })
    #expect(program.errors.isEmpty, "progress is for terminals")
  }

  /// Asked before anything is written.
  @Test(.enabled(if: FaultTests.canMount)) func aFullDisk() throws {
    try folder.write("", to: "goi/.keep")
    let mount = "mount -t tmpfs -o size=2m none \"$0\" && { \"$@\"; code=$?; ls -A \"$0\" >&2; exit $code; }"
    let program = try build(folder["goi"], wrapper: Self.mounting + [mount, folder["goi"]])
    #expect(program.status == 73 && program.errors.contains("Dọn đĩa"), "\(program.errors)")
    #expect(program.errors.split(separator: "\n").count == 1, "one line, and nothing is listed behind it")
    try FileManager.default.removeItem(atPath: folder["goi/.keep"])
    try succeeds(folder["goi"])
  }

  /// Room that is gone while it is written.
  @Test func aFileThatMayNotGrowSoLarge() throws {
    let program = try build(folder["goi"], wrapper: ["prlimit", "--fsize=2500000"])
    #expect(program.status == 73 && program.errors.contains("Không ghi được"), "\(program.errors)")
    #expect(program.errors.split(separator: "\n").count == 1 && names(in: folder["goi"]).isEmpty)
    try succeeds(folder["goi"])
  }

  @Test func aPlaceThatCannotBeMade() throws {
    let program = try build("/proc/sohoa-goi")
    #expect(program.status == 73 && program.errors.contains("/proc/sohoa-goi"), "\(program.errors)")
    #expect(program.errors.contains("Kiểm tra quyền ghi") && program.errors.split(separator: "\n").count == 1)
  }

  @Test(.enabled(if: FaultTests.canMount)) func aPlaceThatIsReadOnly() throws {
    try folder.write("", to: "goi/.keep")
    let mount = "mount -t tmpfs -o ro none \"$0\" && exec \"$@\""
    let program = try build(folder["goi"], wrapper: Self.mounting + [mount, folder["goi"]])
    #expect(program.status == 73 && program.errors.contains("Không ghi được"), "\(program.errors)")
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  /// Of the dossier whose scan is another one by now nothing is left; the other is made.
  @Test func aScanThatChanged() throws {
    let prepared = try Self.prepared.get(), scan = Self.pdf(15)
    var changed = scan
    changed[scan.count / 2] ^= 1
    try prepared.write(changed, to: "in/15.pdf")
    defer { _ = try? prepared.write(scan, to: "in/15.pdf") }
    let program = try build(folder["goi"]), output = String(decoding: program.output, as: UTF8.self)
    #expect(
      program.status == 65 && output.contains("đã đóng 1, từ chối 1") && output.contains("in/15.pdf"), "\(output)")
    #expect(names(in: folder["goi"]).count == 1 && names(in: folder["goi"]).allSatisfy { $0.hasSuffix(".zip") })
  }
}
