internal import DocumentModel
internal import Foundation
/// Where a batch keeps what it must know the next time: below its output folder, hidden from listings.
///
/// | | |
/// |---|---|
/// | `lock` | held while a run is under way |
/// | `ledger.jsonl` | which inputs were finished or failed, and what was told of them |
/// | `runs/N.json` | every run: settings, versions, counts, times |
/// | `artefacts/AB/SHA-256/STAGE-KEY` | what stages made of pages |
/// | `metrics.prom` | the counts of the run under way or of the last, for Prometheus |
public struct BatchFolder: Sendable, Hashable {
  public let path: String

  /// - Parameter output: the folder of the results.
  public init(output: String) { path = output + "/.sohoa" }

  public var lock: String { path + "/lock" }
  public var runs: String { path + "/runs" }
  public var metrics: String { path + "/metrics.prom" }
  var ledger: String { path + "/ledger.jsonl" }
  var artefacts: String { path + "/artefacts" }
}

extension BatchFolder {
  /// - Throws: `cannotWriteOutput` where a file has the name of the folder that results are to go to.
  static func refuseFile(_ path: String) throws(Failure) {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    if (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false {
      throw Failure(.cannotWriteOutput, .outputIsAFile(path))
    }
  }
}

extension Message {
  static func outputIsAFile(_ path: String) -> Message {
    Message(
      "output-is-a-file", vi: "“\(path)” là một tệp, không phải thư mục. Chọn thư mục khác cho --output.",
      en: "“\(path)” is a file, not a folder. Choose another folder for --output.")
  }
}
