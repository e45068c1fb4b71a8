/// How sure the rules of time are, 0…1. `make test` holds the days that they give on the sample documents against the
/// gold (docs/accuracy.md); nobody has counted the two classes apart yet.
enum TimeCertainty {
  /// The words say it and nothing was repaired.
  static let read = 0.95
  /// Read out of signs that ran together, of which only one reading is a time.
  static let repaired = 0.5
  /// The words of a deadline in which no rule found a time.
  static let notUnderstood = 0.5
  /// A year that was put right after other tasks of the document (`YearRepair`).
  static let yearRepaired = 0.5
}
