internal import PDFSyntax
internal import DocumentModel

/// What annotations add to a page.
extension ContentReader {
  /// What annotations and filled fields show: it lies over the page.
  mutating func readAnnotations(of page: PDFObject) {
    for annotation in (document[page, "/Annots"].map(document.items) ?? []).prefix(Self.mostStreams) {
      guard !document.isHidden(annotation: annotation), let form = appearance(of: annotation),
        let map = place(form, annotation)
      else { continue }
      var state = GraphicsState()
      state.map = map
      drawForm(form, Stream(owner: page, resources: nil, state: state, depth: 0))
    }
  }

  private func appearance(of annotation: PDFObject) -> PDFObject? {
    guard let normal = document[annotation, "/AP"].flatMap({ document[$0, "/N"] }) else { return nil }
    if document.isStream(normal) { return normal }
    guard let name = document[annotation, "/AS"].flatMap(document.name) else { return nil }
    return document[normal, name].flatMap { document.isStream($0) ? $0 : nil }
  }

  /// From the form's box, moved by its matrix, to the annotation's (ISO 32000-1, 12.5.5).
  private func place(_ form: PDFObject, _ annotation: PDFObject) -> AffineMap? {
    let rectangle = document[annotation, "/Rect"].map(document.numbers) ?? []
    let box = document[form, "/BBox"].map(document.numbers) ?? []
    guard rectangle.count == 4, box.count == 4 else { return nil }
    let matrix = AffineMap(document[form, "/Matrix"].map(document.numbers) ?? []) ?? .identity
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]
    let from = Area(around: corners.map { matrix.applied(x: $0.0, y: $0.1) })
    let to = Area(around: [(rectangle[0], rectangle[1]), (rectangle[2], rectangle[3])])
    guard from.right > from.left, from.top > from.bottom else { return nil }
    let across = (to.right - to.left) / (from.right - from.left), up = (to.top - to.bottom) / (from.top - from.bottom)
    return AffineMap(across, 0, 0, up, to.left - from.left * across, to.bottom - from.bottom * up)
  }
}
