/// The value of a Roman numeral in capitals, written the one right way: `XIV` → 14. Nil for anything else.
public func romanValue(_ text: some StringProtocol) -> Int? {
  let digits: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]
  var total = 0, previous = 0
  for character in text.reversed() {
    guard let value = digits[character] else { return nil }
    total += value < previous ? -value : value
    previous = max(previous, value)
  }
  return (1...399).contains(total) && romanNumeral(total) == text ? total : nil
}

/// A number of 1...399 in Roman numerals; a larger number repeats `C`.
public func romanNumeral(_ number: Int) -> String {
  let steps = [
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var rest = number
  var result = ""
  for (value, digits) in steps {
    while rest >= value {
      result += digits
      rest -= value
    }
  }
  return result
}
