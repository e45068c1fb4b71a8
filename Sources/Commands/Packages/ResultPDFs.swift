internal import Archive
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Packages

/// Finds the PDF of a document: in a folder of results by the content hash in its record, else the scanned file itself.
/// Signed twins lie in a folder of their own under the same names.
struct ResultPDFs {
  private var byHash: [String: String] = [:]
  private let signed: String?

  /// `results` is the output folder of a run, or nil; `signed` a folder of signed PDFs, or nil.
  init(results: String?, signed: String?) {
    self.signed = signed
    guard let results, let names = try? FileManager.default.contentsOfDirectory(atPath: results) else { return }
    for name in names {
      let folder = results + "/" + name, pdf = folder + "/searchable.pdf"
      guard FileManager.default.fileExists(atPath: pdf),
        let data = FileManager.default.contents(atPath: folder + "/record.json"),
        let record = try? JSONDecoder().decode(Head.self, from: data)
      else { continue }
      byHash[record.source.sha256] = pdf
    }
  }

  private struct Head: Decodable {
    struct Source: Decodable { var sha256: String }
    var source: Source
  }

  func payload(_ item: PackageSource.Item) -> PackagePayload? {
    guard let hash = item.sha256, let file = item.file else { return nil }
    let isPDF = file.lowercased().hasSuffix(".pdf") && FileManager.default.fileExists(atPath: file)
    guard let path = byHash[hash] ?? (isPDF ? file : nil) else { return nil }
    // Of the scanned file itself the archive knows the hash. Of what was made of it the bytes are hashed here.
    guard let known = path == file ? hash : try? ContentHash.sha256(of: [path]) else { return nil }
    let original = file.split(separator: "/").last.map(String.init) ?? file
    let pages = item.firstPage.flatMap { first in item.lastPage.map { $0 - first + 1 } }
    return PackagePayload(
      path: path, sha256: known, originalName: original, pages: pages, signedPath: signedTwin(of: path, original))
  }

  /// By the name of the result's folder (`005.pdf` for `results/005/searchable.pdf`) or of the scanned file.
  private func signedTwin(of path: String, _ original: String) -> String? {
    guard let signed else { return nil }
    let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    let stem = original.lastIndex(of: ".").map { String(original[..<$0]) } ?? original
    return [folder, stem].lazy.map { "\(signed)/\($0).pdf" }.first { FileManager.default.fileExists(atPath: $0) }
  }
}
