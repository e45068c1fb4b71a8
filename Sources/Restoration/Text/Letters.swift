/// Whether a scalar is a capital Latin letter.
///
/// The functions of this file work by the layout of Unicode's Latin blocks, for loops in which ICU would take too long:
/// in ASCII and Latin-1 a capital is 32 below its small letter, in the blocks from U+0100 and U+1E00 on the two are
/// neighbours.
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

/// The case of a word.
enum CaseShape: UInt8 {
  /// Small letters; a capital and small letters; two capitals or more.
  case lower, title, upper
  /// Any other: `VNeID`, `iOffice`, `TTg`.
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

  /// A word in small letters written in this case; for `mixed` as it is.
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

extension String {
  /// Whether all characters are ASCII, so that none has a Vietnamese mark.
  var isASCII: Bool { utf8.allSatisfy(UTF8.isASCII) }
}

/// Whether a scalar is ASCII.
@inline(__always)
func isASCII(_ scalar: UInt32) -> Bool { scalar < 0x80 }

/// The text in small letters. For Latin text this is what ICU gives under Vietnamese rules, in less time.
func smallLetters(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(Unicode.Scalar(smallLetter(scalar.value)) ?? scalar) }
  return String(result)
}
