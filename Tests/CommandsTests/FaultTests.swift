import Checkpoints
import DocumentModel
import Foundation
import Pipeline
import SampleDocuments
import Testing

/// What goes wrong around a run: each ends in one clear line, in both languages, and with its exit code.
@Suite struct FaultTests {
  private let folder: TemporaryFolder
  private let text = "KẾ HOẠCH\nTriển khai số hóa\n"

  init() throws { folder = try TemporaryFolder() }

  private static func isAble(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let mounting = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
  static let canMount = isAble(mounting + ["mount -t tmpfs none /mnt"])

  private func process(
    _ arguments: [String], environment: [String: String] = [:], wrapper: [String] = [], models: String? = nil
  ) throws -> Program {
    try Program(
      ["process"] + arguments + ["--models", models ?? Repository.dictionaries], environment: environment,
      wrapper: wrapper)
  }

  @Test(arguments: [("vi", "Kiểm tra quyền ghi"), ("en", "Check that you may write")])
  func anOutputThatCannotBeWritten(_ language: String, _ advice: String) throws {
    let input = try folder.write(text, to: "a.txt")
    // Root may write where permissions say no; below /proc nobody may.
    let program = try process([input, "-o", "/proc/sohoa-out", "--language", language])
    #expect(program.status == 73 && program.errors.contains(advice) && program.errors.contains("/proc/sohoa-out"))
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  /// The disk is full: said once, the run ends, and goes on when there is room.
  @Test(.enabled(if: canMount)) func aFullDisk() throws {
    for index in 0..<40 {
      try folder.write(text + String(repeating: "việc \(index)\n", count: 400), to: "in/\(index).txt")
    }
    try folder.write("", to: "out/.keep")
    let mount = "mount -t tmpfs -o size=300k none \"$0\" && exec \"$@\""
    let program = try process(
      [folder["in"], "-o", folder["out"], "--language", "en"], wrapper: Self.mounting + [mount, folder["out"]])
    #expect(
      program.status == 73 && program.errors.contains("Check that you may write there and that the disk has room"))
    #expect(program.errors.contains("run the same command again to go on"))
  }

  @Test func aFileThatMayNotGrowSoLargeIsSaidToo() throws {
    let input = try folder.write(String(repeating: text, count: 3000), to: "a.txt")
    let program = try process([input, "-o", folder["out"]], wrapper: ["prlimit", "--fsize=50000"])
    #expect(program.status == 73 && program.errors.contains("Không ghi được"))
  }

  /// Nothing of ours goes to the system's folder for temporary files but the pages of poppler.
  @Test func noRoomForTemporaryFiles() throws {
    let input = try folder.write(text, to: "a.txt")
    let formats = ["--format", OutputFormat.all.map(\.name).joined(separator: ",")]
    let scan = Repository.root + "corpus/scans/dev05_hist_1991.png"
    let program = try process(
      [input, scan, "-o", folder["out"]] + formats, environment: ["TMPDIR": "/no/such/folder"])
    #expect(program.status == 0, "\(program.errors)")
  }

  @Test(arguments: [("vi", "Lỗi: "), ("en", "Error: ")])
  func aMissingModel(_ language: String, _ label: String) throws {
    let input = try folder.write(text, to: "a.txt")
    let program = try process([input, "-o", folder["out"], "--language", language], models: folder["none"])
    #expect(program.status == 66 && program.errors.hasPrefix(label) && program.errors.contains(folder["none"]))
    #expect(program.errors.split(separator: "\n").count == 1 && !FileManager.default.fileExists(atPath: folder["out"]))
  }

  /// Found by the worker that loads it, and the end of the run, not of each input.
  @Test func aDamagedModel() throws {
    for name in ["labels", "document-types", "bodies", "verbs", "symbols", "abbreviations"] {
      try folder.write(Repository.bytes(of: "dictionaries/\(name).tsv"), to: "models/\(name).tsv")
    }
    var model = try Repository.bytes(of: "dictionaries/vietnamese.model")
    model[5_000_000] ^= 1
    try folder.write(model, to: "models/vietnamese.model")
    for index in 0..<5 { try folder.write(text, to: "in/\(index).txt") }
    let program = try process([folder["in"], "-o", folder["out"], "--language", "en"], models: folder["models"])
    #expect(program.status == 65 && program.errors.contains("vietnamese.model"))
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  @Test func anUnknownLocaleChangesNothing() throws {
    let input = try folder.write(text, to: "kế hoạch số hóa.txt")
    for (name, locale) in [("c", "C"), ("none", "xx_XX.latin"), ("utf8", "C.UTF-8")] {
      let program = try process(
        [input, "-o", folder[name]], environment: ["LANG": locale, "LC_ALL": locale, "LANGUAGE": ""])
      #expect(program.status == 0)
      #expect(String(decoding: program.output, as: UTF8.self).contains("Đã xử lý 1 đầu vào"))
    }
    let records = try ["c", "none", "utf8"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder[$0 + "/kế hoạch số hóa/record.json"]))
    }
    #expect(Set(records).count == 1)
  }

  @Test(arguments: [("vi", "Một lượt chạy khác"), ("en", "Another run is writing")])
  func twoRunsOnOneOutput(_ language: String, _ words: String) throws {
    let input = try folder.write(text, to: "a.txt")
    try folder.write("", to: "out/.sohoa/lock")
    let lock = try OutputLock(file: folder["out/.sohoa/lock"])
    let program = try process([input, "-o", folder["out"], "--language", language])
    #expect(program.status == 75 && program.errors.contains(words))
    #expect(program.errors.contains(String(ProcessInfo.processInfo.processIdentifier)), "says who")
    withExtendedLifetime(lock) {}
  }

  /// A slow input and one that eats memory are one failure each; their neighbours are done.
  @Test(arguments: [
    ("--timeout", "3", "“slow.txt”", "--timeout"), ("--memory-limit", "150", "white.png", "--memory-limit"),
  ])
  func aPoisonousInput(_ option: String, _ value: String, _ name: String, _ advice: String) throws {
    let seed = try Repository.bytes(of: "seeds/000_9cda739d8d122082.txt")
    if option == "--timeout" {
      try folder.write(Array(repeating: seed, count: 40).joined(), to: "in/slow.txt")
    } else {
      try folder.write(whitePNG(side: 9000), to: "in/white.png")
    }
    for name in ["a", "z"] { try folder.write(text, to: "in/\(name).txt") }
    let program = try process([folder["in"], "-o", folder["out"], option, value, "--language", "en", "--jobs", "1"])
    #expect(program.status == 65, "\(program.errors)")
    #expect(program.errors.contains(advice) && program.errors.contains(name.trimmingCharacters(in: ["“", "”"])))
    #expect(try folder.files().contains("out/a/record.json") && folder.files().contains("out/z/record.json"))
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  /// Of small bytes and many pixels.
  private func whitePNG(side: Int) throws -> [UInt8] {
    let script = """
      import sys, zlib, struct
      side = int(sys.argv[1])
      def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
      rows = zlib.compress(b''.join(b'\\0' + b'\\xff' * (3 * side) for _ in range(side)), 1)
      head = struct.pack('>IIBBBBB', side, side, 8, 2, 0, 0, 0)
      sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', head) + chunk(b'IDAT', rows) + chunk(b'IEND', b''))
      """
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, String(side)]
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](bytes)
  }
}
