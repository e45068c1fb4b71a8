internal import Checkpoints
internal import DocumentModel
internal import Intake

/// Gives inputs names whose folders hold no results of other inputs yet.
struct ResultNames {
  private let ledger: Ledger<InputReport>

  init(_ ledger: Ledger<InputReport>) { self.ledger = ledger }

  func assigned(to inputs: [Input]) -> [Input] {
    var taken: Set<String> = []
    return inputs.map { input in
      var input = input
      input.name = name(for: input, besides: taken)
      taken.insert(input.name)
      return input
    }
  }

  private func name(for input: Input, besides taken: Set<String>) -> String {
    let entry = ledger.entry(of: BatchBook.key(of: input))
    // A file that was not touched since keeps its name, and need not be read to find it.
    if let entry, !entry.stamps.isEmpty, entry.stamps == BatchBook.stamps(of: input), !taken.contains(entry.name) {
      return entry.name
    }
    // A folder that has grown takes the place of what it was.
    if let smaller = Growth(ledger).smaller(input, BatchBook.stamps(of: input)), !taken.contains(smaller.name) {
      return smaller.name
    }
    let sha256 = try? ContentHash.sha256(of: input.files)
    var name = input.name, count = 1
    while taken.contains(name) || holdsOther(name, than: sha256) {
      count += 1
      name = "\(input.name)-\(count)"
    }
    return name
  }

  private func holdsOther(_ name: String, than sha256: String?) -> Bool {
    guard let owner = ledger.owner(of: name), let held = owner.sha256 else { return false }
    return held != sha256
  }
}
