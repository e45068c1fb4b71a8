internal import DocumentModel
internal import Foundation

/// One look through a package. What is kept of a file is a few dozen bytes, so that 20,000 documents need little memory.
final class PackageInspection {
  let source: any PackageSource
  let rules: PackageRules
  var result = PackageFindings()
  var files: PackageFiles
  private lazy var schema = XMLSchemaFile(path: rules.schemas + "/mets.xsd")
  private(set) lazy var premisSchema = XMLSchemaFile(path: rules.schemas + "/premis.xsd")
  /// The package's root folder with `/` at its end.
  private(set) var root = ""
  /// What a file is read into.
  let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)

  /// Called with the bytes that were hashed, after each file.
  let progress: (Int) -> Void

  init(_ source: any PackageSource, rules: PackageRules, progress: @escaping (Int) -> Void) {
    (self.source, self.rules, self.progress) = (source, rules, progress)
    files = PackageFiles(source.entries)
  }

  deinit { piece.deallocate() }

  func note(_ message: Message, _ path: String? = nil, _ severity: Finding.Severity = .error) {
    let inside = path.map { $0.hasPrefix(root) ? String($0.dropFirst(root.count)) : $0 }
    result.findings.append(PackageFinding(severity, message, path: inside))
  }

  func run() {
    result.findings += source.problems
    guard let bag = findRoot() else { return }
    guard let start = files.number(root + "METS.xml") else { return note(.noMETS) }
    guard let main = mets(start) else { return }
    checkRoot(main)
    if main.inner.isEmpty { note(.missingPart("representations/rep1/METS.xml")) }
    checkContent(main)
    if let bag { checkBag(bag) }
    noteStrays()
  }

  /// Finds the one root folder, the package's inside a bag; the bag's folder where there is one. Nil where there is none.
  private func findRoot() -> String?? {
    let tops = folders(under: "")
    guard tops.count == 1, let top = tops.first, !files.has(top) else {
      note(.rootFolders(tops.count))
      return nil
    }
    root = top + "/"
    guard files.has(top + "/bagit.txt"), !files.has(top + "/METS.xml") else { return .some(nil) }
    let prefix = top + "/data/", inside = folders(under: prefix)
    guard inside.count == 1, let folder = inside.first else {
      note(.rootFolders(inside.count))
      return nil
    }
    root = prefix + folder + "/"
    return .some(top + "/")
  }

  private func folders(under prefix: String) -> Set<String> {
    var names: Set<String> = []
    for entry in files.entries where entry.path.hasPrefix(prefix) {
      names.insert(String(entry.path.dropFirst(prefix.count).prefix { $0 != "/" }))
    }
    return names
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

  private func noteStrays() {
    let own = root + "METS.xml"
    let strays = files.entries.indices.filter { files[$0].named == 0 }.map(files.path)
    for path in strays.sorted() where path.hasPrefix(root) && path != own { note(.strayFile, path) }
  }
}

// MARK: METS

extension PackageInspection {
  /// Reads METS against its schema, and checks every file as it is named; nil where it could not be read to its end.
  /// `others` are the identifiers of the METS above.
  func mets(_ number: Int, others: Set<Int> = []) -> METSTaker? {
    let path = files.path(number), folder = String(path.dropLast("METS.xml".count))
    guard let stream = source.open(files.entries[number]) else {
      note(.damagedFile, path)
      return nil
    }
    let taker = METSTaker(others: others) { self.verify($0, in: folder) }
    let wrong = XMLWalk.read(stream, limit: SourceLimits.structure, schema: schema, into: taker)
    for message in wrong { note(message, path) }
    for id in taker.idsTwice { note(.idTwice(id), path) }
    return wrong.contains { XMLWalk.unreadable.contains($0.code) } ? nil : taker
  }

  /// Checks that a named file is there, has its size and its hash; nil where it is not there.
  private func verify(_ reference: METSTaker.Reference, in folder: String) -> Int? {
    guard let href = reference.href.removingPercentEncoding, SourceLimits.fault(ofName: href) == nil else {
      note(.unsafeName, folder + reference.href)
      return nil
    }
    let path = folder + href
    guard let number = files.number(path) else {
      note(.missingFile, path)
      return nil
    }
    files[number].named += 1
    // E-ARK's own group names a representation beside the circular's.
    if files[number].named > 1, reference.use != "Representations" { note(.namedTwice, path) }
    let size = files.entries[number].size
    if let named = reference.size, named != size { note(.sizeDiffers(named, size), path) }
    checkSum(reference, number)
    return number
  }

  private func checkSum(_ reference: METSTaker.Reference, _ number: Int) {
    let path = files.path(number)
    guard reference.sumType == "SHA-256", !reference.sum.isEmpty else { return note(.noHash, path) }
    guard let sum = hash(number) else { return note(.damagedFile, path) }
    if sum != FileDigest(hexadecimal: reference.sum) { note(.hashDiffers, path) }
  }
}
