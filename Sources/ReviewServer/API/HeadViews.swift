internal import Archive
internal import DocumentModel

/// Rows of the grid of heads as the script shows them.
struct HeadRowsView: Encodable {
  var left: Int
  var rows: [HeadRowView]
}

struct HeadRowView: Encodable {
  struct Picture: Encodable {
    var address: String
    var width: Int
    var height: Int
  }

  struct Field: Encodable {
    var name: String
    var label: String
    var text: String
    var isOpen: Bool
    /// What is proposed, the likeliest first.
    var proposals: [Proposed]
    /// Its page where that has a picture, and its place there.
    var page: Int?
    var box: PixelBox?
  }

  struct Proposed: Encodable {
    var text: String
    var source: String
  }

  var id: Int64
  var title: String
  var file: String
  /// Where it lies: fonds, catalogue, dossier, ordinal.
  var place: String?
  var address: String
  var page: Int
  /// By page.
  var pictures: [String: Picture]
  /// The part of the first page that holds the head.
  var letterhead: PixelBox?
  /// The first lines of a document without a picture.
  var lines: [String]
  var fields: [Field]
}

extension Visit {
  /// What the grid asks for, in the order of its boxes.
  private static let gridFields: [HeaderField] = [.number, .symbol, .date, .issuer, .subject, .signer]

  func view(_ row: HeadRow) -> HeadRowView {
    let pictures = row.sheets.compactMap { page, sheet in
      sheet.page.size.map { size in
        ("\(page)", HeadRowView.Picture(address: picture(sheet), width: size.width, height: size.height))
      }
    }
    return HeadRowView(
      id: row.document.id, title: name(of: row.document, file: row.file), file: Self.fileInFolder(row.file),
      place: row.place, address: link("/documents/\(row.document.id)"), page: row.firstPage,
      pictures: Dictionary(uniqueKeysWithValues: pictures), letterhead: Self.letterhead(row),
      lines: pictures.isEmpty ? Self.firstLines(row) : [], fields: Self.gridFields.map { view($0, of: row) })
  }

  private func view(_ field: HeaderField, of row: HeadRow) -> HeadRowView.Field {
    let place = row.head.place(of: field.rawValue)
    return HeadRowView.Field(
      name: field.rawValue, label: name(field), text: field.text(of: row.head),
      isOpen: row.open.contains(field.rawValue),
      proposals: proposals(for: field, in: row.head), page: place?.page, box: place?.box)
  }

  /// Of a day also what is known of its parts alone: `??-??-12`.
  private func proposals(for field: HeaderField, in head: DocumentHeader) -> [HeadRowView.Proposed] {
    var all = head.proposals(for: field.rawValue)
    if field == .date, head.dateParts.year == nil || head.dateParts.month == nil {
      all += head.proposed["dateParts.day", default: []].map { day in
        var day = day
        day.value = "????-??-\(Int(day.value)?.padded(to: 2) ?? day.value)"
        return day
      }
    }
    return all.prefix(3).map { .init(text: $0.value, source: "\(source($0.source)) \(percent($0.confidence))") }
  }

  /// From the head's highest field to its lowest one with some paper around it; the upper third of the page where no
  /// place is known. Never less than a sixth of the page: a letterhead that fills the picture can be read.
  private static func letterhead(_ row: HeadRow) -> PixelBox? {
    guard let size = row.sheets[row.firstPage]?.page.size else { return nil }
    let boxes = HeaderField.allCases.filter { $0 != .signer && $0 != .addressee }
      .compactMap { row.head.evidence[$0.rawValue]?.provenance }.filter { $0.page == row.firstPage }.compactMap(\.box)
      .filter { $0.bottom < size.height * 6 / 10 }
    let rim = size.height / 60
    let top = max(0, (boxes.map(\.y).min() ?? 0) - 2 * rim)
    let lowest = boxes.map(\.bottom).max().map { $0 + rim } ?? size.height / 3
    let height = min(max(lowest - top, size.height / 6), size.height - top)
    return PixelBox(x: 0, y: top, width: size.width, height: height)
  }

  private static func firstLines(_ row: HeadRow) -> [String] {
    let lines = row.sheets[row.firstPage]?.page.lines ?? []
    return lines.lazy.map(\.text).filter { !$0.isEmpty }.prefix(12).map(\.self)
  }
}
