import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Checkpoints

/// Moves within a file system and, where the system refuses those, between two.
@Suite struct RelocationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func move(_ name: String, crossing: Bool, during: () -> Void = {}) throws {
    if !crossing { return try Relocation.move(folder[name], into: folder["done"]) }
    try Relocation.move(folder[name], into: folder["done"]) { _, _ in
      during()
      return EXDEV
    }
  }

  @Test(arguments: [false, true]) func aFileComesWholeUnderANameOfItsOwn(_ crossing: Bool) throws {
    let moment = Date(timeIntervalSince1970: 1_000_000_000)
    for text in ["một", String(repeating: "hai ", count: 400_000)] {
      try folder.write(text, to: "in/a.txt")
      try FileManager.default.setAttributes(
        [.modificationDate: moment, .posixPermissions: 0o640], ofItemAtPath: folder["in/a.txt"])
      try move("in/a.txt", crossing: crossing)
    }
    #expect(try folder.files() == ["done/2-a.txt", "done/a.txt"])
    #expect(try String(contentsOfFile: folder["done/a.txt"], encoding: .utf8) == "một")
    let kept = try FileManager.default.attributesOfItem(atPath: folder["done/2-a.txt"])
    #expect(kept[.size] as? Int == 1_600_000 && kept[.posixPermissions] as? Int == 0o640)
    #expect(kept[.modificationDate] as? Date == moment)
  }

  @Test(arguments: [false, true]) func aFolderGoesWithAllThatIsInIt(_ crossing: Bool) throws {
    for name in ["1.png", "2.png", "more/3.png"] { try folder.write(name, to: "in/hs/" + name) }
    try move("in/hs", crossing: crossing)
    #expect(try folder.files() == ["done/hs/1.png", "done/hs/2.png", "done/hs/more/3.png"])
    #expect(!FileManager.default.fileExists(atPath: folder["in/hs"]))
  }

  /// A scanner may add a page while its folder is copied.
  @Test func whatCannotBeMovedIsWhereItWas() throws {
    try folder.write("a", to: "in/a.txt")
    try folder.write("x", to: "done")
    #expect(throws: Failure.self) { try move("in/a.txt", crossing: true) }
    #expect(throws: Failure.self) { try move("in/none.txt", crossing: false) }
    #expect(try folder.files() == ["done", "in/a.txt"])
  }

  /// A kill during the copy leaves the original and an unfinished file without the name; the next move takes that away.
  @Test func whatAKilledMoveLeftIsRemoved() throws {
    try folder.write("a whole scan", to: "in/a.txt")
    try folder.write("a wh", to: "done/.a.txt.4194305.partial")
    try move("in/a.txt", crossing: true)
    #expect(try folder.files() == ["done/a.txt"])
    #expect(try String(contentsOfFile: folder["done/a.txt"], encoding: .utf8) == "a whole scan")
  }
}
