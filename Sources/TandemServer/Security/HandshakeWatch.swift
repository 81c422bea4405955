import Logging
import NIOCore
import NIOSSL
import NIOTLS

/// Ends a connection whose TLS handshake takes too long, and logs one line when a handshake fails.
/// It goes behind the handler of TLS, and away when the handshake is done.
final class HandshakeWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let limit: Duration
  private let logger: Logger
  private var timer: Scheduled<Void>?
  private var isOver = false

  init(limit: Duration, logger: Logger) {
    self.limit = limit
    self.logger = logger
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
    fail(HandshakeFailure(error))
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
      self?.fail(.tooSlow)
      channel.close(mode: .all, promise: nil)
    }
  }

  private func fail(_ failure: HandshakeFailure) {
    guard !isOver else { return }
    isOver = true
    timer?.cancel()
    logger.log(
      level: failure.isUsual ? .debug : .info, "TLS handshake failed",
      metadata: ["reason": "\(failure.rawValue)"])
  }
}
