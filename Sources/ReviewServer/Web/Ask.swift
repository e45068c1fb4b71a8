internal import Export

/// A request, free of any server's types, so that every page is a function of it.
public struct Ask: Sendable {
  public enum Method: String, Sendable { case get = "GET", post = "POST" }

  public var method: Method
  /// Without the query, not decoded, one slash before each part.
  public let path: String
  public var query: Fields
  /// By name in small letters.
  public var headers: [String: String]
  public var body: [UInt8]
  /// The other end's address.
  public var address: String
  /// Whether it came over TLS, as a proxy says that is trusted.
  var isSecure = false

  public init(
    _ method: Method, _ path: String, query: Fields = Fields(), headers: [String: String] = [:], body: [UInt8] = [],
    address: String = "127.0.0.1"
  ) {
    self.method = method
    self.path = Self.plain(path)
    self.query = query
    self.headers = headers
    self.body = body
    self.address = address
  }

  /// Behind two slashes or a backslash a browser takes the next part for the name of a server, wherever an address is made
  /// of the path; what it leaves out of an address could make two slashes of one.
  private static func plain(_ path: String) -> String {
    let shown = path.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    return "/" + shown.split { $0 == "/" || $0 == "\\" }.map { String($0) }.joined(separator: "/")
  }

  /// Whether the connection is closed behind the answer, since nobody can tell what follows on it: the body is too large, two
  /// hosts are named, or the body comes in a coding that is not ours to know.
  var isRefusedUnread: Bool { body.count > Site.mostBody || hasTwoHosts || hasUnknownCoding }
  var hasTwoHosts: Bool { headers["host"]?.contains(",") == true }
  var hasUnknownCoding: Bool { headers["transfer-encoding"].map { $0.lowercased() != "chunked" } ?? false }

  /// The fields of a form.
  public var form: Fields { Fields(encoded: String(decoding: body, as: UTF8.self)) }

  /// A cookie; only the first of its name counts.
  public func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let sides = part.drop(while: \.isWhitespace).split(separator: "=", maxSplits: 1)
      if sides.count == 2, sides[0] == name { return String(sides[1]) }
    }
    return nil
  }
}

/// What is sent back.
public struct Answer: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(status: Int = 200, type: String, body: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    self.body = body
  }

  static func html(_ html: HTML, status: Int = 200) -> Answer {
    Answer(status: status, type: "text/html; charset=utf-8", body: Array(html.source.utf8))
  }

  /// To another page after a form was taken.
  static func seeOther(_ path: String) -> Answer {
    var answer = Answer(status: 303, type: "text/plain; charset=utf-8", body: [])
    // A line break in an address would start a header of its own.
    answer.headers.append(
      ("Location", String(path.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }.map(Character.init))))
    return answer
  }

  static func file(_ bytes: [UInt8], type: String, name: String) -> Answer {
    var answer = Answer(type: type, body: bytes)
    answer.headers.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
    return answer
  }

  public subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }
}
