internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Packages

/// `sohoa package check`: looks into packages, our own and others'.
struct PackageCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      vi: "Kiểm tra gói (ZIP hoặc thư mục), theo mọi liên kết tới từng PDF.",
      en: "Check packages (ZIP files or folders), following every link to the PDFs."),
    discussion: say(
      vi: """
        Với --archive của kho đã đóng gói, kết quả được ghi lại; gói AIP đã ký mà đạt thì các trang thành “hoàn tất”.
        Hiệu lực của chứng thư số không kiểm ở đây.

        Ví dụ:
          sohoa package check goi/*.zip
          sohoa package check goi/*.zip --note --archive kho.sqlite --by Lan
        """,
      en: """
        With --note the result is kept in the archive; a signed AIP that passes brings its pages to “packaged”.
        Whether a certificate is valid is not judged here.

        Examples:
          sohoa package check packages/*.zip
          sohoa package check packages/*.zip --note --archive archive.sqlite --by Lan
        """))

  @Argument(help: help(vi: "Gói hoặc thư mục gói.", en: "Packages, or their folders.", value: .file))
  var paths: [String]
  @Flag(help: help(vi: "Ghi kết quả vào kho.", en: "Keep the result in the archive."))
  var note = false
  @Option(help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the models and dictionaries.", value: .folder))
  var models: String?
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  private struct Checked: Encodable {
    var path: String
    var isSound: Bool
    var result: PackageFindings
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let check = PackageCheck(rules: try PackageRules(folder: try ModelFolder.locate(models) + "/packages"))
      let progress = PackageProgress(paths.count)
      let checked = paths.map { path in
        progress.begin(path)
        let result = check.check(path: path) { progress.show(bytes: $0) }
        return Checked(path: path, isSound: result.isSound, result: result)
      }
      progress.clear()
      if note { try keep(checked) }
      try options.print(checked) { checked.forEach(show) }
      let bad = checked.count { !$0.isSound }
      if bad > 0 { throw Failure(.badInput, .unsoundPackages(bad, of: checked.count)) }
    }
  }

  /// Only of packages that the archive built, byte for byte: one that was exchanged is another.
  private func keep(_ checked: [Checked]) throws(Failure) {
    let archive = try options.open(), built = try archive.packages()
    for one in checked {
      let name = one.path.split(separator: "/").last.map(String.init)
      let known = built.first {
        $0.file.split(separator: "/").last.map(String.init) == name && $0.objid == one.result.objid
      }
      guard let known else {
        Console.remark(.unknownPackage(one.path), in: options.language)
        continue
      }
      let isSame = known.sha256 == nil || known.sha256 == (try? ContentHash.sha256(of: [one.path]))
      try archive.note(
        checkOf: known.id, passed: one.isSound && isSame && one.result.isSigned, who: person.who, at: Now.moment)
    }
  }

  private func show(_ one: Checked) {
    let result = one.result
    let verdict = one.isSound ? options.text("đạt", "sound") : options.text("KHÔNG ĐẠT", "NOT SOUND")
    let counts = options.text(
      "\(result.documents) văn bản, \(result.pages) trang, \(result.files) tệp, \(result.signed) đã ký",
      "\(Language.counted(result.documents, "document")), \(Language.counted(result.pages, "page")), \(Language.counted(result.files, "file")), \(result.signed) signed"
    )
    Console.print("\(verdict)  \(one.path)  \(counts)")
    for finding in result.findings {
      let place = finding.path.map { $0 + ": " } ?? ""
      Console.print("  \(finding.code)  \(place)\(finding.message.text(in: options.language))")
    }
  }
}

extension Message {
  static func unsoundPackages(_ count: Int, of all: Int) -> Message {
    Message(
      "packages-unsound", vi: "\(count) trên \(all) gói không đạt.", en: "\(count) of \(all) packages are not sound.")
  }

  static func unknownPackage(_ path: String) -> Message {
    Message(
      "unknown-package", vi: "“\(path)” không phải gói do kho này đóng; kết quả kiểm không ghi vào kho.",
      en: "“\(path)” was not built of this archive; the result is not kept in it.")
  }
}
