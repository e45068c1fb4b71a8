/// The sheets of an XLSX file (ECMA-376).
struct Workbook {
  let strings: SharedStrings
  let styles: NumberStyles
  private let parts: WorkbookParts
  /// Of every sheet, the cells that are one.
  private let merged: [[MergedRange]]

  /// Reads all but the rows, and whether these are whole.
  ///
  /// - Throws: a `PartProblem` for a file that is no workbook, is damaged, encrypted or too large.
  init(_ zip: ZipArchive) throws(PartProblem) {
    parts = try WorkbookParts(zip)
    let strings = SharedStringsReader()
    try parts.read("sharedStrings", with: strings)
    self.strings = strings.strings
    let styles = NumberStylesReader()
    try parts.read("styles", with: styles)
    self.styles = NumberStyles(styles.styles, isFrom1904: parts.isFrom1904)
    var merged: [[MergedRange]] = [], rows = 0
    for sheet in parts.sheets {
      let reader = MergedRangesReader(after: rows)
      try XMLPass.read(sheet.path, of: zip, with: reader)
      merged.append(reader.ranges)
      rows = reader.rows
    }
    self.merged = merged
  }

  /// Gives the rows of all sheets in their order, until `body` says false.
  ///
  /// - Throws: a `PartProblem` for a sheet that is damaged or too large.
  func forEachRow(_ body: (SheetRow) -> Bool) throws(PartProblem) {
    for (index, sheet) in parts.sheets.enumerated() {
      var problem: PartProblem?
      let goesOn = withoutActuallyEscaping(body) { body in
        let reader = RowReader(self, merged: merged[index]) { row in
          var row = row
          (row.sheet, row.sheetName) = (index, sheet.name)
          return body(row)
        }
        do throws(PartProblem) { try XMLPass.read(sheet.path, of: parts.zip, with: reader) } catch { problem = error }
        return !reader.isRefused
      }
      if let problem { throw problem }
      if !goesOn { return }
    }
  }
}
