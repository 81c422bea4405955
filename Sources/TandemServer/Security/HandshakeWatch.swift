import NIOCore
import NIOSSL
import NIOTLS

/// Ends a connection whose TLS handshake takes too long, and notes in the log when a handshake fails.
/// It goes behind the handler of TLS, and away when the handshake is done.
final class HandshakeWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let limit: Duration
  private let log: HandshakeLog
  private var timer: Scheduled<Void>?
  private var isOver = false

  init(limit: Duration, log: HandshakeLog) {
    self.limit = limit
    self.log = log
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { start(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    start(context)
    context.fireChannelActive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    context.fireUserInboundEventTriggered(event)
    guard case .handshakeCompleted? = event as? TLSUserEvent else { return }
    isOver = true
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(HandshakeFailure(error), context.channel)
    context.fireErrorCaught(error)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
  }

  private func start(_ context: ChannelHandlerContext) {
    guard timer == nil else { return }
    let channel = context.channel
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limit)) { [weak self] in
      self?.fail(.tooSlow, channel)
      channel.close(mode: .all, promise: nil)
    }
  }

  private func fail(_ failure: HandshakeFailure, _ channel: any Channel) {
    guard !isOver else { return }
    isOver = true
    timer?.cancel()
    log.note(failure, from: channel.remoteAddress?.ipAddress ?? "")
  }
}
