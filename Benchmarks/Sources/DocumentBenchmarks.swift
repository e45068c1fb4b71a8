import DocumentModel
import Grammar
import Foundation
import Intake
import Layout
import Structure
import Tasks

/// From lines to records, and whole runs over scans.
struct DocumentBenchmarks {
  let sohoa: ChildProcess
  let models: String
  let runs: Int

  /// Structure and tasks of a text of thirty pages, in this process.
  func structure(of text: String, in texts: Texts) throws -> [Measurement] {
    let pages = try thirtyPages(text, texts)
    let phrases = Phrases(try Vocabulary.load(from: models))
    let (tables, parser, extractor) = (TextTables(phrases), DocumentParser(phrases), RecordExtractor(phrases))
    var best = Double.infinity, tasks = 0
    for _ in 0..<max(3, runs) {
      let start = processorTime()
      tasks = parser.parse(pages.map(tables.formed)).map(extractor.record).reduce(0) { $0 + $1.tasks.count }
      best = min(best, processorTime() - start)
    }
    return [
      Measurement("structure and tasks of 30 pages of text", best * 1000, "ms"),
      Measurement("tasks found in them", Double(tasks), "tasks"),
    ]
  }

  /// How much longer eight times as many items take: 8 where time grows with the text only, 64 where it grows with its
  /// square.
  func growth() throws -> Measurement {
    let phrases = Phrases(try Vocabulary.load(from: models))
    let (tables, parser, extractor) = (TextTables(phrases), DocumentParser(phrases), RecordExtractor(phrases))
    func seconds(_ count: Int) -> Double {
      let marks = ["-", "+", "1.", "a)", "(1)", "1.1."]
      let lines = (0..<count).map { index in
        Block.line(Line(parsing: "\(marks[index % 6]) Rà soát việc thứ \(index)", page: 1, number: index + 1))
      }
      let page = Page(number: 1, origin: .text, blocks: lines)
      return (0..<max(3, runs)).map { _ in
        let start = processorTime()
        _ = parser.parse([tables.formed(in: page)]).map(extractor.record)
        return processorTime() - start
      }.min() ?? 0
    }
    return Measurement(
      "4,000 items take, against 500 (8 is even growth)", seconds(4_000) / seconds(500), "times",
      asked: "24")
  }

  private func thirtyPages(_ text: String, _ texts: Texts) throws -> [Page] {
    var reader = try TextReader(path: try texts.write(text, bytes: 400_000, as: "pages.txt"))
    var lines: [Line] = []
    while let stretch = try reader.next() { lines += stretch.lines }
    let perPage = 45
    return (0..<30).map { number in
      let rows = lines.dropFirst(number * perPage).prefix(perPage)
      return Page(number: number + 1, origin: .text, blocks: rows.map { Block.line($0.moved(to: number + 1)) })
    }
  }

  private func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// Pages of the sample scans a second, by the clock and by the processor.
  func scans(at path: String, output: String) throws -> [Measurement] {
    let summary = output + "/summary.json"
    let usage = try sohoa.run(
      ["process", path, "--models", models, "--output", output + "/out", "--json"], output: summary)
    struct Report: Decodable {
      struct Input: Decodable { var pages: Int }
      var inputs: [Input]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(fileURLWithPath: summary)))
    let pages = Double(report.inputs.reduce(0) { $0 + $1.pages })
    return [
      Measurement("pages of the sample scans, on the clock", pages / usage.wall, "pages/s"),
      Measurement("processor time a page", usage.processor / pages, "s"),
      Measurement("process, memory", Double(usage.memory) / 1e6, "MB"),
    ]
  }
}

extension Line {
  fileprivate func moved(to page: Int) -> Line {
    var line = self
    line.page = page
    return line
  }
}
