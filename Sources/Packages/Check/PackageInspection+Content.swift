internal import DocumentModel
internal import Foundation

/// What both METS files name, how they join it, and whether descriptions and PDFs say the same.
extension PackageInspection {
  /// A document: the numbers of its PDF and its description.
  private typealias Pair = (data: Int, description: Int)

  func checkContent(_ main: METSTaker) {
    for id in main.unresolved { note(.unresolved(id), root + "METS.xml") }
    let dossier = main.firstDescription.flatMap { description($0, .dossier) }
    if main.firstDescription == nil { note(.missingPart("EAD.xml")) }
    checkPreservation(main.administrations, ofData: nil)
    for number in main.inner {
      guard let mets = mets(number, others: main.ids) else { continue }
      let path = files.path(number), pairs = mets.pairs
      for id in mets.unresolved { note(.unresolved(id), path) }
      checkPreservation(mets.administrations, ofData: String(path.dropLast("METS.xml".count)))
      checkJoins(mets, pairs, path)
      checkDocuments(pairs, dossier)
    }
    if let dossier { checkTotals(dossier) }
  }

  /// Every file of data and every description stands in one division that joins the two.
  private func checkJoins(_ mets: METSTaker, _ pairs: [Pair], _ path: String) {
    let isWhole =
      pairs.count == mets.data && pairs.count == mets.descriptions && Set(pairs.map(\.data)).count == pairs.count
      && Set(pairs.map(\.description)).count == pairs.count
    if !isWhole || pairs.isEmpty { note(.notLinked, path) }
    checkNames(pairs)
  }

  /// A description that is called after another document's file was joined to the wrong one.
  private func checkNames(_ pairs: [Pair]) {
    func stem(_ number: Int) -> Substring {
      let name = files.path(number).split(separator: "/").last ?? ""
      return name[..<(name.lastIndex(of: ".") ?? name.endIndex)].lowercased()[...]
    }
    let stems = Set(pairs.map { stem($0.data).hashValue })
    for pair in pairs {
      let full = stem(pair.description), start = ["ead_doc_", "ead_pic_", "ead_media_"].first(where: full.hasPrefix)
      let name = full.dropFirst(start?.count ?? 0)
      guard name != stem(pair.data), stems.contains(name.hashValue) else { continue }
      let ead = files.path(pair.description).split(separator: "/").last.map(String.init) ?? ""
      note(.namesDisagree(ead), files.path(pair.data))
    }
  }

  /// `folder` is that of the representation whose PDFs these PREMIS files tell of; nil for those of the package.
  private func checkPreservation(_ numbers: [Int], ofData folder: String?) {
    if numbers.isEmpty {
      if result.kind == .aip { note(.missingPart("PREMIS")) }
      return
    }
    for number in numbers {
      let premis = PREMISTaker(), path = files.path(number)
      guard let stream = source.open(files.entries[number]) else { continue }
      for message in XMLWalk.read(stream, limit: SourceLimits.structure, schema: premisSchema, into: premis) {
        note(message, path)
      }
      if let folder { checkFixity(premis, folder, path) }
    }
  }

  private func checkFixity(_ premis: PREMISTaker, _ folder: String, _ path: String) {
    for (number, entry) in files.entries.enumerated() {
      let state = files[number]
      guard state.look != nil, state.named > 0, entry.path.hasPrefix(folder), let sum = state.sum,
        !premis.sums.contains(sum)
      else { continue }
      note(.noFixity((entry.path as NSString).lastPathComponent), path)
    }
  }
}

// MARK: Descriptions and PDFs

extension PackageInspection {
  private func checkDocuments(_ pairs: [Pair], _ dossier: [String: String]?) {
    result.documents += pairs.count
    for pair in pairs {
      let look = files[pair.data].look
      result.pages += Int(look?.pages ?? 0)
      if let look { check(look, files.path(pair.data)) }
      guard let values = description(pair.description, .document) else { continue }
      let path = files.path(pair.description)
      if let look { compare("numberOfPage", values, Int(look.pages), path) }
      checkCodes(values, dossier, path)
    }
  }

  private func checkTotals(_ dossier: [String: String]) {
    let path = root + "metadata/descriptive/EAD.xml"
    compare("totalDoc", dossier, result.documents, path)
    compare("numberOfPage", dossier, result.pages, path)
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

  private func check(_ look: DocumentLook, _ path: String) {
    if !look.isArchival { note(.notArchivalPDF, path) }
    if !look.hasText { note(.noTextLayer, path, .warning) }
    if !look.isSigned { return note(.unsigned, path, .warning) }
    if !look.isCovered { note(.signaturePartial, path) }
    if !look.isShown { note(.signatureNotShown, path) }
    if look.isCovered, look.isShown { result.signed += 1 }
  }

  /// The values of EAD or EAD_doc, in whatever order; nil where it cannot be read.
  private func description(_ number: Int, _ level: PackageLevel) -> [String: String]? {
    let path = files.path(number)
    let taker = EADTaker()
    guard let stream = source.open(files.entries[number]) else { return nil }
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
