internal import PDFSyntax
internal import DocumentModel

/// What is painted: it can hide what lies under it.
extension ContentReader {
  /// Something is painted through the texts that clip.
  mutating func paint(_ stream: Stream) { cuttingTexts.formUnion(stream.state.clippingTexts) }

  mutating func cover(_ areas: [Area], isImage: Bool, _ stream: Stream) {
    let state = stream.state
    guard !stream.layers.contains(true), state.isOpaque, !state.isClippedOddly, state.clippingTexts.isEmpty else {
      return
    }
    covers += areas.map { Cover(area: state.clip.map($0.intersection) ?? $0, isImage: isImage) }
  }

  mutating func finishPath(_ name: String, _ stream: inout Stream) {
    let state = stream.state, path = stream.path
    if name != "n" { paint(stream) }
    if state.isPlain, "fFbB".utf8.contains(name.utf8.first ?? 0) {
      cover(path.boxes(state.map, evenOdd: name.hasSuffix("*")), isImage: false, stream)
    } else if name == "S" {
      cover([path.bar(width: state.lineWidth, state.map)].compactMap { $0 }, isImage: false, stream)
    }
    if path.clips { clip(to: path.boxes(state.map, evenOdd: true), &stream.state) }
    stream.path = PaintedPath()
  }

  private func clip(to boxes: [Area], _ state: inout GraphicsState) {
    guard let box = boxes.first else { return state.isClippedOddly = true }
    state.clip = state.clip.map(box.intersection) ?? box
  }

  mutating func draw(_ name: ArraySlice<UInt8>?, _ stream: inout Stream) {
    guard let object = resource("/XObject", name, stream),
      let kind = document[object, "/Subtype"].flatMap(document.name)
    else { return }
    if kind == "/Image" {
      picture(stream)
      let hasHoles = ["/SMask", "/Mask", "/ImageMask", "/SMaskInData", "/OC"].contains { document[object, $0] != nil }
      if !hasHoles, let area = Area(left: 0, bottom: 0, right: 1, top: 1, stream.state.map) {
        cover([area], isImage: true, stream)
      }
    }
    if kind == "/Form" { drawForm(object, stream) }
  }

  mutating func picture(_ stream: Stream) {
    let map = stream.state.map
    images.append(map)
    let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { map.applied(x: $0.0, y: $0.1) }
    pictures.append((Area(around: corners), covers.count))
    paint(stream)
  }

  mutating func drawForm(_ object: PDFObject, _ stream: Stream) {
    guard stream.depth < Self.deepest, let bytes = document.data(of: object) else { return }
    streams[stream.owner]?.drawsForms = true
    if let naming = stream.state.style.naming { namings[naming].isInherited = true }
    var inner = stream.state
    if let map = AffineMap(document[object, "/Matrix"].map(document.numbers) ?? []) { inner.map = map.then(inner.map) }
    let box = document[object, "/BBox"].map(document.numbers) ?? []
    if box.count == 4 {
      let area = Area(around: [(box[0], box[1]), (box[2], box[3])])
      let placed = Area(left: area.left, bottom: area.bottom, right: area.right, top: area.top, inner.map)
      clip(to: placed.map { [$0] } ?? [], &inner)
    }
    let resources = document[object, "/Resources"] ?? stream.resources
    _ = read(bytes, of: object, resources, from: inner, depth: stream.depth + 1)
  }
}
