internal import NIOCore
internal import NIOHTTP1

/// Has the connection closed behind the answer where the client does not keep it: one of HTTP/1.0 that has not asked for that,
/// which the layers above cannot tell from others.
final class OldClients: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data), !head.isKeepAlive else {
      context.fireChannelRead(data)
      return
    }
    head.headers.replaceOrAdd(name: "Connection", value: "close")
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  /// Puts one behind what parses requests; nothing where that is not there.
  static func join(_ pipeline: ChannelPipeline) {
    let parser = try? pipeline.syncOperations.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
    guard let parser else { return }
    try? pipeline.syncOperations.addHandler(OldClients(), position: .after(parser))
  }
}
