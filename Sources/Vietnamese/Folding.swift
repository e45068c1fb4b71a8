/// Each Vietnamese letter without its marks: `ạ`, `ấ`, `ă` → `a`; `đ` → `d`. One scalar for one scalar, so that
/// offsets into the folded text hold in the text itself.
private let plainLetter: [Unicode.Scalar] = {
  let families = [
    "a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ", "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ", "d": "đ", "A": "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "E": "ÈÉẺẼẸÊỀẾỂỄỆ", "I": "ÌÍỈĨỊ",
    "O": "ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", "U": "ÙÚỦŨỤƯỪỨỬỮỰ", "Y": "ỲÝỶỸỴ", "D": "Đ",
  ]
  var table = (0..<letters.upperBound).map { Unicode.Scalar($0) ?? "?" }
  for (plain, marked) in families {
    for scalar in marked.unicodeScalars { table[Int(scalar.value)] = plain.unicodeScalars.first ?? scalar }
  }
  return table
}()

/// Where letters with marks have their numbers.
private let letters: Range<UInt32> = 0x80..<0x1F00

/// The letter without its marks; any other scalar as it is.
public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  letters.contains(scalar.value) ? plainLetter[Int(scalar.value)] : scalar
}

/// The text (NFC) without its marks, case kept: `Quyết định` → `Quyet dinh`.
public func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  return String(scalars: text.unicodeScalars.lazy.map { folded($0) }, text.utf8.count)
}

/// A key that is the same for texts that differ in marks, case, dashes, quotes and white space only.
public func looseKey(_ text: String) -> String {
  var result: [UInt8] = []
  var pendingSpace = false
  for scalar in folded(lowercased(text)).unicodeScalars {
    if scalar.isSpace {
      pendingSpace = !result.isEmpty
    } else {
      if pendingSpace { result.append(0x20) }
      pendingSpace = false
      result.append(canonicalPunctuation(scalar))
    }
  }
  return String(decoding: result, as: UTF8.self)
}

extension Unicode.Scalar {
  /// White space; the tables of Unicode are asked only beyond ASCII.
  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

/// The hyphen for every dash, `"` for every double and `'` for every single quotation mark; any other scalar as it is.
public func canonicalPunctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x2010...0x2015, 0x2212: "-"
  case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2033: "\""
  case 0x2018, 0x2019, 0x2032, 0xB4, 0x60: "'"
  default: scalar
  }
}
