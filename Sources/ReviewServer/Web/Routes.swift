internal import Archive

/// One address and what answers it.
struct Route: Sendable {
  typealias Handler = @Sendable (Visit) async throws -> Answer

  var method: Ask.Method
  /// `/documents/:id`: a part that starts with a colon is any text.
  var pattern: String
  /// Who may: what only looks is for all, what changes something for those who review, unless it says otherwise.
  var part: AccountPart
  /// For the OpenAPI document; nil for pages.
  var summary: String?
  var handler: Handler

  init(
    _ method: Ask.Method, _ pattern: String, part: AccountPart? = nil, summary: String? = nil,
    _ handler: @escaping Handler
  ) {
    self.part = part ?? (method == .get ? .reads : .reviews)
    self.method = method
    self.pattern = pattern
    self.summary = summary
    self.handler = handler
  }

  var parts: [Substring] { pattern.split(separator: "/") }
}

/// All addresses. A path is parted before it is decoded, and is only ever compared: no path names a file.
struct Routes: Sendable {
  let routes: [Route]

  enum Match: Sendable {
    case found(Route, parameters: [String: String])
    case otherMethod
    case none
  }

  func match(_ ask: Ask) -> Match {
    let path = ask.path.split(separator: "/").map { Fields.decoded($0) }
    var hasOther = false
    for route in routes {
      guard let parameters = Self.parameters(route, path) else { continue }
      if route.method == ask.method { return .found(route, parameters: parameters) }
      hasOther = true
    }
    return hasOther ? .otherMethod : .none
  }

  private static func parameters(_ route: Route, _ path: [String]) -> [String: String]? {
    let parts = route.parts
    guard parts.count == path.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, value) in zip(parts, path) {
      if part.hasPrefix(":") { parameters[String(part.dropFirst())] = value } else if part != value { return nil }
    }
    return parameters
  }
}
