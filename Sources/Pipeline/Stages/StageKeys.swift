internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import PageReading
internal import Restoration

/// What kept artefacts are known by.
struct ArtefactKeys: Codable, Sendable {
  var recognition, restoration: StageKey
}

/// What the artefacts of every stage are known by in a run, and what the whole work on an input is.
struct StageKeys: Sendable {
  let recognition, restoration: StageKey
  /// Every stage, the formats and the language: an input that was finished under this key has nothing left to be done.
  let work: StageKey
  /// For people: version of every stage, and what the models are known by.
  let versions: [String: String]

  var ofArtefacts: ArtefactKeys { ArtefactKeys(recognition: recognition, restoration: restoration) }

  /// Reads what the models and dictionaries are known by. Fails where the restoration model is missing.
  init(_ settings: RunSettings) throws(Failure) {
    let model = try RestorationModel.checksum(ofFile: settings.models + "/" + RestorationModel.fileName)
    let vocabulary = ["labels", "document-types", "bodies", "verbs"].map { $0 + ".tsv" }
    let tables = Self.tables(in: settings.models)
    let engine = Self.recognitionModels(settings.reading.languages)
    // The language model judges between two readings of a line: recognition follows it, too.
    recognition = StageKey(
      RecognitionStage.identity, after: nil,
      [
        "languages": settings.reading.languages, "most-pixels": String(settings.reading.mostPixels), "model": model,
        "engine": engine, "layout": Self.layoutWords(in: settings.models),
      ])
    restoration = StageKey(
      RestorationStage.identity, after: recognition,
      ["model": model].merging(tables.filter { !vocabulary.contains($0.key) }) { first, _ in first })
    let structure = StageKey(
      StructureStage.identity, after: restoration, tables.filter { vocabulary.contains($0.key) })
    let tasks = StageKey(TaskStage.identity, after: structure, [:])
    work = StageKey(
      OutputWriter.identity, after: tasks,
      [
        "formats": settings.formats.map(\.rawValue).sorted().joined(separator: ","),
        "language": settings.language.rawValue, "archive": Self.archive(settings.archive),
      ])
    versions = Self.versions(model: model, engine: engine)
  }

  private static func versions(model: String, engine: String) -> [String: String] {
    let stages = [
      RecognitionStage.identity, RestorationStage.identity, StructureStage.identity, TaskStage.identity,
      OutputWriter.identity,
    ]
    return Dictionary(uniqueKeysWithValues: stages.map { ($0.name, String($0.version)) })
      .merging(["model": model, "engine": engine]) { first, _ in first }
  }

  /// The hash of every table in the folder, by its name.
  private static func tables(in folder: String) -> [String: String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".tsv") }
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, Digest.sha256(ofFile: folder + "/" + $0) ?? "unreadable") })
  }

  /// The rows of the labels by which a page's columns are told: all that recognition takes from that table.
  private static func layoutWords(in folder: String) -> String {
    let table = (try? String(contentsOfFile: folder + "/labels.tsv", encoding: .utf8)) ?? ""
    let rows = table.split(whereSeparator: \.isNewline).filter { $0.contains("\tlayout\t") }
    return Digest.sha256(of: Array(rows.joined(separator: "\n").utf8))
  }

  /// What Tesseract's model files are known by: they change with a package of the system, and the text with them.
  private static func recognitionModels(_ languages: String) -> String {
    let named = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"].map { [$0, $0 + "/tessdata"] } ?? []
    let folders = named + ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"]
    return languages.split(separator: "+").map { language in
      let found = folders.lazy.compactMap { Digest.sha256(ofFile: "\($0)/\(language).traineddata") }.first
      return String((found ?? "unknown").prefix(16))
    }.joined(separator: "+")
  }

  /// An archive that was put in another's place holds nothing of what that one was given.
  private static func archive(_ path: String?) -> String {
    guard let path else { return "" }
    return "\(URL(fileURLWithPath: path).standardizedFileURL.path):\(FileStamp(of: path)?.inode ?? 0)"
  }
}

extension StageKey {
  init(_ identity: StageIdentity, after earlier: StageKey?, _ settings: [String: String]) {
    self.init(identity.name, version: identity.version, settings: settings, after: earlier)
  }
}

extension OutputWriter {
  /// Not a stage, but what it writes changes with it.
  static let identity = StageIdentity(name: "files", version: 1)
}
