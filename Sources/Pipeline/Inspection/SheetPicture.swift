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
    let tiles = looks.flatMap { look in look.input.pages.map { (look.input.path, $0, look.thumbnails[$0.page]) } }
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

  private static let tile = PixelSize(width: 330, height: 500)

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
    canvas.write("\(page.page)  \(grade)", at: (place.x + 15, place.y + 430), colour, size: .large)
    for (index, line) in PageCaption(page, language: language).lines.prefix(2).enumerated() {
      canvas.write(line, at: (place.x + 15, place.y + 456 + index * 18), .dark, size: .small)
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
