import PDFSyntax
import Testing

/// What XMP says of PDF/A, in the forms in which programs write it.
@Suite struct ClaimTests {
  private static let namespace = "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""

  @Test(
    arguments: [
      ("<d \(namespace)><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></d>", "2b"),
      ("<d \(namespace)><p:part>\n 3 </p:part><p:conformance> u</p:conformance></d>", "3u"),
      ("<d \(namespace) pdfaid:part=\"1\" pdfaid:conformance='A'/>", "1a"),
      ("<d \(namespace) pdfaid:part = '2' pdfaid:conformance = \"B\"/>", "2b"),
      ("<d \(namespace)><pdfaid:part rdf:datatype=\"x\">2</pdfaid:part></d>", "2"),
      ("<d \(namespace) pdfaid:part=\"4\"/>", "4"),
      ("<d \(namespace)><x:partial>7</x:partial><pdfaid:part>2</pdfaid:part></d>", "2"),
      ("<d \(namespace)><pdfaid:part></pdfaid:part></d>", nil), ("<d \(namespace) pdfaid:part=\"x\"/>", nil),
      ("<d \(namespace)><pdfaid:part", nil), ("<d \(namespace) pdfaid:part=", nil), (namespace, nil),
      ("<d><pdfaid:part>2</pdfaid:part></d>", nil), ("", nil),
    ] as [(String, String?)]) func isRead(xmp: String, wanted: String?)
  {
    let claim = ArchivalClaim(xmp: Array(xmp.utf8))
    #expect(claim.map { "\($0.part)\($0.level)" } == wanted)
  }
}
