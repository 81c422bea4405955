import Logging
import NIOCore
import Synchronization

/// How many connections are open at once: those over it are closed before anything is read from them, so
/// that those that are there go on being served.
final class ConnectionLimit: Sendable {
  private struct State {
    var open = 0
    /// Whether it was logged that there are too many.
    var isTold = false
  }

  private let most: Int
  private let logger: Logger
  private let state = Mutex(State())

  init(_ most: Int, logger: Logger) {
    self.most = most
    self.logger = logger
  }

  /// Counts a connection; whether it is one too many.
  func opened() -> Bool {
    let (isTooMany, isNew) = state.withLock { state in
      state.open += 1
      let isTooMany = state.open > most
      defer { if isTooMany { state.isTold = true } }
      return (isTooMany, isTooMany && !state.isTold)
    }
    if isNew {
      logger.warning(
        "too many connections: new ones are closed until others end, or set connections higher",
        metadata: ["connections": "\(most)"])
    }
    return isTooMany
  }

  func closed() {
    state.withLock { state in
      state.open -= 1
      // Not told again for each one that comes and goes at the limit.
      if state.open <= most * 9 / 10 { state.isTold = false }
    }
  }

  /// Counts a connection that was accepted for as long as it is open.
  func count(_ channel: any Channel) throws {
    channel.closeFuture.whenComplete { _ in self.closed() }
    if opened() {
      try channel.pipeline.syncOperations.addHandler(Closing(), position: .first)
    }
  }
}

/// Closes a connection as soon as it is one.
private final class Closing: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func channelActive(context: ChannelHandlerContext) { context.close(promise: nil) }
}
