internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Grammar

/// `sohoa lexicon check`: whether the program understands every row of its tables.
struct LexiconCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(vi: "Kiểm tra các bảng từ vựng.", en: "Check the tables of wordings."),
    discussion: say(
      vi: """
        Liệt kê dòng sai của các bảng trong thư mục từ điển: vai trò hay chỗ không có, dòng trùng, thiếu ô, từ ngữ không \
        quy tắc nào tìm, và vai trò có quy tắc tìm mà chưa dòng nào ghi. Nghĩa của từng vai trò: dictionaries/README.md.

        Ví dụ:
          sohoa lexicon check
          sohoa lexicon check --dictionary dictionaries --json

        Mã thoát: 0 không có lỗi; 65 có dòng sai; 69 không tìm thấy thư mục từ điển.
        """,
      en: """
        Lists what is wrong with the tables of a folder of dictionaries: an unknown role or place, a row that stands \
        twice, a cell too few, a wording that no rule looks for, and a role that a rule looks for and no row has. What \
        each role means: dictionaries/README.md.

        Examples:
          sohoa lexicon check
          sohoa lexicon check --dictionary dictionaries --json

        Exit codes: 0 nothing is wrong; 65 a row is; 69 the folder of dictionaries was not found.
        """))

  @Option(
    help: help(
      vi: "Thư mục từ điển; mặc định là thư mục chương trình đang dùng.",
      en: "The folder of dictionaries; by default the one that the program uses.", value: .folder))
  var dictionary: String?

  @Flag(help: help(vi: "In dạng JSON.", en: "Print JSON."))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let directory = try dictionary ?? ModelFolder.locate(common.models)
      let faults = VocabularyCheck(of: directory).faults
      if json {
        Console.write(try JSONExport.data(of: faults))
      } else {
        show(faults)
      }
      if !faults.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }

  private func show(_ faults: [Vocabulary.Fault]) {
    for fault in faults {
      let place = fault.line.map { "\(fault.file):\($0)" } ?? fault.file
      Console.print("\(place): \(Console.oneLine(fault.message.text(in: common.language)))")
    }
    if faults.isEmpty {
      Console.print(common.language == .vi ? "Các bảng từ vựng không có lỗi." : "The tables have no faults.")
    }
  }
}
