import NIOCore

/// Knows from the first bytes that a server which is spoken to in plain text answers in TLS.
final class PlaintextWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// How a record of TLS begins that holds an alert: its type, and the first byte of any version.
  private static let alert: [UInt8] = [21, 3]

  private let server: ServerAddress

  init(server: ServerAddress) { self.server = server }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    guard bytes.readableBytesView.starts(with: Self.alert) else {
      context.fireChannelRead(data)
      context.pipeline.syncOperations.removeHandler(self, promise: nil)
      return
    }
    context.fireErrorCaught(ConnectionFailure(.serverSpeaksTLS, server))
  }
}
