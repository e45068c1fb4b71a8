import DocumentModel
import Testing

@testable import Structure

@Suite struct SignatureLinesTests {
  private static let printed = [
    "Ký bởi: Ủy ban nhân dân xã", "Hợp Minh", "Email: ubnd@hopminh.vn", "Cơ quan: Tỉnh An Giang",
    "Thời gian ký: 11.07.2025 16:12:05 +07:00", "ỦY BAN NHÂN DÂN",
  ]

  private func page(_ texts: [String], origin: Page.Origin = .scan, overlay: [String] = []) -> Page {
    var page = Page(number: 1, origin: origin, blocks: texts.map { .line(Line(parsing: $0)) })
    page.overlay = overlay.map { Line(parsing: $0) }
    return page
  }

  @Test func linesOnAScanBecomeMetadata() {
    let (pages, signatures) = SignatureLines.taken(from: [page(Self.printed)])
    #expect(pages[0].lines.map(\.text) == ["ỦY BAN NHÂN DÂN"])
    #expect(signatures.count == 1)
    #expect(signatures[0].source == .print && signatures[0].page == 1)
    #expect(signatures[0].signer == "Ủy ban nhân dân xã Hợp Minh" && signatures[0].organisation == "Tỉnh An Giang")
    #expect(signatures[0].time == "2025-07-11T16:12:05+07:00")
  }

  @Test func aTextInputKeepsItsLines() {
    let (pages, signatures) = SignatureLines.taken(from: [page(Self.printed, origin: .text)])
    #expect(pages[0].lines.count == Self.printed.count && signatures.count == 1)
  }

  @Test func anOverlayIsReadWhereItLies() {
    let (pages, signatures) = SignatureLines.taken(from: [page(["Kế hoạch"], overlay: Array(Self.printed.prefix(5)))])
    #expect(pages[0].lines.count == 1 && signatures.map(\.source) == [.overlay])
  }

  /// A sentence about who signs is text.
  @Test(arguments: [
    ["Người ký: Chủ tịch Ủy ban nhân dân xã.", "Các đơn vị thực hiện."], ["Văn bản ký bởi: ai"], ["Cơ quan: Sở Nội vụ"],
    [],
  ])
  func otherLinesStay(_ texts: [String]) {
    let (pages, signatures) = SignatureLines.taken(from: [page(texts)])
    #expect(pages[0].lines.map(\.text) == texts && signatures.isEmpty)
  }

  @Test(arguments: [
    ("11.07.2025 16:12:05 +07:00", "2025-07-11T16:12:05+07:00"),
    ("2025-07-11T16:12:05+0700", "2025-07-11T16:12:05+07:00"),
    ("11/7/2025", "2025-07-11"), ("11/7/2025 9:05", "2025-07-11T09:05:00"), ("41/13/2025", nil), ("hôm qua", nil),
  ])
  func times(text: String, iso: String?) {
    #expect(SigningTime(text)?.iso == iso)
  }
}
