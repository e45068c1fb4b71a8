import Digests
import Foundation
import Packages
import SampleDocuments

/// A package as a folder, to be damaged.
final class PackageFolder {
  private let dossier: SampleDossier
  private(set) var path: String

  init(_ kind: PackageKind) throws {
    dossier = try SampleDossier(kind)
    path = try dossier.build(.init(folder: true)).path
  }

  func bytes(_ name: String) -> [UInt8] { [UInt8](FileManager.default.contents(atPath: path + "/" + name) ?? Data()) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func flip(_ name: String) throws {
    var bytes = bytes(name)
    bytes[bytes.count / 2] ^= 1
    try write(bytes, name)
  }

  func replace(_ name: String, _ old: String, _ new: String) throws {
    let text = String(decoding: bytes(name), as: UTF8.self)
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadUnknown) }
    try write(Array(text.replacingCharacters(in: range, with: new).utf8), name)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  func rename(_ name: String) throws {
    let new = URL(fileURLWithPath: path).deletingLastPathComponent().path + "/" + name
    try FileManager.default.moveItem(atPath: path, toPath: new)
    path = new
  }

  func swap(_ first: String, _ second: String) throws {
    let kept = bytes(first)
    try write(bytes(second), first)
    try write(kept, second)
  }

  func link(_ name: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: "/etc")
  }

  /// Lets each description lead to the other's PDF.
  func swapLinks() throws {
    let name = CheckTests.inner
    var text = String(decoding: bytes(name), as: UTF8.self)
    let ids = text.matches(of: /<fptr FILEID="(ID-[^"]*)"/).map { String($0.1) }
    text = text.replacingOccurrences(of: "FILEID=\"\(ids[0])\"", with: "FILEID=\"-\"")
      .replacingOccurrences(of: "FILEID=\"\(ids[1])\"", with: "FILEID=\"\(ids[0])\"")
      .replacingOccurrences(of: "FILEID=\"-\"", with: "FILEID=\"\(ids[1])\"")
    try write(Array(text.utf8), name)
    try mend()
  }

  /// Writes sizes and hashes of all files anew into both METS, as a maker of a wrong package would.
  func mend() throws {
    try mend(CheckTests.inner, in: "representations/rep1/")
    try mend("METS.xml", in: "")
  }

  private func mend(_ mets: String, in folder: String) throws {
    let pattern = /SIZE="\d+"( CREATED="[^"]*") CHECKSUM="[0-9a-f]*"/
    let lines = String(decoding: bytes(mets), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var mended = lines.map(String.init)
    for (index, line) in mended.enumerated() where line.contains("CHECKSUM=") {
      let place = line.contains("xlink:href") ? line : mended[index + 1]
      guard let href = place.firstMatch(of: /href="([^"]*)"/) else { continue }
      let file = bytes(folder + String(href.1))
      mended[index] = line.replacing(pattern) {
        "SIZE=\"\(file.count)\"\($0.1) CHECKSUM=\"\(Digest.sha256(of: file))\""
      }
    }
    try write(Array(mended.joined(separator: "\n").utf8), mets)
  }
}
