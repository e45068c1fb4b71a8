internal import Foundation

/// The elements of EAD.xml or EAD_doc, which have no elements inside.
final class EADTaker: XMLTaker {
  private(set) var root: String?
  private(set) var values: [String: String] = [:]
  private(set) var twice: [String] = []
  private var depth = 0
  private var open: String?

  func start(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth == 1 { root = name }
    guard depth == 2 else { return }
    open = name
    if values.updateValue("", forKey: name) != nil { twice.append(name) }
  }

  func end(_ name: String) {
    if depth == 2 { open = nil }
    depth -= 1
  }

  func text(_ text: String) {
    if let open { values[open, default: ""] += text }
  }
}

/// The hashes that PREMIS gives.
final class PREMISTaker: XMLTaker {
  private(set) var sums: Set<FileDigest> = []
  private var isSum = false
  private var text = ""

  func start(_ name: String, _ attributes: [String: String]) {
    isSum = name == "messageDigest"
    if isSum { text = "" }
  }

  func end(_ name: String) {
    if name == "messageDigest",
      let sum = FileDigest(hexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines))
    {
      sums.insert(sum)
    }
    isSum = false
  }

  func text(_ text: String) { if isSum { self.text += text } }
}
