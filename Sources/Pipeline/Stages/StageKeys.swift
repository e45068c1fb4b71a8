internal import Checkpoints
internal import Digests
internal import DocumentModel
internal import Foundation
internal import PageReading
internal import PenFigures
internal import Recognition
internal import Restoration

/// What the artefacts of every stage are known by in a run, and what the whole work on an input is. Two programs whose
/// keys are equal make the same of the same input.
///
/// A key holds the digest of the stage's code (`StageFingerprints`), of the tables and models that it reads, of the
/// settings that change its result, and the keys of all stages before it.
struct StageKeys: Codable, Sendable {
  let recognition, restoration, structure, tasks: StageKey
  /// All stages, the formats and the language: an input that was finished under this key has nothing left to be done.
  let work: StageKey
  /// For people: what the code of every stage and the models are known by, hexadecimal.
  let versions: [String: String]

  /// Reads what the models and dictionaries are known by.
  ///
  /// - Parameters:
  ///   - settings: how the run is to be made.
  ///   - code: the digest of every stage's code, by the stage's name.
  /// - Throws: a failure where the restoration model is missing or damaged, or where there is no such recogniser.
  init(_ settings: RunSettings, code: [String: String] = StageFingerprints.ofThisProgram) throws(Failure) {
    let model = try RestorationModel.checksum(ofFile: settings.models + "/" + RestorationModel.fileName)
    let tables = Self.tables(in: settings.models)
    let engine = try Self.recogniser(settings.reading)
    func key(_ stage: String, _ settings: [String: String], after earlier: StageKey?) -> StageKey {
      StageKey(stage, madeOf: code[stage] ?? "", settings: settings, after: earlier)
    }
    // The language model judges between two readings of a line: recognition follows it, too.
    recognition = key(
      RecognitionStage.name,
      [
        "languages": settings.reading.languages, "most-pixels": String(settings.reading.mostPixels), "model": model,
        "recogniser": engine, "layout": Self.layoutWords(in: settings.models),
        "text-layer": settings.reading.textLayer.rawValue, "reader": Self.reader(settings.reading.reader),
        "pen": Digest.sha256(ofFile: settings.models + "/" + PenNet.fileName) ?? "",
      ], after: nil)
    restoration = key(
      RestorationStage.name,
      ["model": model].merging(tables.filter { !Self.vocabulary.contains($0.key) }) { first, _ in first },
      after: recognition)
    structure = key(
      StructureStage.name,
      tables.filter { Self.vocabulary.contains($0.key) }
        .merging(["documents": settings.documents.rawValue]) { first, _ in first }, after: restoration)
    tasks = key(TaskStage.name, [:], after: structure)
    work = key(
      OutputWriter.name,
      [
        "formats": settings.formats.map(\.name).sorted().joined(separator: ","),
        "language": settings.language.rawValue, "archive": Self.archive(settings.archive),
      ].merging(settings.isStrictPDFA ? ["strict-pdfa": "yes"] : [:]) { first, _ in first }, after: tasks)
    versions = code.merging(["model": model, "engine": engine]) { first, _ in first }.mapValues {
      String($0.prefix(16))
    }
  }

  /// The tables that structure and tasks read; a change to any other one remakes restoration.
  private static let vocabulary = ["labels", "document-types", "bodies", "verbs", "person-names"].map { $0 + ".tsv" }

  /// The hash of every table in the folder, by its name.
  private static func tables(in folder: String) -> [String: String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".tsv") }
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, Digest.sha256(ofFile: folder + "/" + $0) ?? "unreadable") })
  }

  /// What the recogniser's library and models are known by: they change with packages of the system, and the text with them.
  private static func recogniser(_ settings: ReadingSettings) throws(Failure) -> String {
    let kind = try Recognisers.kind(named: settings.recogniser)
    let languages = [settings.languages] + (kind.secondModel(settings.languages).map { [$0] } ?? [])
    let models = languages.flatMap(kind.modelFiles).map { file in
      String((file.flatMap(Digest.sha256(ofFile:)) ?? "unknown").prefix(16))
    }
    return ([kind.name, kind.version()] + models).joined(separator: " ")
  }

  /// The program that reads doubtful lines; a change of what it loads is not seen.
  private static func reader(_ path: String?) -> String {
    path.map { "\($0) \(Digest.sha256(ofFile: $0) ?? "unreadable")" } ?? ""
  }

  /// The rows of the labels by which a page's columns are told: all that recognition takes from that table.
  private static func layoutWords(in folder: String) -> String {
    let table = (try? String(contentsOfFile: folder + "/labels.tsv", encoding: .utf8)) ?? ""
    let rows = table.split(whereSeparator: \.isNewline).filter { $0.contains("\tlayout\t") }
    return Digest.sha256(of: Array(rows.joined(separator: "\n").utf8))
  }

  /// An archive that was put in another's place holds nothing of what that one was given.
  private static func archive(_ path: String?) -> String {
    guard let path else { return "" }
    return "\(URL(fileURLWithPath: path).standardizedFileURL.path):\(FileStamp(of: path)?.inode ?? 0)"
  }
}

extension OutputWriter {
  /// Writing files is no stage, but what is written changes with its code.
  static let name = "files"
}
