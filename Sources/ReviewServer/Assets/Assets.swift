extension Site {
  /// Script and style are parts of the program; nothing is fetched from elsewhere.
  static var assetRoutes: [Route] {
    [
      Route(.get, "/assets/site.css") { _ in asset(stylesheet, type: "text/css; charset=utf-8") },
      Route(.get, "/assets/site.js") { _ in asset(script, type: "text/javascript; charset=utf-8") },
    ]
  }

  private static func asset(_ text: String, type: String) -> Answer {
    var answer = Answer(type: type, body: Array(text.utf8))
    answer.headers.append(("Cache-Control", "no-cache"))
    return answer
  }
}
