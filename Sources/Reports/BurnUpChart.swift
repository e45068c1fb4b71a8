internal import Export
internal import Archive
internal import DocumentModel

/// Pages scanned and at the target's stage over time, with the line of the target and the way to it, as SVG.
struct BurnUpChart {
  let report: ProgressReport
  let wording: Wording

  private static let width = 940.0, height = 350.0, left = 76.0, right = 20.0, top = 34.0, bottom = 38.0

  private struct Frame {
    var first: Int, last: Int
    var most: Double

    func x(_ day: Int) -> Double {
      let span = Double(max(1, last - first))
      return BurnUpChart.left + Double(day - first) / span * (BurnUpChart.width - BurnUpChart.left - BurnUpChart.right)
    }

    func y(_ pages: Double) -> Double {
      let plot = BurnUpChart.height - BurnUpChart.top - BurnUpChart.bottom
      return BurnUpChart.height - BurnUpChart.bottom - pages / most * plot
    }
  }

  /// The chart as SVG; nil where no page was scanned yet.
  func svg() -> HTML? {
    guard let first = report.series.first, let ratio = report.all.ratio(report.stage, .page) else { return nil }
    let today = report.asOf.dayNumber, start = first.day.dayNumber
    let until = report.until?.dayNumber ?? today
    // The future takes at most as much room as the past, or 90 days.
    let expected = report.forecast?.expected?.dayNumber ?? today
    let last = max(until, min(expected, today + max(90, today - start)), today) + 3
    let whole = (ratio.mid ?? 0) > 0 ? ratio.reached / (ratio.mid ?? 1) : ratio.counted + (ratio.estimatedHigh ?? 0)
    let target = report.target * whole
    let most = max(target, report.series.map(\.scanned).max() ?? 0, report.series.map(\.reached).max() ?? 0, 1) * 1.12
    let frame = Frame(first: start, last: last, most: most)
    let parts = [
      grid(frame), targetLine(frame, target), ahead(frame, target),
      line(frame, report.series.map { ($0.day, $0.scanned) }, "#8fa6bf", 2),
      line(frame, report.series.map { ($0.day, $0.reached) }, "#1f5fa8", 3), marks(frame, until: report.until),
      legend,
    ]
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" font-size="13" fill="#5b6875">
      \(parts.joined(by: "\n"))
      </svg>
      """
  }

  private func grid(_ frame: Frame) -> HTML {
    let step = Self.step(frame.most / 5)
    let rows = stride(from: 0, through: frame.most, by: step).map { value -> HTML in
      let y = frame.y(value)
      return """
        <line x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(number(y))" y2="\(number(y))" stroke="#e3e8ee"/>
        <text x="\(Self.left - 8)" y="\(number(y + 4))" text-anchor="end">\(wording.count(value))</text>
        """
    }
    return rows.joined(by: "\n") + months(frame)
  }

  /// At most ten names of months, so that they do not run into each other.
  private func months(_ frame: Frame) -> HTML {
    let days = (frame.first...frame.last).filter { CalendarDate(dayNumber: $0)?.day == 1 }
    let every = max(1, days.count / 9 + (days.count % 9 == 0 ? 0 : 1))
    return days.enumerated().filter { $0.offset % every == 0 }.map { _, day -> HTML in
      let x = number(frame.x(day)), date = CalendarDate(dayNumber: day)
      let name = date.map { "\($0.month)/\($0.year)" } ?? ""
      return """
        <line x1="\(x)" x2="\(x)" y1="\(number(Self.height - Self.bottom))" y2="\(number(Self.height - Self.bottom + 5))" stroke="#9aa7b4"/>
        <text x="\(x)" y="\(number(Self.height - 16))" text-anchor="middle">\(name)</text>
        """
    }.joined(by: "\n")
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(_ rough: Double) -> Double {
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
  }

  private func targetLine(_ frame: Frame, _ target: Double) -> HTML {
    let y = number(frame.y(target))
    return """
      <line x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(y)" y2="\(y)" stroke="#b3261e" stroke-width="1.5" stroke-dasharray="6 4"/>
      <text x="\(Self.left + 6)" y="\(number(frame.y(target) - 6))" fill="#b3261e">\
      \(wording.text("Mục tiêu", "Target")) \(wording.percent(report.target)) = \(wording.count(target))</text>
      """
  }

  /// The forecast from today on, and the band in which it lies with 80 %.
  private func ahead(_ frame: Frame, _ target: Double) -> HTML {
    guard let forecast = report.forecast, let now = report.series.last?.reached, forecast.missing > 0,
      forecast.pace > 0
    else { return .none }
    let today = report.asOf.dayNumber, weeks = Double(frame.last - today) / 7
    func end(_ pace: Double) -> (x: Double, y: Double) {
      let reach = pace > 0 ? min(weeks, (frame.most - now) / pace) : weeks
      return (
        frame.x(today) + (frame.x(frame.last) - frame.x(today)) * (weeks > 0 ? reach / weeks : 0),
        frame.y(now + pace * reach)
      )
    }
    let (low, mid, high) = (end(forecast.paceLow), end(forecast.pace), end(forecast.paceHigh))
    let start = "\(number(frame.x(today))),\(number(frame.y(now)))"
    let corner =
      "\(number(frame.x(frame.last))),\(number(min(high.y, frame.y(min(frame.most, now + forecast.paceHigh * weeks)))))"
    return """
      <polygon points="\(start) \(number(high.x)),\(number(high.y)) \(corner) \(number(low.x)),\(number(low.y))" fill="#1f5fa8" opacity="0.12"/>
      <polyline points="\(start) \(number(mid.x)),\(number(mid.y))" fill="none" stroke="#1f5fa8" stroke-width="2" stroke-dasharray="5 5"/>
      """
  }

  private func line(_ frame: Frame, _ points: [(CalendarDate, Double)], _ color: String, _ width: Int) -> HTML {
    let path = points.map { "\(number(frame.x($0.0.dayNumber))),\(number(frame.y($0.1)))" }
    return """
      <polyline points="\(path.joined(separator: " "))" fill="none" stroke="\(color)" stroke-width="\(width)" stroke-linejoin="round"/>
      """
  }

  private func marks(_ frame: Frame, until: CalendarDate?) -> HTML {
    func mark(_ day: Int, _ text: String, _ color: String) -> HTML {
      let x = frame.x(day), isRight = x > Self.width - 160
      return """
        <line x1="\(number(x))" x2="\(number(x))" y1="\(Self.top)" y2="\(number(Self.height - Self.bottom))" stroke="\(color)" stroke-dasharray="2 3"/>
        <text x="\(number(x + (isRight ? -5 : 5)))" y="\(Self.top + 10)" text-anchor="\(isRight ? "end" : "start")" fill="\(color)">\(text)</text>
        """
    }
    let today = mark(report.asOf.dayNumber, wording.day(report.asOf), "#1c2733")
    guard let until, until != report.asOf else { return today }
    return today + mark(until.dayNumber, wording.text("Hạn ", "Due ") + wording.day(until), "#b3261e")
  }

  private var legend: HTML {
    let names = [("#1f5fa8", wording.text("Hoàn tất", "Packaged")), ("#8fa6bf", wording.text("Đã quét", "Scanned"))]
    return names.enumerated().map { index, entry -> HTML in
      // Above the plot, where no line can run through it.
      let x = Self.left + Double(index) * 130, y = 12.0
      return """
        <line x1="\(x)" x2="\(x + 26)" y1="\(number(y))" y2="\(number(y))" stroke="\(entry.0)" stroke-width="3"/>
        <text x="\(x + 32)" y="\(number(y + 4))">\(entry.1)</text>
        """
    }.joined(by: "\n")
  }

  private func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }
}
