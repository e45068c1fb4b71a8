public import DocumentModel
internal import Foundation

/// What came of a build.
public struct BuiltPackage: Sendable, Codable, Hashable {
  public var objid: String
  /// Its name in the directory: a ZIP file or a folder.
  public var file: String
  /// The SHA-256 of the ZIP file; nil for a folder.
  public var sha256: String?
  /// The bytes of the ZIP file, or of all files of a folder.
  public var bytes: Int
  public var documents: Int
  public var pages: Int
  /// Whether every document is signed.
  public var isSigned: Bool
  /// Whether the same package was there already and was left as it is.
  public var wasThere: Bool
}

/// Makes packages: a ZIP file or a folder that is there whole or not at all, with the same bytes in every build.
public struct PackageBuilder: Sendable {
  public struct Options: Sendable {
    /// BagIt 1.0 (RFC 8493) around the package.
    public var bag: Bool
    /// The groups of E-ARK's own profile beside the circular's.
    public var eark: Bool
    /// A folder instead of a ZIP file.
    public var folder: Bool
    public var allowUnsigned: Bool
    public var forHistoricalArchive: Bool

    public init(
      bag: Bool = false, eark: Bool = false, folder: Bool = false, allowUnsigned: Bool = false,
      forHistoricalArchive: Bool = false
    ) {
      (self.bag, self.eark, self.folder) = (bag, eark, folder)
      (self.allowUnsigned, self.forHistoricalArchive) = (allowUnsigned, forHistoricalArchive)
    }
  }

  let rules: PackageRules
  let choices: PackageChoices
  let options: Options
  /// Called with the bytes written so far before each piece; tests fail writes by it.
  var gate: @Sendable (Int) throws(Failure) -> Void = { _ in }

  public init(rules: PackageRules, choices: PackageChoices, options: Options) {
    (self.rules, self.choices, self.options) = (rules, choices, options)
  }

  /// A dossier that was looked at: all that stands against it, and what its PDFs are.
  public struct Survey: Sendable {
    public let obstacles: [PackageObstacle]
    let looks: [PDFLook]
  }

  /// All reasons against a dossier, those of its values and those of its PDFs, which are looked into but not hashed.
  public func obstacles(of dossier: PackageDossier) -> [PackageObstacle] { survey(dossier).obstacles }

  /// The same with what was seen of the PDFs, so that building looks at them no second time.
  public func survey(_ dossier: PackageDossier) -> Survey {
    let looks = PayloadCheck(options).looks(of: dossier)
    return Survey(obstacles: plan(dossier) + looks.obstacles, looks: looks.found)
  }

  private func plan(_ dossier: PackageDossier) -> [PackageObstacle] {
    PackagePlan.obstacles(
      of: dossier, rules: rules, choices: choices, forHistoricalArchive: options.forHistoricalArchive,
      allowUnsigned: options.allowUnsigned)
  }

  /// Makes the package of a dossier in a directory; `progress` is called with the bytes that were written, after each
  /// document. `survey` is one of the same documents; without it they are looked at now.
  ///
  /// - Throws: a failure where something stands against it (`obstacles` tells all), a file is not what the archive knows,
  ///   there is no room, it cannot be written, or another package has its name. Nothing half is left.
  public func build(
    _ dossier: PackageDossier, survey known: Survey? = nil, into directory: String,
    progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> BuiltPackage {
    let survey = known ?? survey(dossier)
    if let first = survey.obstacles.first { throw Failure(.badInput, .refused(survey.obstacles.count, first)) }
    var dossier = dossier
    dossier.isTest = dossier.isTest || dossier.documents.contains { $0.payload.signedPath == nil }
    let names = PackageNames(dossier: dossier, rules: rules, choices: choices)
    let place = try PackagePlace(directory: directory, name: names.target(isFolder: options.folder))
    try place.askForRoom(dossier)
    do {
      let bytes = try write(names, survey.looks, to: place, progress: progress)
      return try finish(names, place, bytes: bytes)
    } catch {
      place.clear()
      throw error
    }
  }

  /// How many bytes the files have.
  private func write(
    _ names: PackageNames, _ looks: [PDFLook], to place: PackagePlace, progress: (Int) -> Void
  ) throws(Failure) -> Int {
    guard let moment = PackageMoment(names.dossier.moment) else {
      throw Failure(.badInput, .badMoment(names.dossier.moment))
    }
    let sink: any PackageSink =
      options.folder ? try FolderSink(root: place.temporary) : try StoredZip(path: place.temporary, moment: moment)
    let root = names.folder
    let writer = PackageWriter(sink, prefix: options.bag ? "\(root)/data/\(root)/" : root + "/", gate: gate)
    let content = PackageContent(names: names, addsEARK: options.eark, looks: looks, writer: writer)
    try content.write(progress: progress)
    if options.bag {
      try BagFiles(root: root, moment: moment, agency: names.dossier.agencyName).write(writer, to: sink)
    }
    try writer.close()
    return writer.total
  }

  private func finish(_ names: PackageNames, _ place: PackagePlace, bytes: Int) throws(Failure) -> BuiltPackage {
    let dossier = names.dossier
    let zip = options.folder ? nil : try place.digestOfTemporary()
    let wasThere = try place.publish(sha256: zip?.sha256, folder: options.folder ? names.folder : nil)
    return BuiltPackage(
      objid: names.objid, file: place.name, sha256: zip?.sha256, bytes: zip?.size ?? bytes,
      documents: dossier.documents.count, pages: dossier.documents.reduce(0) { $0 + ($1.payload.pages ?? 0) },
      isSigned: dossier.documents.allSatisfy { $0.payload.signedPath != nil }, wasThere: wasThere)
  }
}

extension Message {
  static func refused(_ count: Int, _ first: PackageObstacle) -> Message {
    let place = first.document.map { (vi: "tài liệu \($0): ", en: "document \($0): ") } ?? (vi: "", en: "")
    return Message(
      "package-refused",
      vi: "Chưa đóng gói được hồ sơ, \(count) lý do. Lý do đầu: \(place.vi)\(first.message.vi)",
      en: "The dossier cannot be packed yet for \(count) reasons. The first: \(place.en)\(first.message.en)")
  }
}
