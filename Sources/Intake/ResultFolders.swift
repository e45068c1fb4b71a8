internal import Foundation

/// Results of earlier runs that lie below an input: they are texts and tables, and no documents.
enum ResultFolders {
  /// Files of which one at least is in every folder of results (docs/batches.md).
  private static let names = [
    "record.json", "text.txt", "tasks.csv", "tasks.xlsx", "searchable.pdf", "pages.packed", "alto.xml", "hocr.html",
  ]

  /// Whether runs have written their results into the folders in this one.
  static func lie(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/.sohoa/ledger.jsonl")
  }

  /// Whether a folder in such a one is of results. Documents may stand beside them, where one ran with `--output .`.
  static func isOne(_ folder: String) -> Bool {
    names.contains { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }
}
