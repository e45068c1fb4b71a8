import DocumentModel
import Testing

@testable import Tasks

/// Which spellings are one body in a plan of xã Hợp Minh.
@Suite struct BodyDirectoryTests {
  private func identities(_ names: [String], issuer: String) throws -> [BodyIdentity] {
    let phrases = try Extraction().phrases
    let task = TaskRecord(number: "1", path: [], group: nil, content: "Việc", lead: names, page: 1)
    let record = DocumentRecord(pages: [1, 1], document: DocumentHeader(issuer: issuer), tasks: [task])
    return BodyDirectory(phrases).identities(in: record, splitter: BodySplitter(phrases))
  }

  @Test(arguments: [
    ["Trung tâm Phục vụ hành chính công", "Trung tâm PVHCC xã", "Trung tâm phục vụ hành chính công xã Hợp Minh"],
    ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội", "Phòng Văn hóa — Xã hội xã", "Phòng VHXH"],
    ["Văn phòng HĐND và UBND xã", "Văn phòng HĐND - UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"],
    ["Công an xã", "Công an xã Hợp Minh"],
  ])
  func oneBody(_ names: [String]) throws {
    let found = try identities(names, issuer: "Ủy ban nhân dân xã Hợp Minh")
    #expect(found.map(\.spellings) == [names])
    #expect(found.first?.place == "Hợp Minh")
  }

  @Test func setsAndBodiesElsewhereStayApart() throws {
    let names = ["Các đơn vị khác có liên quan", "Công an xã", "Công an tỉnh", "Sở Nội vụ tỉnh Nghệ An"]
    let found = try identities(names, issuer: "Ủy ban nhân dân xã Hợp Minh")
    #expect(found.map(\.generic) == [true, false, false, false])
    #expect(
      found.map(\.id) == [
        "cac-don-vi-khac-co-lien-quan", "cong-an@xa-hop-minh", "cong-an@tinh", "so-noi-vu@tinh-nghe-an",
      ])
  }
}
