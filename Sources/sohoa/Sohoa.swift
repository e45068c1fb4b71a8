import Commands

@main
enum Sohoa {
  static func main() async { await SohoaCommand.start() }
}
