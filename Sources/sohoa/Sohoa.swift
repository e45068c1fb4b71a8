import Commands

@main
enum Sohoa {
  static func main() async { Placeholder.main() }
}
