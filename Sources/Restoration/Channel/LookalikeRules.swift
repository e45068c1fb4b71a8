/// Figures and signs that look like letters to any engine. A table learned from pages may never have met one of them in
/// the place of a letter with some mark, and would then find it next to impossible.
enum LookalikeRules {
  /// What is read, and the letters of which it is the shape.
  private static let families: [(seen: Unicode.Scalar, meant: String)] = [
    ("0", rounds), ("3", rounds), ("1", "li"), ("¢", "c" + rounds + bent), ("&", bent + open), ("@", open + rounds),
  ]
  private static let rounds = "oóòỏõọôốồổỗộơớờởỡợ", bent = "eéèẻẽẹêếềểễệ", open = "aáàảãạăắằẳẵặâấầẩẫậ"

  /// Each letter that may be meant with what is read for it.
  static let all: [(meant: Unicode.Scalar, seen: Unicode.Scalar)] = families.flatMap { family in
    family.meant.unicodeScalars.map { ($0, family.seen) }
  }
}
