import GRDB
import Grammar
import Testing

@testable import Archive

/// What the table of columns promises to import, export and comparison.
@Suite struct InventoryColumnTests {
  @Test func everyColumnHasANameOfItsOwn() {
    #expect(Set(InventoryColumn.all.map(\.field)).count == InventoryColumn.all.count)
    #expect(Set(InventoryColumn.written.map(\.heading)).count == InventoryColumn.written.count)
  }

  /// A value kept or compared in a column that no migration has made would fail at the first row of a user's sheet.
  @Test func everyStoredValueHasAColumnInTheSchema() throws {
    let database = try DatabaseQueue()
    try Migrations.migrator.migrate(database)
    let columns = try database.read { db in
      try Dictionary(
        uniqueKeysWithValues: ["fonds", "catalogue", "box", "dossier", "item", "document"].map { table in
          (table, try db.columns(in: table).map(\.name))
        })
    }
    for column in InventoryColumn.all {
      if let storage = column.storage {
        #expect(columns[storage.table.rawValue]?.contains(storage.column) == true, "\(column.field)")
      }
      if let read = column.comparison?.readColumn {
        #expect(columns["document"]?.contains(read) == true, "\(column.field)")
      }
    }
  }

  @Test func whatIsWrittenIsUnderstoodAsTheSameColumn() {
    let heading = InventoryColumn.written.compactMap(\.heading)
    let columns = InventoryColumns(rows: [heading], row: 1, map: [:])
    #expect(columns.columns.map(\.field) == InventoryColumn.written.map(\.field))
  }

  @Test(arguments: [
    ("Cặp/Hộp số", "box"), ("Số, ký hiệu HS", "dossier.code"), ("Tên/Tiêu đề hồ sơ", "dossier.title"),
    ("Ngày, tháng, năm bắt đầu", "start"), ("Thời hạn BQ", "maintenance"), ("Chế độ SD", "dossier.mode"),
    ("Tình trạng vật lý của tài liệu", "dossier.condition"), ("Ngày tháng năm ban hành", "document.date"),
    ("Tên loại và trích yếu nội dung", "document.subject"), ("Tên file", "document.file"),
    ("Số và ký hiệu VB", "document.number-symbol"), ("Màu bìa", nil), ("Kệ", nil), ("Số điện thoại", nil),
  ])
  func aHeadingIsKnownByItsMeaning(heading: String, field: String?) {
    let columns = InventoryColumns(rows: [[heading]], row: 1, map: [:])
    #expect(columns.columns.first?.field?.rawValue == field)
  }

  @Test func everyFieldCanBeNamedOnTheCommandLine() {
    for field in InventoryField.allCases { #expect(InventoryField(rawValue: field.rawValue) == field) }
    #expect(InventoryField(rawValue: "dossier.nothing") == nil)
  }

  @Test(arguments: [
    ("dossier.pages", "document.pages"), ("dossier.note", "document.note"), ("dossier.ordinal", "document.ordinal"),
  ])
  func aHeadingThatComesTwiceIsTheDossiersAndThenTheDocuments(dossier: String, document: String) {
    #expect(InventoryField(rawValue: dossier)?.twin == InventoryField(rawValue: document))
  }
}

/// Names and codes of document types, as lists and readings write them.
@Suite struct DocumentTypeNameTests {
  private let types = DocumentTypeNames(someTypes.documentTypes)

  @Test(arguments: [
    ("Kế hoạch", "KH"), ("ke hoach", "KH"), ("kh", "KH"), ("Hợp đồng", "HĐ"), ("HĐ", "HĐ"), ("HD", "HD"),
    ("Hướng dẫn", "HD"), ("Thư tay", nil),
  ])
  func codesAreFoundByNameAndByThemselves(name: String, code: String?) {
    #expect(types.code(of: name) == code)
  }

  @Test(arguments: [("Kế hoạch triển khai", "Kế hoạch"), ("Kế hoạch", nil), ("Về kế hoạch", nil)])
  func aSubjectMayBeginWithItsType(subject: String, name: String?) {
    #expect(types.name(startingIn: subject) == name)
  }
}
