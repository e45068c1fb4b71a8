internal import DocumentModel
internal import Foundation

/// What both METS files name, how they join it, and whether descriptions and PDFs say the same.
extension PackageInspection {
  /// A document: its PDF and its description, by path.
  private struct Pair {
    var data: String
    var ead: String
  }

  func checkContent(_ main: METSTaker, _ inner: [(path: String, mets: METSTaker)]) {
    resolve(main, root + "METS.xml")
    let paths = verifyAll(main, in: root)
    let dossier = paths.description.values.first.flatMap { description($0, .dossier) }
    if paths.description.isEmpty { note(.missingPart("EAD.xml")) }
    checkPreservation(paths.administration, data: [])
    var pairs: [Pair] = []
    for (path, mets) in inner {
      let folder = String(path.dropLast("METS.xml".count))
      resolve(mets, path)
      let named = verifyAll(mets, in: folder)
      checkPreservation(named.administration, data: named.files.values.filter { looks[$0] != nil })
      pairs += join(mets, named.description, named.files, path)
    }
    checkDocuments(pairs, dossier)
  }

  private typealias Paths = (
    description: [String: String], administration: [String: String], files: [String: String]
  )

  /// Verifies every file that METS names; the paths of those that are there, by ID.
  private func verifyAll(_ mets: METSTaker, in folder: String) -> Paths {
    var paths: Paths = ([:], [:], [:])
    for reference in mets.references {
      guard let path = verify(reference, in: folder) else { continue }
      switch reference.role {
      case .description: paths.description[reference.id] = path
      case .administration: paths.administration[reference.id] = path
      case .file: paths.files[reference.id] = path
      }
    }
    return paths
  }

  private func resolve(_ mets: METSTaker, _ path: String) {
    for division in mets.divisions {
      for id in division.descriptions + division.administrations + division.files where !mets.ids.contains(id) {
        note(.unresolved(id), path)
      }
    }
  }

  /// Documents by the divisions that join a description and a file; every file of data and every description once.
  private func join(
    _ mets: METSTaker, _ descriptions: [String: String], _ files: [String: String], _ path: String
  ) -> [Pair] {
    var pairs: [Pair] = []
    for division in mets.divisions where division.label == "MetadataLink/File" {
      guard division.descriptions.count == 1, division.files.count == 1,
        let ead = descriptions[division.descriptions[0]], let data = files[division.files[0]]
      else { continue }
      pairs.append(Pair(data: data, ead: ead))
    }
    let data = mets.references.filter { $0.role == .file && $0.use == "Data" }.count
    let isWhole =
      pairs.count == data && pairs.count == mets.references.filter { $0.role == .description }.count
      && Set(pairs.map(\.data)).count == pairs.count && Set(pairs.map(\.ead)).count == pairs.count
    if !isWhole || pairs.isEmpty { note(.notLinked, path) }
    checkNames(pairs)
    return pairs
  }

  /// A description that is called after another document's file was joined to the wrong one.
  private func checkNames(_ pairs: [Pair]) {
    func stem(_ path: String) -> String {
      ((path as NSString).lastPathComponent as NSString).deletingPathExtension.lowercased()
    }
    let stems = Set(pairs.map { stem($0.data) })
    for pair in pairs {
      let name = stem(pair.ead).replacing(/^ead_(doc|pic|media)_/, with: "")
      if stems.contains(name), name != stem(pair.data) {
        note(.namesDisagree((pair.ead as NSString).lastPathComponent), pair.data)
      }
    }
  }

  private func checkPreservation(_ paths: [String: String], data: [String]) {
    if paths.isEmpty {
      if result.kind == .aip { note(.missingPart("PREMIS")) }
      return
    }
    for path in paths.values.sorted() {
      let premis = PREMISTaker()
      guard let stream = source.open(path) else { continue }
      for message in XMLWalk.read(stream, limit: SourceLimits.structure, schema: premisSchema, into: premis) {
        note(message, path)
      }
      for file in data.sorted() where !premis.sums.contains(sums[file] ?? "") {
        note(.noFixity((file as NSString).lastPathComponent), path)
      }
    }
  }
}

// MARK: Descriptions and PDFs

extension PackageInspection {
  private func checkDocuments(_ pairs: [Pair], _ dossier: [String: String]?) {
    result.documents = pairs.count
    for pair in pairs {
      let look = looks[pair.data]
      result.pages += look?.pages ?? 0
      if let look { check(look, pair.data) }
      guard let values = description(pair.ead, .document) else { continue }
      if let look { compare("numberOfPage", values, look.pages, pair.ead) }
      checkCodes(values, dossier, pair.ead)
    }
    guard let dossier else { return }
    compare("totalDoc", dossier, pairs.count, root + "metadata/descriptive/EAD.xml")
    compare("numberOfPage", dossier, result.pages, root + "metadata/descriptive/EAD.xml")
  }

  private func compare(_ element: String, _ values: [String: String], _ counted: Int, _ path: String) {
    guard let declared = values[element], Int(declared) != counted else { return }
    note(.totalsDiffer(element, declared: declared, counted: counted), path)
  }

  /// The code of a document is its dossier's with its ordinal of seven digits.
  private func checkCodes(_ values: [String: String], _ dossier: [String: String]?, _ path: String) {
    guard let kind = result.kind, let code = values["docCode"] else { return }
    let own = dossier?[PackageNames.fileCodeElement(kind)] ?? values["arcFileCode"] ?? ""
    if kind == .aip, let stated = values["arcFileCode"], stated != own { note(.codesDisagree(stated, own), path) }
    let ordinal = values["docOrdinal"].flatMap { Int($0) }
    let expected = own + "." + (ordinal?.padded(to: 7) ?? "0000001")
    let agrees = kind == .aip ? code == expected : code.hasPrefix(own + ".") && code.dropFirst(own.count + 1).count == 7
    if !agrees { note(.codesDisagree(code, expected), path) }
  }

  private func check(_ look: PDFLook, _ path: String) {
    if look.claim == nil || look.isEncrypted { note(.notArchivalPDF, path) }
    if !look.hasText { note(.noTextLayer, path, .warning) }
    if !look.signature.isThere { return note(.unsigned, path, .warning) }
    if !look.signature.coversAll { note(.signaturePartial, path) }
    if !look.signature.isShown { note(.signatureNotShown, path) }
    if look.signature.coversAll, look.signature.isShown { result.signed += 1 }
  }

  /// The values of EAD or EAD_doc, in whatever order; nil where it cannot be read.
  private func description(_ path: String, _ level: PackageLevel) -> [String: String]? {
    let taker = EADTaker()
    guard let stream = source.open(path) else { return nil }
    let wrong = XMLWalk.read(stream, limit: SourceLimits.description, into: taker)
    for message in wrong { note(message, path) }
    guard wrong.isEmpty else { return nil }
    guard taker.root == "simpledc" else {
      note(.notADescription(taker.root ?? ""), path)
      return nil
    }
    if let kind = result.kind { check(taker, rules.fields(of: kind, level), path) }
    return taker.values
  }

  private func check(_ taker: EADTaker, _ fields: [PackageField], _ path: String) {
    let known = Set(fields.map(\.element))
    for name in taker.values.keys.filter({ !known.contains($0) }).sorted() + taker.twice {
      note(.unknownElement(name), path)
    }
    for field in fields {
      guard let value = taker.values[field.element] else {
        note(.absentElement(field.element), path)
        continue
      }
      if value.isEmpty {
        if field.isNeeded(taker.values) { note(.missingField(field), path) }
      } else {
        check(value, field, path)
      }
    }
  }

  /// A value in the very form of the circular: a word for a code is another value.
  private func check(_ value: String, _ field: PackageField, _ path: String) {
    let form = FieldForm(field: field, codes: rules.codes(for: field.element), separator: ";")
    switch form.value(of: value) {
    case .failure where isPartialDate(value, field): note(.partialDate(field, value), path, .warning)
    case .failure(let problem): note(problem.fault.message(field, value), path)
    case .success(let formed):
      let plain = field.form == .severalCodes ? value.filter { $0 != " " }.replacing(",", with: ";") : value
      let isText = field.form == .text || field.form == .digits
      if !isText, formed != plain { note(.notACode(field, value), path) }
    }
  }

  /// A document's day of which only the month or the year is known: archives differ in whether they take it, and the
  /// package does not tell.
  private func isPartialDate(_ value: String, _ field: PackageField) -> Bool {
    field.element == "issuedDate" && PackageDate.written(value, partial: true) == value
  }
}
