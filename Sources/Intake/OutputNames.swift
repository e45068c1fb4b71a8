/// Names for the output folders of a run: the file's own name without its ending, made longer only as far as
/// needed to tell it from the others.
enum OutputNames {
  static func assigned(to inputs: [Input]) -> [Input] {
    var named = inputs
    for index in named.indices { named[index].name = safe(stem(of: named[index])) }
    // A shared name takes the folder above before it; what is still shared takes a number.
    for index in shared(named) { named[index].name = safe(parent(of: named[index].path) + "-" + named[index].name) }
    var taken: Set<String> = []
    for index in named.indices {
      let name = named[index].name
      var count = 1
      while !taken.insert(key(named[index].name)).inserted {
        count += 1
        named[index].name = "\(name)-\(count)"
      }
    }
    return named
  }

  private static func shared(_ inputs: [Input]) -> [Int] {
    let counts = Dictionary(grouping: inputs.indices) { key(inputs[$0].name) }
    return counts.values.filter { $0.count > 1 }.flatMap { $0 }.sorted()
  }

  /// Some file systems tell no difference between capital and small letters.
  private static func key(_ name: String) -> String { name.lowercased() }

  private static func stem(of input: Input) -> String {
    let name = components(input.path).last ?? "input"
    if case .images(let files) = input.kind, files != [input.path] { return name }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func parent(of path: String) -> String { components(path).dropLast().last ?? "input" }

  private static func components(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
  }

  /// Nothing that a shell, a file system or a listing would trip over: no separators, no control characters, no
  /// leading dash or dot, at most 150 bytes.
  private static func safe(_ name: String) -> String {
    var clean = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0 == "/" || $0 == "\u{7F}" ? "_" : $0 }))
    while clean.utf8.count > 150 { clean.removeLast() }
    let start = clean.drop { $0 == "-" || $0 == "." || $0 == " " }
    return start.isEmpty ? "input" : String(start)
  }
}
