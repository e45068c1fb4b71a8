internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Foundation
internal import Pipeline

/// What happens in a run, a line each on standard error, for people (`text`) or for a collector of logs (`json`).
struct EventLog: Sendable {
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, text }

  private struct Line: Encodable {
    var time: String
    var level: String
    var event: String
    var fields: [String: Value]

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.init(stringValue) }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(time, forKey: Key("time"))
      try container.encode(level, forKey: Key("level"))
      try container.encode(event, forKey: Key("event"))
      for (name, value) in fields { try value.encode(in: &container, forKey: Key(name)) }
    }
  }

  private enum Value {
    case text(String)
    case number(Double)

    func encode<Key: CodingKey>(in container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws {
      switch self {
      case .text(let text): try container.encode(text, forKey: key)
      case .number(let number): try container.encode(number, forKey: key)
      }
    }

    var shown: String {
      switch self {
      case .text(let text): text.contains(" ") ? "“\(text)”" : text
      case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
      }
    }
  }

  let format: Format
  let language: Language

  func write(_ event: BatchEvent) {
    let line = line(of: event)
    switch format {
    case .json:
      if let bytes = try? JSONExport.line(of: line) { Console.note(String(decoding: bytes, as: UTF8.self)) }
    case .text:
      let fields = line.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.shown)" }
      let all = [line.time, line.level, line.event] + fields
      Console.note(Console.oneLine(all.joined(separator: " ")) + "\n")
    }
  }

  private func line(of event: BatchEvent) -> Line {
    let time = Date.now.ISO8601Format()
    switch event {
    case .started(let run, let inputs):
      return Line(
        time: time, level: "info", event: "run-started",
        fields: ["run": .number(Double(run)), "inputs": .number(Double(inputs))])
    case .input(let report, let stages, let kept):
      return Line(
        time: time, level: report.failure == nil ? "info" : "error",
        event: report.failure == nil ? "input-done" : "input-failed", fields: fields(of: report, stages, kept))
    case .workerLost(let path, let reason, let words, let again):
      return Line(
        time: time, level: "warning", event: "worker-lost",
        fields: [
          "path": .text(path), "reason": .text(reason), "last-words": .text(words),
          "tries-again": .text(again ? "yes" : "no"),
        ])
    case .ended(let run, let counts, let seconds, let stopped):
      return Line(
        time: time, level: "info", event: stopped ? "run-stopped" : "run-ended",
        fields: [
          "run": .number(Double(run)), "done": .number(Double(counts.done)), "failed": .number(Double(counts.failed)),
          "earlier": .number(Double(counts.earlier)), "pages": .number(Double(counts.pages)),
          "seconds": .number(rounded(seconds)),
        ])
    }
  }

  private func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }

  private func fields(of report: InputReport, _ stages: [String: Double], _ kept: Int) -> [String: Value] {
    var fields: [String: Value] = [
      "path": .text(report.path), "name": .text(report.name), "pages": .number(Double(report.pages)),
      "kept-pages": .number(Double(kept)), "seconds": .number(rounded(report.seconds)),
    ]
    for (stage, seconds) in stages { fields["seconds-\(stage)"] = .number(rounded(seconds)) }
    if let failure = report.failure {
      fields["code"] = .text(failure.message.code)
      fields["message"] = .text(failure.message.text(in: language))
    }
    return fields
  }
}
