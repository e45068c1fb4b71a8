import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Packages

/// Packages that are meant to harm, and packages with bytes changed at random: findings, never a crash, nothing unpacked.
@Suite struct HostileTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    var name: String
    var files: [HostileZip.File]
    var wanted: String
    var testDescription: String { name }
  }

  static let zips: [Hostile] = [
    Hostile(name: "a path upward", files: [.init("P/../../etc/x")], wanted: "unsafe-name"),
    Hostile(name: "an absolute path", files: [.init("/etc/passwd")], wanted: "unsafe-name"),
    Hostile(name: "a drive", files: [.init("C:/x")], wanted: "unsafe-name"),
    Hostile(name: "back slashes", files: [.init("P\\..\\x")], wanted: "unsafe-name"),
    Hostile(name: "a link", files: [.init("P/METS.xml", mode: 0o120777)], wanted: "not-a-plain-file"),
    Hostile(name: "one name twice", files: [.init("P/METS.xml"), .init("P/METS.xml")], wanted: "name-twice"),
    Hostile(name: "a bomb", files: [.init("P/METS.xml", statedSize: 3_000_000_000)], wanted: "bomb"),
    Hostile(name: "two roots", files: [.init("P/METS.xml"), .init("Q/METS.xml")], wanted: "root-folders"),
    Hostile(name: "no METS", files: [.init("P/x")], wanted: "no-mets"),
    Hostile(name: "no files", files: [], wanted: "root-folders"),
    Hostile(
      name: "entities that grow",
      files: [
        .init(
          "P/METS.xml",
          content:
            "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
            + "<mets>&c;</mets>")
      ], wanted: "has-document-type"),
    Hostile(
      name: "a file from outside",
      files: [.init("P/METS.xml", content: "<!DOCTYPE m [<!ENTITY a SYSTEM \"/etc/passwd\">]><m>&a;</m>")],
      wanted: "has-document-type"),
    Hostile(name: "NUL in METS", files: [.init("P/METS.xml", content: "<mets OBJID=\"a\u{0}b\"/>")], wanted: "bad-xml"),
    Hostile(
      name: "a reference upward",
      files: [
        .init(
          "P/METS.xml",
          content: "<mets xmlns:x=\"http://www.w3.org/1999/xlink\"><fileGrp USE=\"Data\"><file ID=\"a\"><FLocat "
            + "x:href=\"..%2F..%2Fetc/passwd\"/></file></fileGrp></mets>")
      ], wanted: "unsafe-name"),
    Hostile(
      name: "deep nesting",
      files: [.init("P/METS.xml", content: String(repeating: "<div>", count: 50_000))], wanted: "bad-xml"),
  ]

  @Test(arguments: zips) func refuses(_ zip: Hostile) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(HostileZip.bytes(zip.files), to: "p.zip")
    let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: path)
    #expect(found.findings.map(\.code).contains(zip.wanted), "\(found.findings)")
    #expect(!found.isSound)
    #expect(try folder.files() == ["p.zip"])
  }

  @Test func aTruncatedZipIsNone() throws {
    let sample = try SampleDossier()
    let bytes = [UInt8](FileManager.default.contents(atPath: try sample.build().path) ?? Data())
    for part in [0, 10, bytes.count / 2, bytes.count - 30] {
      let path = try sample.folder.write(bytes.prefix(part), to: "cut.zip")
      let found = PackageCheck(rules: try SampleDossier.rules.get()).check(path: path)
      #expect(!found.isSound && found.documents == 0)
    }
    #expect(
      PackageCheck(rules: try SampleDossier.rules.get()).check(path: "/nowhere").findings.map(\.code) == [
        "not-a-package"
      ])
  }

  /// A byte changed anywhere ends nothing; every one in a file that is named is found.
  @Test func aByteChangedAnywhereIsFound() throws {
    let sample = try SampleDossier()
    let bytes = [UInt8](FileManager.default.contents(atPath: try sample.build().path) ?? Data())
    var generator = SeededGenerator(seed: 7)
    let check = PackageCheck(rules: try SampleDossier.rules.get())
    var missed = 0
    for _ in 0..<150 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
      let path = try sample.folder.write(changed, to: "changed.zip")
      if check.check(path: path).isSound { missed += 1 }
    }
    // Times and attributes in headers of the ZIP file mean nothing.
    #expect(missed <= 5)
  }
}

/// ZIP files with anything in their headers.
enum HostileZip {
  struct File: Sendable {
    var name: String
    var content: String
    var mode: Int
    /// What the headers say of the unpacked size; nil for what is true.
    var statedSize: Int?

    init(_ name: String, content: String = "x", mode: Int = 0o100644, statedSize: Int? = nil) {
      (self.name, self.content, self.mode, self.statedSize) = (name, content, mode, statedSize)
    }
  }

  static func bytes(_ files: [File]) -> [UInt8] {
    var zip: [UInt8] = [], directory: [UInt8] = []
    for file in files {
      let content = Array(file.content.utf8), name = Array(file.name.utf8)
      let common = common(file, content, name)
      directory += four(0x0201_4B50) + two(3 << 8 | 20)
      directory += common + four(0) + two(0)
      directory += four(file.mode << 16) + four(zip.count) + name
      zip += four(0x0403_4B50) + common
      zip += name + content
    }
    let start = zip.count
    zip += directory
    zip += four(0x0605_4B50) + four(0)
    zip += two(files.count) + two(files.count)
    return zip + four(directory.count) + four(start) + two(0)
  }

  private static func common(_ file: File, _ content: [UInt8], _ name: [UInt8]) -> [UInt8] {
    // A file that states another size is called deflated.
    let method = file.statedSize == nil ? 0 : 8
    var bytes = two(20) + two(0x800)
    bytes += two(method) + four(0)
    bytes += four(Int(sum(content))) + four(content.count)
    bytes += four(file.statedSize ?? content.count) + two(name.count)
    return bytes + two(0)
  }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
  private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }

  /// CRC-32 (ISO 3309).
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}
