internal import DocumentModel
internal import Imaging

/// The contact sheet as one picture.
struct SheetPicture {
  private let looks: [InputLook]
  private let language: Language

  init(_ looks: [InputLook], language: Language) {
    self.looks = looks
    self.language = language
  }

  func png() throws(Failure) -> [UInt8] {
    let tiles = looks.filter { !$0.isPlainText }.flatMap { look in
      look.input.pages.map { (look.input.path, $0, look.thumbnails[$0.page]) }
    }
    let columns = max(1, min(8, Int(Double(max(1, tiles.count) * 4 / 3).squareRoot().rounded(.up))))
    let rows = (tiles.count + columns - 1) / columns
    var canvas = try Canvas(
      size: PixelSize(width: columns * Self.tile.width, height: max(1, rows) * Self.tile.height))
    for (index, (path, page, thumbnail)) in tiles.enumerated() {
      let x = index % columns * Self.tile.width, y = index / columns * Self.tile.height
      try draw(page, of: path, thumbnail, on: &canvas, at: (x, y))
    }
    return try canvas.png()
  }

  private static let tile = PixelSize(width: 330, height: 560)

  private func draw(
    _ page: InspectedPage, of path: String, _ thumbnail: [UInt8]?, on canvas: inout Canvas, at place: (x: Int, y: Int)
  ) throws(Failure) {
    let colour = Self.colour(of: page.quality?.grade)
    canvas.fill(PixelBox(x: place.x + 10, y: place.y + 8, width: 310, height: 8), colour)
    if let thumbnail {
      let frame = PixelBox(x: place.x + 15, y: place.y + 22, width: 300, height: 400)
      try canvas.paste(jpeg: thumbnail, into: frame)
    }
    let grade = page.quality?.grade.name(in: language) ?? "–"
    let text = PixelBox(x: place.x + 15, y: place.y + 428, width: 300, height: 32)
    try canvas.write("\(page.page)  \(grade)", in: text, colour, size: .large)
    var rest = PixelBox(x: text.x, y: text.bottom, width: 300, height: 22)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for line in [name] + PageCaption(page, language: language).lines {
      rest.height = place.y + Self.tile.height - rest.y
      try canvas.write(line, in: rest, .dark, size: .small)
      rest.y += 22
    }
  }

  private static func colour(of grade: PageQuality.Grade?) -> Canvas.Colour {
    switch grade {
    case .good: Canvas.Colour(red: 0x1B, green: 0x7F, blue: 0x3B)
    case .fair: Canvas.Colour(red: 0xB5, green: 0x6A, blue: 0x00)
    case .poor: Canvas.Colour(red: 0xB3, green: 0x26, blue: 0x1E)
    case nil: Canvas.Colour(red: 0x99, green: 0x99, blue: 0x99)
    }
  }
}
