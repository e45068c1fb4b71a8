internal import Foundation

/// The description of the interface, made of the route table, so that it cannot name what is not there.
extension Site {
  static func openAPI() throws -> Answer {
    var paths: [String: [String: Any]] = [:]
    for route in allRoutes where route.pattern.hasPrefix("/api/") {
      let path = "/" + route.parts.map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
      paths[path, default: [:]][route.method.rawValue.lowercased()] = operation(of: route)
    }
    let document: [String: Any] = [
      "openapi": "3.1.0", "info": ["title": "Sohoa", "version": "1"], "paths": paths,
      "components": [
        "securitySchemes": [
          "session": ["type": "apiKey", "in": "cookie", "name": Sessions.cookie],
          "csrf": ["type": "apiKey", "in": "header", "name": "X-CSRF-Token"],
        ]
      ],
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
    return Answer(type: "application/json; charset=utf-8", body: [UInt8](data))
  }

  private static func operation(of route: Route) -> [String: Any] {
    let parameters = route.parts.filter { $0.hasPrefix(":") }.map { part -> [String: Any] in
      ["name": String(part.dropFirst()), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    var operation: [String: Any] = [
      "summary": route.summary ?? "", "parameters": parameters,
      "responses": [
        "200": ["description": "OK"], "400": ["description": "Bad request"], "409": ["description": "Conflict"],
      ],
    ]
    if route.method == .post {
      operation["requestBody"] = ["content": ["application/json": ["schema": ["type": "object"]]]]
      operation["security"] = [["session": [String](), "csrf": [String]()]]
    }
    return operation
  }
}
