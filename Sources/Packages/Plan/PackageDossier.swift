public import Foundation

/// One dossier with its documents, as the archive has them. Values are by element name of EAD, in words or codes.
public struct PackageDossier: Sendable {
  public var kind: PackageKind
  /// The code of the fonds (mã phông): letters, digits, `.`, `_` and `-`.
  public var fonds: String
  /// Drawn once and kept by the archive, so that a second build gives the same bytes.
  public var objid, rep1: UUID
  /// When the package was first made, given by the archive: `2026-11-21T10:00:00.000+07:00`.
  public var moment: String
  public var values: [String: String]
  public var documents: [PackageDocument]
  /// The agency that makes the package, and its code (mã định danh); the code is the fonds' where it is empty.
  public var agencyName: String
  public var agencyCode: String
  public var softwareName, softwareVersion: String
  /// Whether it takes the place of an earlier package of the same dossier.
  public var isReplacement: Bool
  /// Whether it is a trial, such as one of unsigned files.
  public var isTest: Bool
  /// The registration of the delivery (mã đăng ký yêu cầu nộp), for a SIP; nil where there is none.
  public var submissionAgreement: String?
  /// What was done with the papers, for PREMIS.
  public var events: [PackageEvent]

  public init(
    kind: PackageKind = .aip, fonds: String, objid: UUID, rep1: UUID, moment: String, values: [String: String] = [:],
    documents: [PackageDocument] = [], agencyName: String = "", agencyCode: String = "", softwareName: String = "Sohoa",
    softwareVersion: String = "", isReplacement: Bool = false, isTest: Bool = false, submissionAgreement: String? = nil,
    events: [PackageEvent] = []
  ) {
    (self.kind, self.fonds, self.objid, self.rep1, self.moment) = (kind, fonds, objid, rep1, moment)
    (self.values, self.documents) = (values, documents)
    (self.agencyName, self.agencyCode) = (agencyName, agencyCode)
    (self.softwareName, self.softwareVersion) = (softwareName, softwareVersion)
    (self.isReplacement, self.isTest) = (isReplacement, isTest)
    (self.submissionAgreement, self.events) = (submissionAgreement, events)
  }
}

/// One document of a dossier.
public struct PackageDocument: Sendable {
  public var values: [String: String]
  public var payload: PackagePayload
  /// Drawn once and kept, as the dossier's.
  public var uuid: UUID

  public init(values: [String: String] = [:], payload: PackagePayload, uuid: UUID) {
    (self.values, self.payload, self.uuid) = (values, payload, uuid)
  }
}

/// The PDF of a document.
public struct PackagePayload: Sendable {
  /// The PDF/A that the archive knows, unsigned.
  public var path: String
  /// Its SHA-256 as the archive knows it, sixty-four hexadecimal digits. A file that has another is refused.
  public var sha256: String
  /// Its bytes; nil where the archive does not know.
  public var size: Int?
  /// Its name as people know it, for PREMIS.
  public var originalName: String
  /// How many pages the archive counted; nil where it did not, which refuses.
  public var pages: Int?
  /// The same file with a signature behind it; nil where it is not signed. It is then what goes into the package.
  public var signedPath: String?

  public init(
    path: String, sha256: String, size: Int? = nil, originalName: String, pages: Int? = nil, signedPath: String? = nil
  ) {
    (self.path, self.sha256, self.size) = (path, sha256, size)
    (self.originalName, self.pages, self.signedPath) = (originalName, pages, signedPath)
  }
}

/// Something that was done with the papers, such as `transfer` (digitising) or `validation`, in the vocabulary of the
/// Library of Congress.
public struct PackageEvent: Sendable, Hashable, Codable {
  public var type, moment, detail, outcome: String
  /// Who did it; the agency where it is empty.
  public var agent: String
  /// 1-based; nil where it concerns the whole dossier.
  public var document: Int?

  public init(
    type: String, moment: String, detail: String = "", outcome: String = "", agent: String = "", document: Int? = nil
  ) {
    (self.type, self.moment, self.detail, self.outcome) = (type, moment, detail, outcome)
    (self.agent, self.document) = (agent, document)
  }
}
