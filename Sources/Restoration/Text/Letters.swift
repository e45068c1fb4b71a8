/// Case of Latin letters by table, for loops that cannot afford ICU.
///
/// Vietnamese letters stand in three blocks, in each of which capital and small letter are neighbours or 32 apart.
@inline(__always)
func isCapital(_ scalar: UInt32) -> Bool { smallLetter(scalar) != scalar }

/// The small letter of a Latin capital; any other scalar as it is.
@inline(__always)
func smallLetter(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x41...0x5A: scalar + 32
  case 0xC0...0xDE where scalar != 0xD7: scalar + 32
  case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1E95, 0x1EA0...0x1EFF: scalar | 1
  case 0x1A0, 0x1A2, 0x1A4: scalar + 1
  case 0x1AF: 0x1B0
  default: scalar
  }
}

/// The capital of a small Latin letter; any other scalar as it is.
@inline(__always)
func capitalLetter(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x61...0x7A: scalar - 32
  case 0xE0...0xFE where scalar != 0xF7: scalar - 32
  case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1E95, 0x1EA0...0x1EFF: scalar & ~1
  case 0x1A1, 0x1A3, 0x1A5: scalar - 1
  case 0x1B0: 0x1AF
  default: scalar
  }
}

/// How a word is cased.
enum CaseShape: UInt8 {
  case lower, title, upper
  /// `VNeID`, `iOffice`, `TTg`.
  case mixed

  init(_ scalars: some Sequence<UInt32>) {
    var capitals = 0, count = 0, startsHigh = false
    for scalar in scalars {
      if isCapital(scalar) {
        capitals += 1
        if count == 0 { startsHigh = true }
      } else if capitalLetter(scalar) == scalar {
        continue
      }
      count += 1
    }
    switch capitals {
    case 0: self = .lower
    case count where count > 1: self = .upper
    case 1 where startsHigh: self = .title
    default: self = .mixed
    }
  }

  init(of text: String) { self.init(text.unicodeScalars.lazy.map(\.value)) }

  /// A lower-case word written in this shape.
  func applied(to word: String) -> String {
    switch self {
    case .lower, .mixed: return word
    case .title, .upper:
      var result = String.UnicodeScalarView()
      for (index, scalar) in word.unicodeScalars.enumerated() {
        let raised = self == .upper || index == 0
        result.append(raised ? Unicode.Scalar(capitalLetter(scalar.value)) ?? scalar : scalar)
      }
      return String(result)
    }
  }
}

/// The text in small letters, by table: for Latin text the same as Vietnamese rules give, without ICU's cost.
func smallLetters(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(Unicode.Scalar(smallLetter(scalar.value)) ?? scalar) }
  return String(result)
}
