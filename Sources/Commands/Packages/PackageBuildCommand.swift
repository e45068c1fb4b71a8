internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Packages

/// `sohoa package build`: makes the packages of all dossiers that nothing stands against.
struct PackageBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: say(vi: "Đóng gói các hồ sơ đủ điều kiện.", en: "Pack the dossiers that are ready."),
    discussion: say(
      vi: """
        Hồ sơ còn thiếu thì bị từ chối với mọi lý do, và lệnh kết thúc với mã 65.

        Ví dụ:
          sohoa package build --out goi --pdfs ket-qua --signed da-ky --by Lan
          sohoa package build --kind sip --bag --out nop --signed da-ky --dossier 15
        """,
      en: """
        A dossier that lacks something is refused with all reasons, and the command ends with 65.

        Examples:
          sohoa package build --out packages --pdfs results --signed signed --by Lan
          sohoa package build --kind sip --bag --out delivery --signed signed --dossier 15
        """))

  @Option(help: help(vi: "Thư mục nhận gói.", en: "Folder for the packages.", value: .folder))
  var out: String
  @Flag(help: help(vi: "Bọc trong BagIt 1.0.", en: "Wrap in BagIt 1.0."))
  var bag = false
  @Flag(help: help(vi: "Thêm các nhóm của E-ARK.", en: "Add E-ARK's groups."))
  var eArk = false
  @Flag(help: help(vi: "Để dạng thư mục, không nén ZIP.", en: "Make folders, not ZIP files."))
  var folder = false
  @OptionGroup var packages: PackageOptions
  @OptionGroup var sources: PackageSourceOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  /// What became of the dossiers that were wanted.
  private struct Outcome: Encodable {
    struct Made: Encodable {
      var id: Int64
      var package: BuiltPackage
    }

    var wanted = 0
    var made: [Made] = []
    var refused: [PackageOutlook] = []
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let desk = try PackageDesk(try options.open(), sources, bag: bag, eark: eArk, folder: folder)
      var outcome = Outcome()
      let wanted = try desk.archive.packageSources(packages.selection), progress = PackageProgress(wanted.count)
      defer { progress.clear() }
      for source in wanted {
        progress.begin("\(source.fonds) / \(source.catalogue) / \(source.code)")
        try pack(source, desk, progress, &outcome)
      }
      progress.clear()
      try options.print(outcome) { show(outcome) }
      if !outcome.refused.isEmpty {
        throw Failure(.badInput, Message.refusedDossiers(outcome.refused.count, of: outcome.wanted))
      }
    }
  }

  /// Makes the package of a dossier, or writes down what stands against it.
  private func pack(
    _ source: PackageSource, _ desk: PackageDesk, _ progress: PackageProgress, _ outcome: inout Outcome
  ) throws(Failure) {
    outcome.wanted += 1
    let draft = PackageDraft(source, pdfs: desk.pdfs)
    var (outlook, survey) = desk.survey(draft, at: Now.moment)
    if outlook.obstacles.isEmpty {
      do throws(Failure) {
        return outcome.made.append(try build(draft, survey, desk, progress))
      } catch  where Self.concernsOneDossier(error) {
        outlook.obstacles.append(PackageObstacle(error.message))
      }
    }
    try desk.note(outlook, of: source.dossier)
    outcome.refused.append(outlook)
  }

  /// Whether the dossiers after this one can be packed nevertheless: a file that changed under way is one dossier's, a full
  /// disk is the end.
  private static func concernsOneDossier(_ failure: Failure) -> Bool {
    [.badInput, .cannotOpenInput].contains(failure.code) || failure.message.code == "target-exists"
  }

  private func build(
    _ draft: PackageDraft, _ survey: PackageBuilder.Survey, _ desk: PackageDesk, _ progress: PackageProgress
  ) throws(Failure) -> Outcome.Made {
    let kind = sources.kind.rawValue, source = draft.source
    let earlier = try desk.archive.lastPackage(of: source.dossier, kind: kind)
    let identity = try desk.archive.packageIdentity(
      of: source.dossier, kind: kind, new: PackageIdentity(objid: UUID().uuidString, moment: Now.moment))
    let isReplacement = earlier?.isStale == true
    let dossier = desk.mapping.dossier(draft, identity, isReplacement: isReplacement)
    let built = try desk.builder.build(dossier, survey: survey, into: out) { progress.show(bytes: $0) }
    let new = NewPackage(
      kind: kind, objid: built.objid, file: out + "/" + built.file, sha256: built.sha256, bytes: built.bytes,
      documents: built.documents, pages: built.pages, isSigned: built.isSigned)
    return Outcome.Made(
      id: try desk.archive.keep(new, of: source, who: person.who, at: Now.moment), package: built)
  }

  private func show(_ outcome: Outcome) {
    for made in outcome.made {
      Console.print("\(made.package.file)  \(made.package.documents) · \(made.package.pages) · \(made.package.bytes) B")
    }
    options.show(outcome.refused)
    Console.print(
      options.text(
        "Cần \(outcome.wanted), đã đóng \(outcome.made.count), từ chối \(outcome.refused.count).",
        "Wanted \(outcome.wanted), made \(outcome.made.count), refused \(outcome.refused.count)."))
  }
}

/// `sohoa package list`: packages that were built.
struct PackageListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(vi: "Các gói đã đóng.", en: "Packages that were built."),
    discussion: say(vi: "Ví dụ:\n  sohoa package list --fonds P01", en: "Example:\n  sohoa package list --fonds P01"))

  @OptionGroup var packages: PackageOptions
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let all = try options.open().packages(of: packages.selection)
      try options.print(all) {
        for one in all { Console.print(line(one)) }
        if all.isEmpty { Console.print(options.text("Chưa đóng gói hồ sơ nào.", "No dossier was packed yet.")) }
      }
    }
  }

  private func line(_ package: KeptPackage) -> String {
    let state = [
      package.isSigned ? options.text("đã ký", "signed") : options.text("chưa ký", "unsigned"),
      package.isStale ? options.text("đã cũ", "stale") : nil,
      package.passed.map { $0 ? options.text("kiểm đạt", "passed") : options.text("kiểm không đạt", "failed") },
    ].compactMap(\.self).joined(separator: ", ")
    let day = options.day(VietnamDay.day(of: package.at)) ?? ""
    return "\(package.id)  \(package.place)  \(package.kind)  \(day)  \(package.who)  \(state)  \(package.file)"
  }
}

extension Message {
  static func refusedDossiers(_ count: Int, of wanted: Int) -> Message {
    Message(
      "dossiers-refused", vi: "\(count) trên \(wanted) hồ sơ chưa đóng gói được. Xem lý do: sohoa package plan",
      en: "\(count) of \(wanted) dossiers could not be packed. For the reasons: sohoa package plan")
  }
}
