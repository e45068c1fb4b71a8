import Testing

@testable import Structure

/// How far one name is followed down the lines.
@Suite struct NameSearchTests {
  private static let name = "Trung tâm Phục vụ hành chính công tỉnh"

  struct Case: CustomTestStringConvertible {
    let name: String
    let lines: String
    /// By piece: the words that its tokens spell; empty where the name is not found.
    let pieces: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "three pieces, the work's words beside them",
      lines: """
        Kết nối hệ thống giải quyết thủ tục hành chính của tỉnh Trung tâm
        với Cổng Dịch vụ công quốc gia, bảo đảm đồng bộ hồ sơ Phục vụ hành
        và trạng thái xử lý theo thời gian thực trên toàn tỉnh chính công tỉnh
        """,
      pieces: ["Trung tâm", "Phục vụ hành", "chính công tỉnh"]),
    Case(
      name: "one line lost between two pieces",
      lines: """
        Kết nối hệ thống giải quyết thủ tục hành chính của tỉnh Trung tâm Phục vụ
        với Cổng Dịch vụ công quốc gia, bảo đảm đồng bộ hồ sơ |
        và trạng thái xử lý theo thời gian thực trên toàn tỉnh hành chính công tỉnh
        """,
      pieces: ["Trung tâm Phục vụ", "hành chính công tỉnh"]),
    Case(
      name: "words stuck together",
      lines: "Kết nối hệ thống giải quyết thủ tục hành chính TrungtâmPhụcvụ hànhchính công tỉnh",
      pieces: ["TrungtâmPhụcvụ hànhchính công tỉnh"]),
    Case(
      name: "too far below",
      lines: """
        Kết nối hệ thống giải quyết thủ tục hành chính của tỉnh Trung tâm
        với Cổng Dịch vụ công quốc gia, bảo đảm đồng bộ hồ sơ |
        và trạng thái xử lý theo thời gian thực trên toàn tỉnh |
        Phục vụ hành chính công
        """, pieces: ["Trung tâm"]),
    Case(
      name: "in the work's own sentence",
      lines: "trung tâm phục vụ hành chính công tỉnh tiếp nhận hồ sơ của toàn bộ các sở ngành",
      pieces: []),
  ]

  @Test(arguments: cases) func aNameIsFollowedDown(_ sample: Case) throws {
    #expect(try pieces(in: sample.lines) == sample.pieces)
  }

  @Test func boundsDecide() throws {
    var bounds = NameBounds()
    bounds.linesDown = 3
    #expect(try pieces(in: Self.cases[3].lines, bounds) == ["Trung tâm", "Phục vụ hành chính công"])
    bounds = NameBounds()
    bounds.mostPieces = 2
    #expect(try pieces(in: Self.cases[0].lines, bounds).count < 3)
  }

  private func pieces(in text: String, _ bounds: NameBounds = NameBounds()) throws -> [String] {
    let lines = ReadAcrossSamples.tokens(text)
    let tracer = BodyTracer(names: [Self.name], words: try ReadAcrossSamples.words.get(), bounds: bounds)
    let trace = tracer.traces(in: lines, isProvincial: true).first
    return (trace?.pieces ?? []).map { lines[$0.line][$0.tokens].map(\.text).joined(separator: " ") }
  }
}
