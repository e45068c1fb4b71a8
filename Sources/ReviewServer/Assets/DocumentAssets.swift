extension Site {
  static let documentStylesheet = ""
  static let documentScript = ""
}
