import SampleDocuments
import Testing

@testable import Intake

@Suite struct OutputNamesTests {
  private func names(_ paths: [String]) -> [String] {
    OutputNames.assigned(to: paths.map { Input(path: $0, kind: .text, name: "") }).map(\.name)
  }

  @Test(arguments: [
    (["a.pdf"], ["a"]), (["x/a.pdf", "x/b.pdf"], ["a", "b"]), (["Kế hoạch 05.pdf"], ["Kế hoạch 05"]),
    (["x/a.pdf", "y/a.pdf"], ["x-a", "y-a"]), (["x/a.pdf", "x/a.txt"], ["x-a", "x-a-2"]), (["a.tar.gz"], ["a.tar"]),
    (["../a.pdf"], ["a"]), (["..", "/"], ["input-input", "input-input-2"]), ([".hidden"], ["hidden"]),
    (["-rf.pdf"], ["rf"]), (["a\nb\u{7F}.pdf"], ["a_b_"]), (["...pdf"], ["input"]), (["no-dot"], ["no-dot"]),
  ])
  func comeFromTheFileName(_ paths: [String], _ expected: [String]) {
    #expect(names(paths) == expected)
  }

  @Test(arguments: [
    ["A.pdf", "a.pdf"], ["Kế.pdf", "Ke\u{302}\u{301}.pdf"], ["x/a.pdf", "x/a.txt", "x/a.png"],
    ["x/a.pdf", "x/a.txt", "x/x-a-2.pdf"], ["x/a.pdf", "y/a.pdf", "z/x-a.pdf"], ["a.pdf", "a.txt", "input-a.pdf"],
    ["b/a.1.pdf", "c/a.1.pdf", "d/b-a.1.pdf", "b/a.1.txt", "e/b-a.1-2.txt"],
  ])
  func noTwoInputsShareOne(_ paths: [String]) {
    #expect(Set(names(paths).map { $0.lowercased() }).count == paths.count)
  }

  /// 255 bytes is the most that Linux file systems take; the folder's files need none of them.
  @Test(arguments: [
    String(repeating: "a", count: 255), String(repeating: "ế", count: 85), String(repeating: "👩‍👩‍👧", count: 14),
  ])
  func longNamesAreCutToWholeLetters(_ name: String) {
    let cut = names([name + "/" + name, "x/" + name, name + "/" + name + ".txt"])
    #expect(cut.allSatisfy { $0.utf8.count < 200 && !$0.contains("\u{FFFD}") })
    #expect(Set(cut).count == 3)
  }

  @Test func anyNamesAreSafeAndDistinct() {
    let parts = RandomText.texts(400, upTo: 6, seed: 13).map {
      $0.replacing("\u{0}", with: "/").replacing("\t", with: ".")
    }
    let result = names(parts)
    #expect(Set(result.map { $0.lowercased() }).count == parts.count)
    for name in result {
      let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0.value != 0x7F }
      #expect(isPlain && name != "." && name != ".." && !name.isEmpty && !name.hasPrefix("-") && !name.hasPrefix("."))
    }
  }
}
