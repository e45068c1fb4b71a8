internal import DocumentModel
internal import Foundation

/// Writes what a package consists of, METS.xml last.
struct PackageContent {
  let names: PackageNames
  let addsEARK: Bool
  let looks: [PDFLook]
  let writer: PackageWriter

  private var kind: PackageKind { names.dossier.kind }
  private var mets: PackageMETS { PackageMETS(names: names, addsEARK: addsEARK) }
  private static let rep1 = PackageMETS.rep1Folder

  func write(progress: (Int) -> Void) throws(Failure) {
    let schemas = try writeSchemas()
    let documentation = addsEARK ? [try writer.write("documentation/README.txt", Array(readme.utf8))] : []
    let ead = try writer.write("metadata/descriptive/EAD.xml") { xml in
      Self.write(PackageDescription.dossier(names).values, to: xml)
    }
    let pairs = try writeDocuments(progress: progress)
    let premises = PackagePREMIS(names: names)
    let premisRep1 =
      kind == .sip
      ? nil
      : try writer.write(Self.rep1 + "metadata/preservation/PREMIS_rep1.xml") {
        premises.rep1(pairs, looks: looks, to: $0)
      }
    let rep1 = try writer.write(Self.rep1 + "METS.xml") { mets.rep1(pairs, premis: premisRep1, to: $0) }
    let premis =
      kind == .sip ? nil : try writer.write("metadata/preservation/PREMIS.xml") { premises.root(to: $0) }
    let files = PackageMETS.RootFiles(
      schemas: schemas, documentation: documentation, ead: ead, premis: premis, rep1: rep1)
    _ = try writer.write("METS.xml") { mets.root(files, to: $0) }
    progress(writer.total)
  }

  /// The name in a package of every schema that it carries, with its file in the folder of schemas.
  private var schemas: [(name: String, file: String)] {
    let standard = [
      ("METS.xsd", "mets.xsd"), ("xlink.xsd", "xlink.xsd"), ("DILCISExtensionMETS.xsd", "DILCISExtensionMETS.xsd"),
      ("DILCISExtensionSIPMETS.xsd", "DILCISExtensionSIPMETS.xsd"),
    ]
    let own = ["EAD.xsd", "EAD_doc.xsd", "EAD_media.xsd", "EAD_pic.xsd"].map { ($0, "\(kind.rawValue)/\($0)") }
    return standard + (kind == .aip ? [("premis.xsd", "premis.xsd")] : []) + own
  }

  private func writeSchemas() throws(Failure) -> [WrittenFile] {
    var written: [WrittenFile] = []
    for (name, file) in schemas {
      let path = names.rules.schemas + "/" + file
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw Failure(.cannotOpenInput, .cannotReadPackageTable(path))
      }
      written.append(try writer.write("schemas/" + name, [UInt8](bytes)))
    }
    return written
  }

  private func writeDocuments(progress: (Int) -> Void) throws(Failure) -> [PackageMETS.Pair] {
    var pairs: [PackageMETS.Pair] = []
    let fields = names.rules.fields(of: kind, .document)
    let copier = PayloadCopier(writer: writer)
    for (index, document) in names.dossier.documents.enumerated() {
      let values = PackageDescription.document(index, names, fields: fields).values
      let ead = try writer.write(Self.rep1 + names.ead(index)) { Self.write(values, to: $0) }
      let data = try copier.copy(
        document.payload, isRewritten: looks[index].isRewritten, to: Self.rep1 + names.dataFile(index))
      pairs.append(PackageMETS.Pair(data: data, ead: ead))
      progress(writer.total)
    }
    return pairs
  }

  /// EAD in the plain form of the circular: every element is there, in order, with text or without.
  private static func write(_ values: [(element: String, value: String)], to xml: XMLStream) {
    xml.element("simpledc") {
      for (element, value) in values { xml.element(element, text: value) }
    }
  }

  private var readme: String {
    """
    Gói tin \(kind.rawValue.uppercased()) theo Thông tư 05/2025/TT-BNV và E-ARK CSIP 2.0.4.
    METS.xml và representations/rep1/METS.xml kê mọi tệp với mã SHA-256. Tài liệu là PDF/A ở representations/rep1/data.

    A package (\(kind.rawValue.uppercased())) by Circular 05/2025/TT-BNV and E-ARK CSIP 2.0.4.
    METS.xml and representations/rep1/METS.xml name every file with its SHA-256. Documents are PDF/A in representations/rep1/data.
    Schemas of METS and XLink: Library of Congress; DILCISExtension schemas: DILCIS Board, CC BY 4.0.

    """
  }
}
