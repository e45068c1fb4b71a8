extension Page {
  /// The page with every box brought to an image that is larger or smaller by a factor, of this resolution.
  public func scaled(by factor: Double, dpi: Int) -> Page {
    if factor == 1 { return self }
    var page = replacingLines(with: lines.map { $0.scaled(by: factor) })
    page.dpi = dpi
    page.size = size.map {
      PixelSize(
        width: Int((Double($0.width) * factor).rounded()), height: Int((Double($0.height) * factor).rounded()))
    }
    page.blocks = page.blocks.map { block in
      guard case .table(var table) = block else { return block }
      table.box = table.box?.scaled(by: factor)
      for index in table.cells.indices { table.cells[index].box = table.cells[index].box?.scaled(by: factor) }
      return .table(table)
    }
    for index in page.penReadings.indices {
      page.penReadings[index].box = page.penReadings[index].box.scaled(by: factor)
    }
    return page
  }
}

extension Line {
  fileprivate func scaled(by factor: Double) -> Line {
    var line = self
    for index in line.words.indices { line.words[index].box = line.words[index].box?.scaled(by: factor) }
    return line
  }
}
