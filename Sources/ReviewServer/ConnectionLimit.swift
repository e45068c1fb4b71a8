internal import NIOCore

/// Closes a connection whose client has as many as it may; trusted proxies, which stand for many, are not counted.
final class ConnectionLimit: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  private let crowd: Crowd
  private let proxies: TrustedProxies
  /// Whom this connection is counted for; nil where it is not.
  private var client: String?
  private var isSeen = false

  init(crowd: Crowd, proxies: TrustedProxies) {
    self.crowd = crowd
    self.proxies = proxies
  }

  func handlerAdded(context: ChannelHandlerContext) {
    OldClients.join(context.pipeline)
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { end() }

  private func begin(_ context: ChannelHandlerContext) {
    guard !isSeen else { return }
    isSeen = true
    guard let address = context.channel.remoteAddress?.ipAddress, !proxies.contains(address) else { return }
    let client = NetworkAddress.client(address)
    if crowd.enter(client) { self.client = client } else { context.close(promise: nil) }
  }

  private func end() {
    if let client { crowd.leave(client) }
    client = nil
  }
}
