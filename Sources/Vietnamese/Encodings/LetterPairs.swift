/// Encodings that write a letter and then its mark, each a byte that a font draws above or below the letter before.
struct LetterPairs {
  /// A letter and its mark, small and capital.
  private var pairs: [String: Character] = [:]
  /// Letters that stand alone.
  private var letters: [Character: Character] = [:]

  func decoded(_ text: String) -> String {
    var result = ""
    var pending: Character?
    for character in text {
      if let letter = pending {
        if let joined = pairs[String([letter, character])] {
          result.append(joined)
          pending = nil
          continue
        }
        result.append(letters[letter] ?? letter)
      }
      pending = character
    }
    if let letter = pending { result.append(letters[letter] ?? letter) }
    return result
  }

  /// - Parameters:
  ///   - alone: letters that stand alone, each after the sign that is shown for it.
  ///   - marked: a letter, its marks, and what the two make.
  private init(alone: String, marked: [(letter: String, marks: String, results: String)]) {
    let signs = Array(alone)
    for index in stride(from: 0, to: signs.count - 1, by: 2) {
      letters[signs[index]] = signs[index + 1]
      letters[Character(uppercased(String(signs[index])))] = Character(uppercased(String(signs[index + 1])))
    }
    for (letter, marks, results) in marked {
      for (mark, result) in zip(marks, results) { add(letter, String(mark), result) }
    }
  }

  private mutating func add(_ letter: String, _ mark: String, _ result: Character) {
    pairs[letter + mark] = result
    let capital = Character(uppercased(String(result)))
    pairs[uppercased(letter) + uppercased(mark)] = capital
    pairs[uppercased(letter) + mark] = capital
  }

  static let vni = LetterPairs(
    alone: "ôơöưñđæỉóĩòịîỵ",
    marked: [
      ("a", "ùøûõï", "áàảãạ"), ("e", "ùøûõï", "éèẻẽẹ"), ("o", "ùøûõï", "óòỏõọ"), ("u", "ùøûõï", "úùủũụ"),
      ("y", "ùøûõï", "ýỳỷỹỵ"), ("ô", "ùøûõï", "ớờởỡợ"), ("ö", "ùøûõï", "ứừửữự"), ("a", "êéèúüë", "ăắằẳẵặ"),
      ("a", "âáàåãä", "âấầẩẫậ"), ("e", "âáàåãä", "êếềểễệ"), ("o", "âáàåãä", "ôốồổỗộ"),
    ])

  static let bkhcm2 = LetterPairs(
    alone: "êâùăàđïêñíòìóỉôĩõịöôúơûư",
    marked: [
      ("a", "áâãäå", "áàảãạ"), ("e", "áâãäå", "éèẻẽẹ"), ("o", "áâãäå", "óòỏõọ"), ("u", "áâãäå", "úùủũụ"),
      ("y", "áâãäå", "ýỳỷỹỵ"), ("ú", "áâãäå", "ớờởỡợ"), ("û", "áâãäå", "ứừửữự"), ("ê", "ëìíîå", "ấầẩẫậ"),
      ("ï", "ëìíîå", "ếềểễệ"), ("ö", "ëìíîå", "ốồổỗộ"), ("ù", "æçèéå", "ắằẳẵặ"),
    ])
}
