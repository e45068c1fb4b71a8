internal import FoundationXML
internal import Foundation
internal import PDFSyntax

/// What ISO 19005-2 says of pages, annotations, actions, fonts and streams.
extension ArchivalRules {
  private static let actions: Set<String> = [
    "/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition",
    "/Trans", "/GoTo3DView", "/SubmitForm", "/SetState", "/NOP", "/RichMediaExecute",
  ]
  private static let steps: Set<String?> = ["/NextPage", "/PrevPage", "/FirstPage", "/LastPage"]

  func against(action: String, _ object: PDFObject) -> [Kind] {
    let isForeign = action == "/Named" && !Self.steps.contains(document[object, "/N"].flatMap(document.name))
    return isForeign || Self.actions.contains(action) ? [.actions] : []
  }

  /// No side of a page's boxes is shorter than 3 points or longer than 14 400 (6.1.13).
  func against(page: PDFObject, _ keys: Set<String>) -> [Kind] {
    let boxes = ["/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"].filter(keys.contains)
    let isSound = boxes.allSatisfy { key in
      let box = document[page, key].map(document.numbers) ?? []
      return box.count == 4 && [box[2] - box[0], box[3] - box[1]].allSatisfy { (3...14_400).contains(abs($0)) }
    }
    let content = document.content(of: page).map { ArchivalContent($0, document[page, "/Resources"], self).kinds }
    return (isSound ? [] : [.size]) + (content ?? [.operators])
  }

  private static let annotations: Set<String> = [
    "/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/FileAttachment", "/Widget", "/PrinterMark", "/TrapNet",
    "/Watermark", "/Redact",
  ]

  func against(annotation: PDFObject, _ kind: String, _ keys: Set<String>) -> [Kind] {
    if kind == "/Popup" { return [] }
    let flags = document[annotation, "/F"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    // Printed (bit 3); neither invisible, hidden, unviewed nor toggled (bits 1, 2, 6 and 9).
    let isShown = flags & 0b100 != 0 && flags & 0b1_0010_0011 == 0
    let acts = kind == "/Widget" && keys.contains("/A")
    let isSound = isShown && Self.annotations.contains(kind) && hasSoundLook(annotation, kind)
    return (isSound ? [] : [.annotations]) + (acts ? [.actions] : [])
  }

  /// An appearance is one stream, or of a button one for each state, and nothing besides (6.3.3).
  private func hasSoundLook(_ annotation: PDFObject, _ kind: String) -> Bool {
    guard let look = document[annotation, "/AP"] else {
      let box = document[annotation, "/Rect"].map(document.numbers) ?? []
      return kind == "/Link" || box.count == 4 && box[0] == box[2] && box[1] == box[3]
    }
    guard document.keys(of: look) == ["/N"], let normal = document[look, "/N"] else { return false }
    let type = document[annotation, "/FT"] ?? document[annotation, "/Parent"].flatMap { document[$0, "/FT"] }
    let isButton = kind == "/Widget" && type.flatMap(document.name) == "/Btn"
    return isButton ? document.isDictionary(normal) && !document.isStream(normal) : document.isStream(normal)
  }

  private static let fonts: Set<String> = [
    "/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2",
  ]

  func isFont(_ object: PDFObject, _ kind: String?, _ keys: Set<String>) -> Bool {
    kind.map(Self.fonts.contains) == true || keys.contains("/BaseFont")
      || document[object, "/Type"].flatMap(document.name) == "/Font"
  }

  /// Of an original that claims nothing no font is looked into; of one that does, whether its program is there, and what a
  /// reader needs to find glyphs in it.
  func against(font: PDFObject, _ kind: String?) -> [Kind] {
    guard isClaimed, let kind, Self.fonts.contains(kind) else { return [.fonts] }
    if kind == "/Type0" { return document[font, "/DescendantFonts"] == nil ? [.fonts] : [] }
    if kind == "/Type3" { return againstGlyphs(of: font) }
    let descriptor = document[font, "/FontDescriptor"]
    let programs = ["/FontFile", "/FontFile2", "/FontFile3"].filter { key in
      descriptor.flatMap { document[$0, key] } != nil
    }
    if kind.hasPrefix("/CIDFont") {
      let hasMap = kind == "/CIDFontType0" || document[font, "/CIDToGIDMap"] != nil
      return programs.count == 1 && hasMap && document[font, "/CIDSystemInfo"] != nil ? [] : [.fonts]
    }
    return programs.count == 1 && hasAllWidths(font) ? [] : [.fonts]
  }

  private func hasAllWidths(_ font: PDFObject) -> Bool {
    guard let first = document[font, "/FirstChar"].flatMap(document.number),
      let last = document[font, "/LastChar"].flatMap(document.number), let widths = document[font, "/Widths"]
    else { return false }
    return Double(document.items(of: widths).count) == last - first + 1
  }

  private func againstGlyphs(of font: PDFObject) -> [Kind] {
    guard let glyphs = document[font, "/CharProcs"] else { return [.fonts] }
    return document.keys(of: glyphs).flatMap { key -> [Kind] in
      guard let bytes = document[glyphs, key].flatMap(document.data) else { return [.operators] }
      return ArchivalContent(bytes, document[font, "/Resources"], self).kinds
    }
  }

  func against(stream: PDFObject, _ kind: String?, _ keys: Set<String>) -> [Kind] {
    var kinds: [Kind] = []
    if !keys.isDisjoint(with: ["/F", "/FFilter", "/FDecodeParms", "/Ref"]) { kinds.append(.outside) }
    let filters = document[stream, "/Filter"].map { document.isArray($0) ? document.items(of: $0) : [$0] } ?? []
    let names = filters.compactMap(document.name)
    // Others are packed anew as they are written; what cannot be taken out of its filter stays in it.
    if names.contains(where: ["/LZWDecode", "/LZW"].contains), document.data(of: stream) == nil { kinds.append(.lzw) }
    if kind == "/Image" { kinds += against(image: stream, names, keys) }
    let isTile = keys.contains("/PatternType")
    if kind == "/Form" || isTile {
      if keys.contains("/PS") || document[stream, "/Subtype2"] != nil { kinds.append(.postScript) }
      kinds +=
        document.data(of: stream).map { ArchivalContent($0, document[stream, "/Resources"], self).kinds } ?? [
          .operators
        ]
    }
    if document[stream, "/Type"].flatMap(document.name) == "/Metadata" { kinds += against(metadata: stream) }
    return kinds
  }

  private func against(image: PDFObject, _ filters: [String], _ keys: Set<String>) -> [Kind] {
    // A hint for drawing an image larger, which PDF/A forbids and no image needs.
    if keys.contains("/Interpolate") { document[image, "/Interpolate"] = nil }
    var kinds: [Kind] = []
    if let intent = document[image, "/Intent"].flatMap(document.name), !Self.renderingIntents.contains(intent) {
      kinds.append(.intents)
    }
    if filters.contains("/JPXDecode") {
      guard let file = document.packedData(of: image).flatMap(JPEG2000File.init), file.isArchival else {
        return kinds + [.jpeg2000]
      }
      if !keys.contains("/ColorSpace") {
        kinds += file.deviceColours.map(against(device:)) ?? (file.hasProfile ? [] : [.jpeg2000])
      }
    } else if !keys.contains("/ImageMask"),
      ![1, 2, 4, 8, 16].contains(document[image, "/BitsPerComponent"].flatMap(document.number))
    {
      kinds.append(.limits)
    }
    return kinds
  }

  /// Metadata of single parts may name what no schema knows, which nobody looks into.
  private func against(metadata: PDFObject) -> [Kind] {
    guard isClaimed, let bytes = document.data(of: metadata) else { return [.metadata] }
    return (try? XMLDocument(data: Data(bytes), options: .nodeLoadExternalEntitiesNever)) == nil ? [.metadata] : []
  }
}
