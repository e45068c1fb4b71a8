internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Pipeline
internal import ReviewServer

/// `sohoa serve`: the review site on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: say(vi: "Mở trang rà soát trên trình duyệt.", en: "Serve the review site to a browser."),
    discussion: say(
      vi: """
        Mặc định chỉ máy này vào được (127.0.0.1). Để máy khác vào: --listen cùng tài khoản (sohoa user add) \
        hoặc mã chung trong tệp (--token-file).

        Ví dụ:
          sohoa serve --archive kho.sqlite
          sohoa serve --archive kho.sqlite --listen 0.0.0.0 --name kho.tinh.vn --port 8080
        """,
      en: """
        By default only this machine can connect (127.0.0.1). For others: --listen with accounts (sohoa user add) or a \
        token that all share, in a file (--token-file).

        Examples:
          sohoa serve --archive kho.sqlite
          sohoa serve --archive kho.sqlite --listen 0.0.0.0 --name kho.tinh.vn --port 8080
        """))

  @Option(help: help(vi: "Cổng.", en: "Port.", value: .number))
  var port = 8080
  @Option(
    help: help(
      vi: "Địa chỉ để máy khác vào được; cần tài khoản hoặc --token-file.",
      en: "Address for other machines; needs accounts or --token-file.", value: .address))
  var listen: String?
  @Option(
    help: help(
      vi: "Tên máy chủ được trả lời thêm (lặp lại được).", en: "A further name to answer for (repeatable).",
      value: .name))
  var name: [String] = []
  @Option(
    help: help(
      vi: "Tệp chứa mã truy cập chung (ít nhất 16 ký tự).",
      en: "File with a token that all share (16 characters or more).", value: .file))
  var tokenFile: String?
  @Option(
    help: help(
      vi: "Quyền của người có mã chung: reads, reviews, decides, administers (mặc định: administers).",
      en: "What whoever has the token may do: reads, reviews, decides, administers (administers by default).",
      value: .part))
  var tokenPart: AccountPart = .administers
  @Option(
    help: help(
      vi: "Địa chỉ (hoặc dải, như 10.0.0.0/8) của máy chủ đứng trước, được tin khi nói khách là ai (lặp lại được).",
      en: "Address (or range, as 10.0.0.0/8) of a proxy in front whose word is taken for who asks (repeatable).",
      value: .address))
  var trustedProxy: [String] = []
  @Option(
    help: help(
      vi: "Thư mục mô hình và từ điển, để tách, nối và xoay trang.",
      en: "Folder of the models and dictionaries, for splitting, joining and turning pages.", value: .folder))
  var models: String?
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if !(0...65535).contains(port) {
      throw ValidationError(say(vi: "--port phải từ 0 đến 65535.", en: "--port must be from 0 to 65535."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try ArchiveOptions.openHere(options.archive, options.language)
      var settings = SiteSettings(
        address: listen ?? "127.0.0.1", port: port, entry: try entry(archive), language: options.language, names: name,
        program: SohoaCommand.program)
      settings.tokenPart = tokenPart
      settings.trustedProxies = try proxies()
      let site = Site(
        archive: archive, settings: settings, images: Originals(), records: Records(models: models),
        clock: { Now.moment })
      let language = options.language, address = settings.address
      try await Server(site).run { port in
        Console.print(
          language == .vi
            ? "Đang phục vụ: http://\(address):\(port)/  (dừng: Ctrl-C)"
            : "Serving: http://\(address):\(port)/  (stop: Ctrl-C)")
      }
    }
  }

  private func proxies() throws(Failure) -> [AddressRange] {
    var ranges: [AddressRange] = []
    for text in trustedProxy {
      guard let range = AddressRange(text) else { throw Failure(.badArguments, .noAddress(text)) }
      ranges.append(range)
    }
    return ranges
  }

  /// Anyone on this machine; from elsewhere only who has an account or the token.
  private func entry(_ archive: Archive) throws(Failure) -> SiteSettings.Entry {
    if let tokenFile {
      guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
        throw Failure(.cannotOpenInput, .noTokenFile(tokenFile))
      }
      let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard token.count >= 16 else { throw Failure(.badArguments, .noToken(tokenFile)) }
      return .sharedToken(token)
    }
    if let listen, !Self.isThisMachine(listen) {
      if try archive.hasAccounts() { return .accounts }
      throw Failure(.badArguments, .openToAll())
    }
    // Where there are accounts, or come to be, the site asks for them.
    return .thisMachine(who: person.who)
  }

  /// Whether nobody but this machine reaches an address.
  private static func isThisMachine(_ address: String) -> Bool {
    ["localhost", "::1"].contains(address) || address.wholeMatch(of: /127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil
  }
}

/// Pictures of pages, drawn from the originals.
private struct Originals: PageImages {
  private let picture = PagePicture()

  func image(of scan: ScanPlace) async throws(Failure) -> [UInt8] {
    try await picture.jpeg(
      path: scan.path, sha256: scan.sha256, page: scan.page, rotation: scan.rotation, size: scan.size,
      skew: scan.skew)
  }

  func small(_ jpeg: [UInt8]) throws(Failure) -> [UInt8] { try picture.small(jpeg) }
}

/// Records made anew, where pages are parted, joined or turned.
private struct Records: RecordMaking {
  private let maker: RecordMaker

  init(models: String?) { maker = RecordMaker { () throws(Failure) in try ModelFolder.locate(models) } }

  func record(of input: DividedInput, pages: [Page]) async throws(Failure) -> InputRecord {
    let file = input.division
    return try await maker.record(
      of: pages, path: file.path, sha256: file.sha256, kind: file.kind, begins: input.begins)
  }

  func pages(of input: DividedInput, turning page: Int, to rotation: Int) async throws(Failure) -> [Page] {
    try await maker.pages(
      input.pages, of: input.division.path, sha256: input.division.sha256, turning: page, to: rotation)
  }
}

extension Message {
  static func noAddress(_ text: String) -> Message {
    Message(
      "no-address",
      vi: "--trusted-proxy “\(text)” không phải địa chỉ hay dải địa chỉ. Ví dụ: 127.0.0.1, 10.0.0.0/8, ::1",
      en: "--trusted-proxy “\(text)” is neither an address nor a range. Examples: 127.0.0.1, 10.0.0.0/8, ::1")
  }

  static func noTokenFile(_ path: String) -> Message {
    Message(
      "no-token-file", vi: "Không đọc được tệp mã truy cập “\(path)”. Kiểm tra tên tệp và quyền đọc.",
      en: "Cannot read the token's file “\(path)”. Check its name and that you may read it.")
  }

  static func noToken(_ path: String) -> Message {
    Message(
      "no-token", vi: "Tệp “\(path)” không có mã truy cập đủ dài. Tạo: head -c 24 /dev/urandom | base64 > ma.txt",
      en:
        "The file “\(path)” holds no token that is long enough. Make one: head -c 24 /dev/urandom | base64 > token.txt")
  }

  static func openToAll() -> Message {
    Message(
      "open-to-all",
      vi: "--listen cho máy khác vào nên cần tài khoản (sohoa user add TÊN) hoặc --token-file.",
      en: "--listen lets other machines in, so it needs accounts (sohoa user add NAME) or --token-file.")
  }
}
