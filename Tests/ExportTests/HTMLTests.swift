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
}
