import Testing

@testable import Structure

/// Names of bodies in lines that were read across the columns.
@Suite struct BodyTracerTests {
  private static let names = [
    "Văn phòng Tỉnh ủy", "Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ", "Sở Tư pháp", "Công an tỉnh", "Công an xã",
    "Các Sở, ngành", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
  ]

  struct Case: CustomTestStringConvertible {
    let name: String
    let lines: String
    var isProvincial = true
    let found: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a name on one line", lines: "Rà soát các quy định thuộc thẩm quyền của tỉnh Sở Tư pháp",
      found: ["Sở Tư pháp 0"]),
    Case(
      name: "a name over two lines",
      lines: """
        Xây dựng, ban hành và công bố mã định danh điện tử Sở Khoa học và
        của các cơ quan, tổ chức thuộc tỉnh quản lý theo quy định Công nghệ
        """,
      found: ["Sở Khoa học và Công nghệ 0,1"]),
    Case(
      name: "letters misread", lines: "Rà soát các quy định thuộc thẩm quyền của tỉnh Văn phòmg Tinh uv",
      found: ["Văn phòng Tỉnh ủy 0"]),
    Case(
      name: "first words that no other name has",
      lines: "Cụ thể hóa kịp thời các văn bản quy định của cấp trên Ủy ban Mặt trận",
      found: [
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh 0"
      ]),
    Case(
      name: "first words that two names have", lines: "Cụ thể hóa kịp thời các văn bản quy định của cấp trên Văn phòng",
      found: []),
    Case(
      name: "a commune's body in a province's table",
      lines: "Triển khai hệ thống camera an ninh trên toàn địa bàn Công an xã",
      found: []),
    Case(
      name: "a commune's body in its own table",
      lines: "Triển khai hệ thống camera an ninh trên toàn địa bàn Công an xã",
      isProvincial: false, found: ["Công an xã 0"]),
    Case(
      name: "a set that begins small in the work's own sentence",
      lines: "Phối hợp với các sở, ngành rà soát toàn bộ danh mục dữ liệu Sở Tư pháp", found: ["Sở Tư pháp 0"]),
    Case(
      name: "a set that begins small in a list of bodies",
      lines: "Rà soát toàn bộ danh mục dữ liệu dùng chung Công an tỉnh, các Sở, ngành",
      found: ["Công an tỉnh 0", "Các Sở, ngành 0"]),
  ]

  @Test(arguments: cases) func namesAreTraced(_ sample: Case) throws {
    let tracer = try tracer()
    let traces = tracer.traces(in: ReadAcrossSamples.tokens(sample.lines), isProvincial: sample.isProvincial)
    #expect(traces.map(described) == sample.found)
  }

  /// No token belongs to two names.
  @Test func tracesDoNotOverlap() throws {
    let lines = ReadAcrossSamples.tokens("Rà soát các quy định của tỉnh | Văn phòng Tỉnh ủy | Văn phòng UBND tỉnh |")
    let traces = try tracer().traces(in: lines, isProvincial: true)
    #expect(traces.map(described) == ["Văn phòng Tỉnh ủy 0", "Văn phòng UBND tỉnh 0"])
    #expect(!traces[0].overlaps(traces[1]) && traces[0].overlaps(traces[0]))
  }

  /// The beginning is lost: the end that no other name has is enough, where nobody else leads.
  @Test func endsOfNamesAreTracedAlone() throws {
    let lines = ReadAcrossSamples.tokens(
      "Xây dựng, ban hành và công bố mã định danh điện tử của tỉnh | xx Khoa học và Công nghệ | Công an tỉnh")
    let tracer = try tracer()
    let traces = tracer.traces(in: lines, isProvincial: true).filter { Self.names[$0.name] == "Công an tỉnh" }
    #expect(
      tracer.tailTraces(in: lines, besides: traces, isProvincial: true).map(described) == ["Sở Khoa học và Công nghệ 0"]
    )
  }

  @Test func boundsDecide() throws {
    let lines = ReadAcrossSamples.tokens(Self.cases[2].lines)
    var bounds = NameBounds()
    bounds.lettersPerError = 100
    #expect(try tracer(bounds).traces(in: lines, isProvincial: true).isEmpty)
    bounds = NameBounds()
    (bounds.leastShare, bounds.fewestUniqueLetters) = (1, 99)
    let first = ReadAcrossSamples.tokens(Self.cases[3].lines)
    #expect(try tracer(bounds).traces(in: first, isProvincial: true).isEmpty)
  }

  private func tracer(_ bounds: NameBounds = NameBounds()) throws -> BodyTracer {
    BodyTracer(names: Self.names, words: try ReadAcrossSamples.words.get(), bounds: bounds)
  }

  /// The name and the lines that its pieces stand on.
  private func described(_ trace: BodyTracer.Trace) -> String {
    "\(Self.names[trace.name]) \(trace.pieces.map { String($0.line) }.joined(separator: ","))"
  }
}
