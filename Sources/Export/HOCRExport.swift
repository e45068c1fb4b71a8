public import DocumentModel
internal import FoundationXML

/// Pages as hOCR 1.2: XHTML whose classes and titles say where every word stands.
///
/// Boxes are in pixels of the page image turned upright (`x_turn` says by how many degrees) but not deskewed, so that they
/// lie over that image.
public enum HOCRExport {
  public static func data(_ pages: [Page], of source: LayoutSource) -> [UInt8] {
    let body = XMLTree.element("body", [:], pages.filter { $0.size != nil }.map { page($0, of: source) })
    let root = XMLTree.element(
      "html", ["xmlns": "http://www.w3.org/1999/xhtml", "xml:lang": "vi", "lang": "vi"], [head(source), body])
    return XMLTree.bytes(of: root)
  }

  private static func head(_ source: LayoutSource) -> XMLElement {
    func meta(_ name: String, _ content: String) -> XMLElement {
      XMLTree.element("meta", ["name": name, "content": content])
    }
    return XMLTree.element(
      "head", [:],
      [
        XMLTree.element("title", text: source.title),
        XMLTree.element("meta", ["http-equiv": "Content-Type", "content": "text/html; charset=utf-8"]),
        meta("ocr-system", "\(Program.name) \(Program.version)"),
        meta("ocr-capabilities", "ocr_page ocr_carea ocr_par ocr_line ocrx_word"),
        meta("ocr-langs", "vi"),
      ])
  }

  private static func page(_ page: Page, of source: LayoutSource) -> XMLElement {
    let size = page.size ?? PixelSize(width: 0, height: 0)
    let name = source.fileName.replacing("\"", with: "_")
    var title = "image \"\(name)\"; bbox 0 0 \(size.width) \(size.height); ppageno \(page.number - 1)"
    if let dpi = page.dpi { title += "; scan_res \(dpi) \(dpi)" }
    if page.rotation != 0 { title += "; x_turn \(page.rotation)" }
    let areas = LayoutArea.areas(of: page)
    return XMLTree.element(
      "div", ["class": "ocr_page", "id": "page_\(page.number)", "title": title],
      areas.enumerated().map { area($1, id: "\(page.number)_\($0 + 1)") })
  }

  private static func area(_ area: LayoutArea, id: String) -> XMLElement {
    let paragraph = XMLTree.element(
      "p", ["class": "ocr_par", "id": "par_\(id)", "lang": "vi", "title": bbox(area.box)],
      area.lines.enumerated().map { line($1, id: "\(id)_\($0 + 1)") })
    return XMLTree.element(
      "div", ["class": "ocr_carea", "id": "area_\(id)", "title": bbox(area.box)], [paragraph])
  }

  private static func line(_ line: LayoutLine, id: String) -> XMLElement {
    let element = XMLTree.element("span", ["class": "ocr_line", "id": "line_\(id)", "title": bbox(line.box)])
    for (index, word) in line.words.enumerated() {
      if index > 0 { element.addChild(XMLTree.textNode(" ")) }
      element.addChild(
        XMLTree.element(
          "span",
          [
            "class": "ocrx_word", "id": "word_\(id)_\(index + 1)",
            "title": "\(bbox(word.box)); x_wconf \(Int((word.confidence.value * 100).rounded()))",
          ], text: word.text))
    }
    return element
  }

  private static func bbox(_ box: PixelBox) -> String { "bbox \(box.x) \(box.y) \(box.right) \(box.bottom)" }
}
