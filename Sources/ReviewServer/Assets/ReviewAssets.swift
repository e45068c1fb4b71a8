extension Site {
  static let reviewStylesheet = ""
  static let reviewScript = ""
}
