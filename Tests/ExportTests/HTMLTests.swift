import Export
import Testing

@Suite struct HTMLTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x'", "&quot; onload=&#39;x&#39;"), ("a & b", "a &amp; b"), ("Kế hoạch", "Kế hoạch"),
  ])
  func putsTextInAsText(text: String, shown: String) {
    let html: HTML = "<p>\(text)</p>"
    #expect(html.source == "<p>\(shown)</p>")
  }

  /// A name with a mark that turns it around is shown with the mark's number; what a form sends back is left as it is.
  @Test func marksThatTurnWritingAreShown() {
    let name = "gpj\u{202E}exe.txt"
    #expect(("<td>\(name)</td>" as HTML).source == "<td>gpj⟨U+202E⟩exe.txt</td>")
    #expect(("<input value=\"\(name)\">" as HTML).source == "<input value=\"\(name)\">")
    #expect(("<textarea rows=\"3\">\(name)</textarea>" as HTML).source == "<textarea rows=\"3\">\(name)</textarea>")
  }
}
