import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Intake

@Suite struct InputFinderTests {
  private let folder: TemporaryFolder
  private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private let pdf = Array("%PDF-1.4".utf8)

  init() throws { folder = try TemporaryFolder() }

  private func codes(_ rejections: [InputFinder.Rejection]) -> [String] { rejections.map(\.failure.message.code) }

  @Test func aFolderOfPageImagesIsOneDocumentInNaturalOrder() throws {
    for number in [10, 2, 1] { try folder.write(png, to: "hồ sơ/trang \(number).png") }
    let found = InputFinder().inputs(at: [folder["hồ sơ"]])
    let files = [1, 2, 10].map { folder["hồ sơ/trang \($0).png"] }
    #expect(found.inputs == [Input(path: folder["hồ sơ"], kind: .images(files), name: "hồ sơ")])
  }

  @Test func aMixedFolderIsAFileAnInput() throws {
    for name in ["b.png", "a.png"] { try folder.write(png, to: name) }
    try folder.write(pdf, to: "c.pdf")
    try folder.write("x", to: "note.md")
    try folder.write("x", to: "d.TXT")
    try folder.write("<html>", to: "e.pdf")
    let found = InputFinder().inputs(at: [folder.path])
    #expect(found.inputs.map(\.name) == ["a", "b", "c", "d"])
    // What is called a PDF and is none is said; what was never meant for us is not.
    #expect(codes(found.rejections) == ["unsupported-kind"])
  }

  @Test func aDamagedPageOfAFolderIsStillAPage() throws {
    for name in ["1.png", "3.png"] { try folder.write(png, to: "p/" + name) }
    try folder.write("", to: "p/2.png")
    let files = [1, 2, 3].map { folder["p/\($0).png"] }
    #expect(InputFinder().inputs(at: [folder["p"]]).inputs.map(\.kind) == [.images(files)])
  }

  @Test func theOutputFolderIsNotRead() throws {
    try folder.write("một", to: "a.txt")
    try folder.write("hai", to: "out/a/text.txt")
    let finder = InputFinder(excluding: folder["out"])
    #expect(finder.inputs(at: [folder.path]).inputs.map(\.path) == [folder["a.txt"]])
  }

  @Test func goesDownAndPassesOverTheHidden() throws {
    try folder.write(pdf, to: "a.pdf")
    try folder.write(pdf, to: "sâu/hơn/nữa/b.pdf")
    try folder.write(pdf, to: ".hidden/c.pdf")
    try folder.write(pdf, to: ".d.pdf")
    #expect(InputFinder().inputs(at: [folder.path]).inputs.map(\.name) == ["a", "b"])
  }

  @Test func linksInsideAreNotFollowedButANamedOneIs() throws {
    let outside = try TemporaryFolder()
    try outside.write(pdf, to: "secret.pdf")
    try folder.write(pdf, to: "a.pdf")
    let links = [("file.pdf", outside["secret.pdf"]), ("folder", outside.path), ("loop", folder.path)]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(atPath: folder[name], withDestinationPath: target)
    }
    #expect(InputFinder().inputs(at: [folder.path]).inputs.map(\.name) == ["a"])
    #expect(InputFinder().inputs(at: [folder["file.pdf"]]).inputs.map(\.name) == ["file"])
  }

  @Test(
    arguments: [
      ("missing.pdf", nil, Failure.Code.cannotOpenInput, "no-such-file"), ("empty.pdf", "", .badInput, "empty-file"),
      ("page.pdf", "<!DOCTYPE html><p>", .badInput, "unsupported-kind"),
      ("office.docx", "PK\u{3}\u{4}", .badInput, "unsupported-kind"), ("", nil, .badInput, "nothing-to-process"),
    ] as [(String, String?, Failure.Code, String)])
  func whatCannotBeAnInputSaysWhy(_ name: String, _ text: String?, _ code: Failure.Code, _ message: String) throws {
    if let text { try folder.write(text, to: name) }
    let found = InputFinder().inputs(at: [name.isEmpty ? folder.path : folder[name]])
    #expect(found.inputs.isEmpty)
    #expect(found.rejections.map(\.failure.code) == [code] && codes(found.rejections) == [message])
  }

  @Test func oneBadPathLeavesTheOthers() throws {
    try folder.write(pdf, to: "b.pdf")
    try folder.write("x", to: "a.txt")
    let found = InputFinder().inputs(at: [folder["b.pdf"], folder["missing"], folder["a.txt"]])
    #expect(found.inputs.map(\.name) == ["b", "a"])
    #expect(codes(found.rejections) == ["no-such-file"])
  }

  /// The disk cannot be asked to refuse: tests may run as root, whom nothing is refused.
  @Test func aFolderThatMayNotBeReadIsSaidAndLeavesTheOthers() throws {
    for name in ["a/a.pdf", "b/b.pdf", "c/c.pdf"] { try folder.write(pdf, to: name) }
    let closed = folder["b"]
    let finder = InputFinder { path in
      if path == closed { throw CocoaError(.fileReadNoPermission) }
      return try FileManager.default.contentsOfDirectory(atPath: path)
    }
    let found = finder.inputs(at: [folder.path])
    #expect(found.inputs.map(\.name) == ["a", "c"])
    #expect(found.rejections.map(\.path) == [closed] && codes(found.rejections) == ["cannot-read-file"])
    #expect(found.rejections.map(\.failure.code) == [.cannotOpenInput])
  }

  @Test func twinsByCompositionAreTwoInputs() throws {
    try folder.write("x", to: "Kế.txt")
    try folder.write("x", to: "Ke\u{302}\u{301}.txt")
    #expect(InputFinder().inputs(at: [folder.path]).inputs.count == 2)
  }

  @Test func aFileNamedTwiceIsOneInput() throws {
    try folder.write("x", to: "a.txt")
    #expect(InputFinder().inputs(at: [folder["a.txt"], folder.path, folder["a.txt"]]).inputs.count == 1)
  }

  /// Opening a pipe for reading waits for a writer, for ever.
  @Test(.timeLimit(.minutes(1))) func aPipeIsRefusedAndNotWaitedFor() throws {
    try folder.write(pdf, to: "a.pdf")
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    #expect(InputFinder().inputs(at: [folder.path]).inputs.count == 1)
    let found = InputFinder().inputs(at: [folder["pipe"], "/dev/null"])
    #expect(found.inputs.isEmpty && codes(found.rejections) == ["not-a-file", "not-a-file"])
  }

  /// Entries of `/proc` call themselves plain files; one waits for the kernel's next word, another is made while it is read.
  @Test(.timeLimit(.minutes(1)), arguments: ["/proc/kmsg", "/proc/self/status"]) func whatHasNoEndIsRefused(
    _ path: String
  ) {
    let found = InputFinder().inputs(at: [path])
    #expect(found.inputs.isEmpty && found.rejections.map(\.failure.code) == [.cannotOpenInput])
    if path.hasSuffix("status") { #expect(codes(found.rejections) == ["not-a-file"]) }
  }

  @Test func aFolderThatIsInputAndOutputIsSaid() throws {
    try folder.write(pdf, to: "a.pdf")
    let found = InputFinder(excluding: folder.path + "/").inputs(at: [folder.path])
    #expect(found.inputs.isEmpty && codes(found.rejections) == ["input-is-output"])
  }

  /// Another run's output below the input: its results are no documents, and what lies beside them is.
  @Test func resultsOfAnotherRunAreNamedAndNotRead() throws {
    for name in ["a.pdf", "out/hs/b.pdf"] { try folder.write(pdf, to: name) }
    for name in ["out/.sohoa/ledger.jsonl", "out/a/text.txt", "out/a/record.json", "own/text.txt"] {
      try folder.write("x", to: name)
    }
    let found = InputFinder(excluding: folder["other"]).search([folder.path])
    #expect(found.inputs.map(\.path) == [folder["a.pdf"], folder["out/hs/b.pdf"], folder["own/text.txt"]])
    #expect(found.passedOver == [InputFinder.PassedOver(path: folder["out/a"], reason: .result)])
    #expect(InputFinder().inputs(at: [folder["out/a"]]).inputs.count == 1, "named, it is read")
  }

  /// What is advised works: a link that is named is followed, another kind is not taken by its name.
  @Test func whatIsPassedOverSaysWhatHelps() throws {
    try folder.write(pdf, to: "a.pdf")
    for name in ["b.docx", "c.docx"] { try folder.write("PK\u{3}\u{4}", to: name) }
    try FileManager.default.createSymbolicLink(atPath: folder["l.pdf"], withDestinationPath: folder["a.pdf"])
    let messages = Message.passedOver(InputFinder().search([folder.path]).passedOver)
    #expect(messages.map(\.code) == ["passed-over", "links-passed-over"])
    #expect(messages[0].en.contains("2 files") && messages[1].en.contains("1 link not followed"))
    #expect(InputFinder().inputs(at: [folder["l.pdf"]]).inputs.count == 1)
  }

  /// A name of bytes that are no UTF-8 cannot be a `String`; the files beside it can.
  @Test func aNameThatIsNoTextLeavesTheOthers() throws {
    try folder.write(pdf, to: "a.pdf")
    let name = Array(folder.path.utf8CString.dropLast()) + [0x2F, CChar(bitPattern: 0xFF), 0x2E, 0x70, 0x64, 0x66, 0]
    let file = try #require(name.withUnsafeBufferPointer { fopen($0.baseAddress, "w") })
    fputs("%PDF-1.4", file)
    fclose(file)
    #expect(InputFinder().inputs(at: [folder.path]).inputs.map(\.name) == ["a"])
    let rejections = InputFinder().inputs(at: [folder.path]).rejections
    #expect(rejections.map(\.failure.message.code) == ["name-is-no-text"], "and is named")
  }

  /// A server's error in place of a PDF is no text input.
  @Test(arguments: [("x.pdf", false), ("x.tif", false), ("x.txt", true), ("x", true)])
  func aTextUnderAnotherNameIsRefused(_ name: String, _ isTaken: Bool) throws {
    let path = try folder.write("404: không tìm thấy", to: name)
    let found = InputFinder().inputs(at: [path])
    #expect(found.inputs.count == (isTaken ? 1 : 0))
    #expect(found.rejections.map(\.failure.message.code) == (isTaken ? [] : ["text-named-otherwise"]))
  }
}
