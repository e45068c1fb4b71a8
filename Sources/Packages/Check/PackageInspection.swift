internal import DocumentModel
internal import Foundation

/// One look through a package.
final class PackageInspection {
  let source: any PackageSource
  let rules: PackageRules
  var result = PackageFindings()
  /// The size of every file by its path.
  private(set) var sizes: [String: Int] = [:]
  /// Every file that was hashed.
  var sums: [String: String] = [:]
  /// What METS names, by path, with how often.
  private var named: [String: Int] = [:]
  private lazy var schema = XMLSchemaFile(path: rules.schemas + "/mets.xsd")
  private(set) lazy var premisSchema = XMLSchemaFile(path: rules.schemas + "/premis.xsd")
  /// The package's root folder with `/` at its end.
  private(set) var root = ""
  var looks: [String: PDFLook] = [:]

  init(_ source: any PackageSource, rules: PackageRules) { (self.source, self.rules) = (source, rules) }

  func note(_ message: Message, _ path: String? = nil, _ severity: Finding.Severity = .error) {
    let inside = path.map { $0.hasPrefix(root) ? String($0.dropFirst(root.count)) : $0 }
    result.findings.append(PackageFinding(severity, message, path: inside))
  }

  func run() {
    result.findings += source.problems
    for entry in source.entries { sizes[entry.path] = entry.size }
    guard let bag = findRoot() else { return }
    guard sizes[root + "METS.xml"] != nil else { return note(.noMETS) }
    let main = METSTaker()
    guard read(root + "METS.xml", main) else { return }
    checkRoot(main)
    let inner = innerFiles(of: main).compactMap { path -> (path: String, mets: METSTaker)? in
      let mets = METSTaker()
      return read(path, mets) ? (path, mets) : nil
    }
    for id in main.ids where inner.contains(where: { $0.mets.ids.contains(id) }) { note(.idTwice(id)) }
    checkContent(main, inner)
    if let bag { checkBag(bag) }
    noteStrays()
  }

  /// Finds the one root folder, the package's inside a bag; the bag's folder where there is one. Nil where there is none.
  private func findRoot() -> String?? {
    let tops = Set(sizes.keys.map { String($0.prefix(while: { $0 != "/" })) })
    guard tops.count == 1, let top = tops.first, sizes[top] == nil else {
      note(.rootFolders(tops.count))
      return nil
    }
    root = top + "/"
    guard sizes[top + "/bagit.txt"] != nil, sizes[top + "/METS.xml"] == nil else { return .some(nil) }
    let prefix = top + "/data/"
    let inside = Set(
      sizes.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count).prefix(while: { $0 != "/" })) }
    )
    guard inside.count == 1, let folder = inside.first else {
      note(.rootFolders(inside.count))
      return nil
    }
    root = prefix + folder + "/"
    return .some(top + "/")
  }

  /// Reads METS against its schema; false where it could not be read to its end.
  private func read(_ path: String, _ mets: METSTaker) -> Bool {
    guard let stream = source.open(path) else {
      note(.damagedFile, path)
      return false
    }
    let wrong = XMLWalk.read(stream, limit: SourceLimits.structure, schema: schema, into: mets)
    for message in wrong { note(message, path) }
    for id in mets.idsTwice { note(.idTwice(id), path) }
    return !wrong.contains { XMLWalk.unreadable.contains($0.code) }
  }

  private func checkRoot(_ mets: METSTaker) {
    result.objid = mets.objid
    result.status = mets.status
    result.kind = PackageKind(rawValue: mets.packageType.lowercased())
    if result.kind == nil { note(.badPackageType(mets.packageType), root + "METS.xml") }
    let folder = root.split(separator: "/").last.map(String.init) ?? ""
    if PackageNames.folder(of: mets.objid) != folder { note(.objidDiffers(mets.objid, folder)) }
    if let label = mets.topLabel, label != mets.objid { note(.objidDiffers(mets.objid, label), root + "METS.xml") }
  }

  /// The METS files of representations, in order.
  private func innerFiles(of mets: METSTaker) -> [String] {
    var seen: Set<String> = []
    let paths = mets.references.filter { $0.role == .file && $0.href.hasSuffix("/METS.xml") }
      .compactMap { path(of: $0, in: root) }.filter { sizes[$0] != nil && seen.insert($0).inserted }
    if paths.isEmpty { note(.missingPart("representations/rep1/METS.xml")) }
    return paths
  }

  /// The path that a reference leads to; nil for one that leads out of the package.
  func path(of reference: METSTaker.Reference, in folder: String) -> String? {
    guard let href = reference.href.removingPercentEncoding, SourceLimits.fault(ofName: href) == nil else {
      return nil
    }
    let path = folder + href
    // The text that is there already, so that no path of many thousands is held twice.
    return sizes.index(forKey: path).map { sizes[$0].key } ?? path
  }

  private func noteStrays() {
    let own = root + "METS.xml"
    for path in sizes.keys.sorted() where path.hasPrefix(root) && path != own && named[path] == nil {
      note(.strayFile, path)
    }
  }

  /// Checks that a named file is there, has its size and its hash; nil where it is not there.
  func verify(_ reference: METSTaker.Reference, in folder: String) -> String? {
    guard let path = path(of: reference, in: folder) else {
      note(.unsafeName, folder + reference.href)
      return nil
    }
    let count = (named[path] ?? 0) + 1
    named[path] = count
    // E-ARK's own group names a representation beside the circular's.
    if count > 1, reference.use != "Representations" { note(.namedTwice, path) }
    guard let size = sizes[path] else {
      note(.missingFile, path)
      return nil
    }
    if let named = reference.size, named != size { note(.sizeDiffers(named, size), path) }
    checkSum(reference, path)
    return path
  }

  private func checkSum(_ reference: METSTaker.Reference, _ path: String) {
    guard reference.sumType == "SHA-256", !reference.sum.isEmpty else { return note(.noHash, path) }
    guard let sum = sums[path] ?? hash(path) else { return note(.damagedFile, path) }
    if sum != reference.sum.lowercased() { note(.hashDiffers, path) }
  }
}
