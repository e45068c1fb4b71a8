internal import DocumentModel
internal import PDFSyntax

/// Follows a page's content as far as it takes to say whether the page is one image and nothing else.
struct ContentLook {
  let file: PDFDocument
  let page: PDFObject
  private(set) var texts = 0, curves = 0
  /// How often it paints anything but text: paths, pictures, forms.
  private(set) var paints = 0
  /// Pieces of text behind the last picture or form: nothing that the page draws can lie over them.
  private(set) var textsOnTop = 0
  /// By the name of a font, what it shows.
  private(set) var shown: [String: ShownText] = [:]

  private var isPlain = true
  private var images = 0
  private var matrix = AffineMap.identity
  private var isHidden = false
  private var font = ""
  private var saved: [(matrix: AffineMap, isHidden: Bool, font: String)] = []
  /// The rectangle that was described last, and no other path.
  private var box: [Double]?

  /// How far an image's edge may lie inside or outside the page's, as a share of its side.
  private static let margin = 0.05, overhang = 0.02
  /// Share of a side by which an image may lean or be pressed.
  private static let lean = 0.005

  init(file: PDFDocument, page: PDFObject) {
    (self.file, self.page) = (file, page)
    let rotation = file[page, "/Rotate"].flatMap(file.number) ?? 0
    isPlain = rotation.truncatingRemainder(dividingBy: 360) == 0
  }

  var isImageAlone: Bool { isPlain && images == 1 }

  /// Operators that paint nothing and change nothing that an image is drawn with.
  private static let harmless: Set = [
    "BT", "ET", "Td", "TD", "Tm", "T*", "TL", "Tc", "Tw", "Tz", "Ts", "g", "G", "rg", "RG", "k", "K", "cs", "CS",
    "sc", "SC", "scn", "SCN", "w", "J", "j", "M", "d", "i", "ri", "n", "BMC", "EMC", "MP", "DP", "BX", "EX",
  ]

  private static let painting: Set = ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]

  mutating func take(_ operation: ContentOperation) {
    if Self.painting.contains(operation.name) { paints += 1 }
    switch operation.name {
    case "q": saved.append((matrix, isHidden, font))
    case "Q": if let last = saved.popLast() { (matrix, isHidden, font) = last }
    case "cm": concatenate(operation)
    case "Tr": isHidden = operation.operands.last?.elementsEqual("3".utf8) ?? false
    case "Tf": font = operation.operands.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    case "Tj", "TJ", "'", "\"": if !isHidden { show(operation) }
    case "c", "v", "y": (curves, isPlain) = (curves + 1, false)
    case "Do": draw(operation)
    case "BI": (textsOnTop, isPlain) = (0, false)
    case "re": box = operation.operands.suffix(4).compactMap(Double.init(token:))
    case "W", "W*": if !isWholePage(box) { isPlain = false }
    case "gs": if !isHarmlessState(operation) { isPlain = false }
    // A layer may be one that is not shown.
    case "BDC": if operation.operands.first?.elementsEqual("/OC".utf8) ?? true { isPlain = false }
    default: if !Self.harmless.contains(operation.name) { isPlain = false }
    }
  }

  private mutating func show(_ operation: ContentOperation) {
    (texts, textsOnTop, isPlain) = (texts + 1, textsOnTop + 1, false)
    shown[font, default: ShownText()].add(bytes: operation.operands.last.map(ContentOperations.bytesOfStrings) ?? 0)
  }

  private mutating func concatenate(_ operation: ContentOperation) {
    guard let map = AffineMap(operation.operands) else {
      isPlain = false
      return
    }
    matrix = map.then(matrix)
  }

  private func resource(_ operation: ContentOperation, _ kind: String) -> PDFObject? {
    guard let name = operation.operands.last.map({ String(decoding: $0, as: UTF8.self) }),
      let all = file[page, "/Resources"].flatMap({ file[$0, kind] })
    else { return nil }
    return file[all, name]
  }

  private mutating func draw(_ operation: ContentOperation) {
    textsOnTop = 0
    guard let image = resource(operation, "/XObject"), file[image, "/Subtype"].flatMap(file.name) == "/Image" else {
      isPlain = false
      return
    }
    images += 1
    if !isAsStored(image) || !isUpright(over: file.mediaBox(of: page)) { isPlain = false }
  }

  /// Whether the image's bytes alone say what it looks like.
  private func isAsStored(_ image: PDFObject) -> Bool {
    let changing = ["/SMask", "/Mask", "/SMaskInData", "/OC", "/Alternates"]
    let isStencil = file[image, "/ImageMask"].map(file.isTrue) ?? false
    if isStencil || changing.contains(where: { file[image, $0] != nil }) { return false }
    let levels = file[image, "/Decode"].map(file.numbers) ?? []
    return levels.enumerated().allSatisfy { $1 == Double($0 % 2) }
  }

  private func isUpright(over box: [Double]) -> Bool {
    let (width, height) = (box[2] - box[0], box[3] - box[1])
    guard width > 0, height > 0, matrix.a > 0, matrix.d > 0, abs(matrix.b) <= Self.lean * height,
      abs(matrix.c) <= Self.lean * width
    else { return false }
    let left = (matrix.e - box[0]) / width, right = (box[2] - matrix.e - matrix.a) / width
    let bottom = (matrix.f - box[1]) / height, top = (box[3] - matrix.f - matrix.d) / height
    return [left, right, bottom, top].allSatisfy { (-Self.overhang...Self.margin).contains($0) }
  }

  /// Whether a clip leaves the page whole.
  private func isWholePage(_ rectangle: [Double]?) -> Bool {
    guard let rectangle, rectangle.count == 4 else { return false }
    let map = AffineMap(rectangle[2], 0, 0, rectangle[3], rectangle[0], rectangle[1]).then(matrix)
    let box = file.mediaBox(of: page)
    let slackX = Self.overhang * (box[2] - box[0]), slackY = Self.overhang * (box[3] - box[1])
    return map.b == 0 && map.c == 0 && min(map.e, map.e + map.a) <= box[0] + slackX
      && max(map.e, map.e + map.a) >= box[2] - slackX && min(map.f, map.f + map.d) <= box[1] + slackY
      && max(map.f, map.f + map.d) >= box[3] - slackY
  }

  /// Whether a graphics state lets an image be as it is: opaque, unmasked, mixed with nothing.
  private func isHarmlessState(_ operation: ContentOperation) -> Bool {
    guard let state = resource(operation, "/ExtGState") else { return false }
    let isOpaque = ["/ca", "/CA"].allSatisfy { (file[state, $0].flatMap(file.number) ?? 1) == 1 }
    let isUnmasked = file[state, "/SMask"].map { file.name($0) == "/None" } ?? true
    let isUnmixed = file[state, "/BM"].map { ["/Normal", "/Compatible"].contains(file.name($0)) } ?? true
    return isOpaque && isUnmasked && isUnmixed && file[state, "/TR"] == nil
      && file[state, "/TR2"] == nil
  }
}

/// What a page shows in one font.
struct ShownText: Sendable, Equatable {
  /// Bytes of all its strings, and of the longest one.
  private(set) var bytes = 0, longest = 0

  mutating func add(bytes count: Int) { (bytes, longest) = (bytes + count, max(longest, count)) }

  /// Whether it is signs that stand alone, few among so many bytes of the page: the bullets of a list.
  func isBullets(among all: Int) -> Bool { longest <= Self.glyph && bytes * Self.rarely <= all }

  /// Bytes of a glyph in a font of many, and how rare bullets are.
  private static let glyph = 2, rarely = 50
}
