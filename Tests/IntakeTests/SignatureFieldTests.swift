import DocumentModel
import Testing

@testable import Intake

/// What `pdfsig` lists, told again without its verdict on validity.
@Suite struct SignatureFieldTests {
  private static let listed = """
    Digital Signature Info of: signed.pdf
    Signature #1:
      - Signature Field Name: Signature1
      - Signer Certificate Common Name: Ủy ban nhân dân xã Hợp Minh
      - Signer full Distinguished Name: CN=Ủy ban nhân dân xã Hợp Minh,O="Tỉnh An Giang, Sở Nội vụ",C=VN
      - Signing Time: Jul 11 2025 09:12:05
      - Signing Hash Algorithm: SHA-256
      - Signature Validation: Signature is Valid.
    Signature #2:
      - Signature Field Name: So van ban
      - Signer Certificate Common Name: 
      - Signer full Distinguished Name: (null)
      - Signing Time: yesterday
    """

  @Test func fieldsAreListed() {
    let fields = SignatureFields.parse(Self.listed)
    #expect(
      fields == [
        Signature(
          source: .field, field: "Signature1", signer: "Ủy ban nhân dân xã Hợp Minh",
          organisation: "Tỉnh An Giang, Sở Nội vụ", time: "2025-07-11T09:12:05Z"),
        Signature(source: .field, field: "So van ban"),
      ])
  }

  @Test(arguments: ["", "File 'x.pdf' does not contain any signatures", "  - Signing Time: Jul 11 2025 09:12:05"])
  func nothingIsMadeOfNothing(_ listed: String) {
    #expect(SignatureFields.parse(listed).isEmpty)
  }
}
