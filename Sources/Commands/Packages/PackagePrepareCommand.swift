internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Packages

/// `sohoa package prepare`: gathers the PDFs that an agency has to sign.
struct PackagePrepareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: say(
      vi: "Gom các tệp PDF/A cần ký số vào một thư mục.", en: "Gather the PDF/A files that are to be signed."),
    discussion: say(
      vi: """
        Chỉ của hồ sơ không thiếu gì ngoài chữ ký; hồ sơ khác bị từ chối với mọi lý do. Tệp quét chứa nhiều văn bản được tách,
        mỗi văn bản một tệp. Ký xong, giữ nguyên tên và chỉ thư mục bằng --signed khi đóng gói. Ô chữ ký đặt ở góc trên bên
        phải trang đầu, hiện tên cơ quan và thời gian ký (có giây và +07:00).

        Ví dụ:
          sohoa package prepare --out can-ky --pdfs ket-qua
        """,
      en: """
        Only of dossiers that lack nothing but signatures; others are refused with all reasons. A scan that holds several
        documents is parted, one file each. Keep the names in signing, and give the folder as --signed to build. The field of
        the signature stands in the upper right of page 1 and shows the agency and the time (with seconds and +07:00).

        Example:
          sohoa package prepare --out to-sign --pdfs results
        """))

  @Option(help: help(vi: "Thư mục nhận các tệp.", en: "Folder for the files.", value: .folder))
  var out: String
  @OptionGroup var packages: PackageOptions
  @OptionGroup var sources: PackageSourceOptions
  @OptionGroup var options: ArchiveOptions

  private struct Outcome: Encodable {
    var wanted = 0
    var files: [String] = []
    var refused: [PackageOutlook] = []
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      var unsigned = sources
      (unsigned.signed, unsigned.allowUnsigned) = (nil, true)
      let desk = try PackageDesk(try options.open(), unsigned)
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      var outcome = Outcome()
      for source in try desk.archive.packageSources(packages.selection) {
        outcome.wanted += 1
        let draft = PackageDraft(source, pdfs: desk.pdfs), outlook = desk.survey(draft, at: Now.moment).outlook
        if outlook.obstacles.isEmpty {
          outcome.files += try copy(draft, desk.pdfs)
        } else {
          outcome.refused.append(outlook)
        }
      }
      try options.print(outcome) { show(outcome) }
      if !outcome.refused.isEmpty {
        throw Failure(.badInput, Message.refusedDossiers(outcome.refused.count, of: outcome.wanted))
      }
    }
  }

  /// The names of the files. One that is there already and is the same is left alone; another is not replaced, since it
  /// may have been signed meanwhile.
  private func copy(_ draft: PackageDraft, _ pdfs: ResultPDFs) throws -> [String] {
    var names: [String] = []
    for (item, payload) in zip(draft.source.items, draft.payloads) {
      guard let payload, let name = pdfs.nameToSign(item) else { continue }
      let target = out + "/" + name
      if !FileManager.default.fileExists(atPath: target) {
        try FileManager.default.copyItem(atPath: payload.path, toPath: target)
      } else if !FileManager.default.contentsEqual(atPath: payload.path, andPath: target) {
        throw Failure(.cannotWriteOutput, Message.otherFileToSign(target))
      }
      names.append(name)
    }
    return names
  }

  private func show(_ outcome: Outcome) {
    options.show(outcome.refused)
    Console.print(
      options.text(
        "\(outcome.files.count) tệp cần ký ở “\(out)”; \(outcome.refused.count) / \(outcome.wanted) hồ sơ bị từ chối.",
        "\(Language.counted(outcome.files.count, "file")) to sign in “\(out)”; \(outcome.refused.count) of \(Language.counted(outcome.wanted, "dossier")) refused."
      ))
  }
}

extension ArchiveOptions {
  /// Dossiers with all reasons against packing them.
  func show(_ refused: [PackageOutlook]) {
    for one in refused {
      Console.print(text("Từ chối: ", "Refused: ") + one.place + "  " + one.title)
      for obstacle in one.obstacles { Console.print("  " + line(obstacle)) }
    }
  }
}

extension Message {
  static func otherFileToSign(_ path: String) -> Message {
    Message(
      "other-file-to-sign", vi: "Đã có tệp khác tên “\(path)”. Dùng thư mục trống, hoặc chuyển tệp đó đi.",
      en: "There is another file called “\(path)”. Take an empty folder, or move that file away.")
  }
}
