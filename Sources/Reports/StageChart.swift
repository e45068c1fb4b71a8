internal import Export
internal import Archive
internal import DocumentModel

/// A bar for every group: the shares of its pages that have passed each stage, as SVG.
struct StageChart {
  let report: ProgressReport
  let wording: Wording

  private static let width = 940.0, left = 190.0, right = 86.0, row = 30.0
  /// From the last stage to the first; a later stage is darker.
  private static let colors: [(stage: PageStage, color: String)] = [
    (.packaged, "#123f73"), (.verified, "#1f5fa8"), (.indexed, "#4f8ccb"), (.recognised, "#86b3e0"),
    (.imageChecked, "#b4d0ec"), (.scanned, "#dbe8f5"),
  ]
  private static let mostGroups = 30

  /// The chart as SVG; nil where no group has a page.
  func svg() -> HTML? {
    let groups = report.groups.filter { ($0.ratio(.packaged, .page)?.counted ?? 0) > 0 }.prefix(Self.mostGroups)
    guard !groups.isEmpty else { return nil }
    let height = Double(groups.count) * Self.row + 44
    let bars = groups.enumerated().map { bar($1, y: Double($0) * Self.row + 8) }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="img" font-size="13" fill="#1c2733">
      \(bars.joined(by: "\n"))
      \(target(height: height - 40))
      \(legend(y: height - 16))
      </svg>
      """
  }

  private var plot: Double { Self.width - Self.left - Self.right }

  private func bar(_ group: ProgressReport.Group, y: Double) -> HTML {
    let name = group.name.isEmpty ? wording.text("(không nêu)", "(not stated)") : group.name
    let short = name.count > 24 ? name.prefix(23) + "…" : Substring(name)
    // Pages of a later stage have passed the earlier ones, so the earlier bar is drawn first and the later over it.
    let pieces = Self.colors.reversed().compactMap { stage, color -> HTML? in
      guard let share = group.ratio(stage, .page)?.mid, share > 0 else { return nil }
      return "<rect x=\"\(Self.left)\" y=\"\(y)\" width=\"\(rounded(share * plot))\" height=\"18\" fill=\"\(color)\"/>"
    }
    let packaged = group.ratio(.packaged, .page).map(wording.share) ?? "–"
    return """
      <text x="\(Self.left - 8)" y="\(y + 14)" text-anchor="end">\(short)</text>
      <rect x="\(Self.left)" y="\(y)" width="\(plot)" height="18" fill="#f4f6f8" stroke="#d5dbe2"/>
      \(pieces.joined(by: "\n"))
      <text x="\(Self.left + plot + 6)" y="\(y + 14)">\(packaged)</text>
      """
  }

  private func target(height: Double) -> HTML {
    let x = rounded(Self.left + report.target * plot)
    return
      "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"\(height)\" stroke=\"#b3261e\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>"
  }

  private func legend(y: Double) -> HTML {
    var x = 8.0
    return Self.colors.reversed().map { stage, color -> HTML in
      let name = stage == .packaged ? wording.text("Hoàn tất", "Packaged") : wording.name(stage)
      defer { x += 44 + Double(name.count) * 7.6 }
      return """
        <rect x="\(rounded(x))" y="\(y - 11)" width="14" height="14" fill="\(color)" stroke="#b9c4cf"/>
        <text x="\(rounded(x + 20))" y="\(y + 1)">\(name)</text>
        """
    }.joined(by: "\n")
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
