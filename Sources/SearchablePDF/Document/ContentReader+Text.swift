internal import PDFSyntax
internal import DocumentModel

/// What is written, where, and in which font.
extension ContentReader {
  mutating func takeText(_ operation: ContentOperation, _ stream: inout Stream) {
    let operands = operation.operands
    let numbers = operands.compactMap(Double.init(token:))
    switch operation.name {
    case "BT": begin(at: .identity, &stream)
    case "ET":
      stream.state.clippingTexts += stream.clipping
      stream.clipping = []
    case "Tm": if let map = AffineMap(operands) { begin(at: map, &stream) }
    case "Td", "TD":
      guard numbers.count == 2 else { return }
      if operation.name == "TD" { stream.state.style.leading = -numbers[1] }
      step(numbers[0], numbers[1], &stream)
    case "T*": step(0, -stream.state.style.leading, &stream)
    case "Tf": name(operation, &stream)
    case "Tj", "TJ", "'", "\"": show(operation, &stream)
    default: break
    }
  }

  mutating func begin(at map: AffineMap, _ stream: inout Stream) {
    (stream.text, stream.line) = (map, map)
    runs += 1
  }

  mutating func step(_ x: Double, _ y: Double, _ stream: inout Stream) {
    begin(at: AffineMap(1, 0, 0, 1, x, y).then(stream.line), &stream)
  }

  mutating func name(_ operation: ContentOperation, _ stream: inout Stream) {
    guard let name = operation.operands.first(where: { $0.first == UInt8(ascii: "/") }) else { return }
    stream.state.style.size = operation.operands.last.flatMap(Double.init(token:)) ?? 0
    stream.state.style.naming = namings.count
    namings.append(
      Naming(owner: stream.owner, range: operation.range, name: String(decoding: name, as: UTF8.self)))
    stream.state.style.font = resource("/Font", name, stream).map { font($0) }
  }

  mutating func font(_ object: PDFObject) -> ContentFont {
    guard let identity = document.identity(of: object) else { return ContentFont(object, in: document) }
    if let known = fonts[identity] { return known }
    let font = ContentFont(object, in: document)
    fonts[identity] = font
    return font
  }

  mutating func show(_ operation: ContentOperation, _ stream: inout Stream) {
    if operation.name == "\"", operation.operands.count >= 3 {
      let spacing = operation.operands.suffix(3).map { Double(token: $0) ?? 0 }
      (stream.state.style.wordSpacing, stream.state.style.characterSpacing) = (spacing[0], spacing[1])
    }
    if operation.name == "'" || operation.name == "\"" { step(0, -stream.state.style.leading, &stream) }
    let style = stream.state.style
    let text = ShownText(
      owner: stream.owner, range: operation.range, name: operation.name, operands: operation.operands, style: style,
      map: stream.text.then(stream.state.map), run: runs, order: covers.count,
      isUnseen: style.mode == 3 || style.mode == 7 || (style.mode == 0 && stream.state.alpha <= 0))
    if style.mode >= 4 { stream.clipping.append(texts.count) }
    if !text.isUnseen { paint(stream) }
    texts.append(text)
    stream.text = AffineMap(1, 0, 0, 1, text.advance, 0).then(stream.text)
  }
}
