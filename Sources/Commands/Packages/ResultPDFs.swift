internal import Archive
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Packages

/// Finds the PDF of a document: in a folder of results by the content hash in its record, else the scanned file itself. Of
/// a file that holds several documents it is the pages of this one, which are written as a file of their own.
/// Signed twins lie in a folder of their own under the same names.
final class ResultPDFs {
  private var byHash: [String: String] = [:]
  private let signed: String?
  /// For parts of files; taken away in the end.
  private let parts: String

  /// `results` is the output folder of a run, or nil; `signed` a folder of signed PDFs, or nil.
  ///
  /// - Throws: a failure where there is no place for temporary files.
  init(results: String?, signed: String?) throws(Failure) {
    self.signed = signed
    parts = NSTemporaryDirectory() + "sohoa-parts-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: parts, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWriteOutput, .noTemporaryFolder(parts))
    }
    if let results { read(results) }
  }

  deinit { try? FileManager.default.removeItem(atPath: parts) }

  private func read(_ results: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: results)) ?? [] {
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
    guard let hash = item.sha256, let file = item.file, let whole = pdf(of: item) else { return nil }
    // Of the scanned file itself the archive knows the hash. Of what was made of it the bytes are hashed here.
    guard let path = part(of: whole, item), let known = path == file ? hash : try? ContentHash.sha256(of: [path])
    else { return nil }
    return PackagePayload(
      path: path, sha256: known, originalName: Self.lastName(file), pages: pages(of: item)?.count,
      signedPath: signedTwin(of: item, whole))
  }

  private func pdf(of item: PackageSource.Item) -> String? {
    guard let hash = item.sha256, let file = item.file else { return nil }
    let isPDF = file.lowercased().hasSuffix(".pdf") && FileManager.default.fileExists(atPath: file)
    return byHash[hash] ?? (isPDF ? file : nil)
  }

  private func pages(of item: PackageSource.Item) -> ClosedRange<Int>? {
    guard let first = item.firstPage, let last = item.lastPage, first <= last else { return nil }
    return first...last
  }

  /// The file itself where all of it is the document's; nil where its pages cannot be taken out of it.
  private func part(of whole: String, _ item: PackageSource.Item) -> String? {
    guard let pages = pages(of: item) else { return nil }
    if pages.count == item.pagesInFile { return whole }
    let target = parts + "/\(item.id).pdf"
    return (try? PDFPart.write(pages: pages, of: whole, to: target)) == nil ? nil : target
  }

  /// What the file is called that is to be signed: after the folder of its results (`005.pdf` for
  /// `results/005/searchable.pdf`) or the scanned file; of a part also after its pages (`005.3-4.pdf`).
  func nameToSign(_ item: PackageSource.Item) -> String? { pdf(of: item).flatMap { names(of: item, $0).first } }

  private func names(of item: PackageSource.Item, _ whole: String) -> [String] {
    let isResult = item.sha256.map { byHash[$0] == whole } ?? false
    let folder = isResult ? whole.split(separator: "/").dropLast().last.map(String.init) : nil
    let name = Self.lastName(item.file ?? whole)
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let part = pages(of: item).map { $0.count == item.pagesInFile ? "" : ".\($0.lowerBound)-\($0.upperBound)" } ?? ""
    return [folder, stem].compactMap { $0 }.map { $0 + part + ".pdf" }
  }

  private func signedTwin(of item: PackageSource.Item, _ whole: String) -> String? {
    guard let signed else { return nil }
    return names(of: item, whole).map { signed + "/" + $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Message {
  static func noTemporaryFolder(_ path: String) -> Message {
    Message(
      "no-temporary-folder", vi: "Không tạo được thư mục tạm “\(path)”. Kiểm tra TMPDIR và chỗ trống.",
      en: "The temporary folder “\(path)” cannot be made. Look at TMPDIR and the room that is left.")
  }
}
