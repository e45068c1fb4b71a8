public import DocumentModel
internal import Vietnamese

/// Gives a document its letters back. A pure function of the model, the settings and the lines.
public struct Restorer: Sendable {
  let model: RestorationModel
  let settings: RestorationSettings

  public init(model: RestorationModel, settings: RestorationSettings = .init()) {
    self.model = model
    self.settings = settings
  }

  /// The lines with their words restored: as many lines, in the same places; empty ones stay empty.
  ///
  /// A word that was split in two becomes one, two that were joined become two. Every word keeps what was read.
  public func restore(_ lines: [Line]) -> [Line] {
    var lines = lines
    for index in lines.indices { compose(&lines[index]) }
    let noise = settings.noise == .automatic ? .stripped : settings.noise
    if noise == .clean { return lines }
    var reader = ParagraphReader(model: model, noise: noise)
    return reader.restore(lines)
  }

  private func compose(_ line: inout Line) {
    for index in line.words.indices where !line.words[index].text.utf8.allSatisfy({ $0 < 0x80 }) {
      line.words[index].text = nfc(line.words[index].text)
    }
  }
}
