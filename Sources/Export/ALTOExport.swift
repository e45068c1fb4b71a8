public import DocumentModel
internal import FoundationXML

/// Pages as ALTO 4.4, the Library of Congress' XML for recognised text and where it stands.
///
/// Boxes are in pixels of the page image turned upright but not deskewed, so that they lie over that image. `Processing`
/// says which pages were turned. The alternatives of a word are what the engine read, where that differs, and its other
/// readings.
public enum ALTOExport {
  public static func data(_ pages: [Page], of source: LayoutSource) -> [UInt8] {
    let pages = pages.filter { $0.size != nil }
    let root = XMLTree.element(
      "alto",
      [
        "xmlns": "http://www.loc.gov/standards/alto/ns-v4#", "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "SCHEMAVERSION": "4.4",
      ], [description(source, pages), XMLTree.element("Layout", [:], pages.map(page))])
    return XMLTree.bytes(of: root)
  }

  private static func description(_ source: LayoutSource, _ pages: [Page]) -> XMLElement {
    let image = XMLTree.element(
      "sourceImageInformation", [:],
      [
        XMLTree.element("fileName", text: source.fileName),
        XMLTree.element(
          "fileIdentifier", ["fileIdentifierLocation": "sha256"], text: source.sha256),
      ])
    return XMLTree.element(
      "Description", [:], [XMLTree.element("MeasurementUnit", text: "pixel"), image, processing(pages)])
  }

  private static func processing(_ pages: [Page]) -> XMLElement {
    let turned = pages.filter { $0.rotation != 0 }.map { "page \($0.number): turned \($0.rotation)° clockwise" }
    let software = XMLTree.element(
      "processingSoftware", [:],
      [
        XMLTree.element("softwareName", text: Program.name),
        XMLTree.element("softwareVersion", text: Program.version),
      ])
    return XMLTree.element(
      "Processing", ["ID": "processing"],
      [
        XMLTree.element("processingCategory", text: "contentGeneration"),
        XMLTree.element("processingStepDescription", text: "recognition and restoration of Vietnamese text"),
      ] + (turned.isEmpty ? [] : [XMLTree.element("processingStepSettings", text: turned.joined(separator: "; "))])
        + [software])
  }

  private static func page(_ page: Page) -> XMLElement {
    let size = page.size ?? PixelSize(width: 0, height: 0)
    let whole = PixelBox(x: 0, y: 0, width: size.width, height: size.height)
    let confidence = Confidence.mean(of: page.lines.flatMap(\.words).map(\.confidence))
    return XMLTree.element(
      "Page",
      [
        "ID": "page_\(page.number)", "PHYSICAL_IMG_NR": String(page.number), "WIDTH": String(size.width),
        "HEIGHT": String(size.height), "PC": confidence.map(decimal), "LANG": "vi",
      ], [placed("PrintSpace", id: "space_\(page.number)", whole, blocks(of: page))])
  }

  /// Cells of one table stand together in a block of blocks.
  private static func blocks(of page: Page) -> [XMLElement] {
    var blocks: [XMLElement] = []
    var open: (table: Int, cells: [LayoutArea])?
    func close() {
      guard let (table, cells) = open, let box = PixelBox.enclosing(cells.map(\.box)) else { return }
      let children = cells.enumerated().map { block($1, id: "\(page.number)_t\(table)_\($0 + 1)") }
      let composed = placed("ComposedBlock", id: "table_\(page.number)_\(table)", box, children)
      if let type = XMLTree.attribute("TYPE", "table") { composed.addAttribute(type) }
      blocks.append(composed)
      open = nil
    }
    for (index, area) in LayoutArea.areas(of: page).enumerated() {
      if open?.table != area.table { close() }
      if let table = area.table {
        open = (table, (open?.cells ?? []) + [area])
      } else {
        blocks.append(block(area, id: "\(page.number)_\(index + 1)"))
      }
    }
    close()
    return blocks
  }

  private static func block(_ area: LayoutArea, id: String) -> XMLElement {
    placed("TextBlock", id: "block_\(id)", area.box, area.lines.enumerated().map { line($1, id: "\(id)_\($0 + 1)") })
  }

  private static func line(_ line: LayoutLine, id: String) -> XMLElement {
    var children: [XMLElement] = []
    for (index, word) in line.words.enumerated() {
      if index > 0 { children.append(space(from: line.words[index - 1].box.right, to: word.box)) }
      children.append(string(word, id: "word_\(id)_\(index + 1)"))
    }
    return placed("TextLine", id: "line_\(id)", line.box, children)
  }

  private static func space(from left: Int, to next: PixelBox) -> XMLElement {
    XMLTree.element(
      "SP", ["HPOS": String(left), "VPOS": String(next.y), "WIDTH": String(max(0, next.x - left))])
  }

  private static func string(_ word: LayoutWord, id: String) -> XMLElement {
    var readings: [XMLElement] = []
    if word.original != word.text {
      readings.append(XMLTree.element("ALTERNATIVE", ["PURPOSE": "as read"], text: word.original))
    }
    for other in word.alternatives where other != word.original {
      readings.append(XMLTree.element("ALTERNATIVE", ["PURPOSE": "other reading"], text: other))
    }
    let string = placed("String", id: id, word.box, readings)
    for attribute in [
      XMLTree.attribute("WC", decimal(word.confidence)), XMLTree.attribute("CONTENT", word.text),
    ] {
      if let attribute { string.addAttribute(attribute) }
    }
    return string
  }

  private static func placed(_ name: String, id: String, _ box: PixelBox, _ children: [XMLElement]) -> XMLElement {
    XMLTree.element(
      name,
      [
        "ID": id, "HPOS": String(box.x), "VPOS": String(box.y), "WIDTH": String(box.width),
        "HEIGHT": String(box.height),
      ], children)
  }

  /// Three decimals, as in the record.
  private static func decimal(_ confidence: Confidence) -> String {
    String((confidence.value * 1000).rounded() / 1000)
  }
}
