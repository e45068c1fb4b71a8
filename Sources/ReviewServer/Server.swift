public import DocumentModel
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// The site on a port. Everything of Hummingbird's is in this file.
public struct Server: Sendable {
  private let site: Site

  public init(_ site: Site) { self.site = site }

  /// Every connection is an open file, of which a program gets 1,024 where it does not ask for more.
  static func raiseOpenFiles() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 16_384)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Serves until the program is told to stop (SIGINT, SIGTERM). `onReady` gets the port, which the system chose where
  /// 0 was asked for.
  public func run(onReady: @escaping @Sendable (Int) async -> Void) async throws(Failure) {
    Self.raiseOpenFiles()
    let site = site, settings = site.settings
    var logger = Logger(label: "sohoa")
    logger.logLevel = .critical
    let crowd = Crowd(most: settings.mostOfOneClient), proxies = site.proxies
    let http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionLimit(crowd: crowd, proxies: proxies)],
      idleTimeout: .seconds(Int64(settings.patience)),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
    let application = Application(
      responder: SiteResponder(site: site), server: .http1(configuration: http),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.address, port: settings.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(1024)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? settings.port
        site.gate.opened(hosts: settings.hosts(port: port))
        await onReady(port)
      }, logger: logger)
    do {
      try await application.runService()
    } catch {
      throw Failure(.internalError, .cannotServe(settings.address, settings.port, String(describing: error)))
    }
  }
}

private struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let address: String
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "?"
  }
}

private struct SiteResponder: HTTPResponder {
  let site: Site

  func respond(to request: Request, context: SiteContext) async throws -> Response {
    let ask = await ask(request, from: context.address)
    var answer = await site.answer(ask)
    var fields = HTTPFields()
    if ask.isRefusedUnread {
      answer.headers.append(("Connection", "close"))
      context.channel.eventLoop.scheduleTask(in: Self.grace) { context.channel.close(promise: nil) }
    }
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    let isHead = request.method == .head
    return Response(
      status: HTTPResponse.Status(code: answer.status), headers: fields,
      body: isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }

  /// How long a client has to read why it is refused. The server itself closes only where the client asked for it.
  private static let grace = TimeAmount.milliseconds(500)

  private func ask(_ request: Request, from address: String) async -> Ask {
    let method: Ask.Method = request.method == .get || request.method == .head ? .get : .post
    var headers: [String: String] = [:]
    // Of a header that comes twice, both are looked at.
    headers["host"] = request.head.authority
    for field in request.headers {
      let name = field.name.canonicalName, before = headers[name]
      headers[name] = before.map { "\($0)\(name == "cookie" ? ";" : ",") \(field.value)" } ?? field.value
    }
    // Other methods change nothing here: as a POST without its mark they are refused.
    let target = request.uri.description.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var ask = Ask(
      method, String(target.first ?? "/"), query: Fields(encoded: target.count > 1 ? target[1] : ""), headers: headers,
      address: address)
    if method == .post { ask.body = await body(of: request) }
    return ask
  }

  /// At most one byte more than is allowed, which is then refused; a client that takes too long sends nothing.
  private func body(of request: Request) async -> [UInt8] {
    let most = Site.mostBody + 1
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length >= most {
      return [UInt8](repeating: 0, count: most)
    }
    let patience = site.settings.patience
    return await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        do {
          for try await part in request.body {
            bytes += part.readableBytesView.prefix(most - bytes.count)
            if bytes.count >= most { break }
          }
        } catch { return [] }
        return bytes
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(patience))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? []
    }
  }
}

extension Message {
  static func cannotServe(_ address: String, _ port: Int, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-serve",
      vi: "Không mở được \(address):\(port) (\(reason.vi)). Chọn cổng khác: --port 8081",
      en: "Cannot serve on \(address):\(port) (\(reason.en)). Choose another port: --port 8081")
  }
}
