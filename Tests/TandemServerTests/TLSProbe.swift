import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// A bare TLS client that does a handshake and no more, any way a test likes.
struct TLSProbe {
  struct Agreed: Equatable {
    let version: TLSVersion?
    let serial: [UInt8]?
  }

  var oldest = TLSVersion.tlsv12
  var newest = TLSVersion.tlsv13
  var protocols = ["h2"]
  let authority: String

  /// What was agreed on, once the server has sent something; throws what went wrong.
  func handshake(port: Int) async throws -> Agreed {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = oldest
    configuration.maximumTLSVersion = newest
    configuration.applicationProtocols = protocols
    configuration.trustRoots = .file(authority)
    let context = try NIOSSLContext(configuration: configuration)
    let group = MultiThreadedEventLoopGroup.singleton
    let heard = group.next().makePromise(of: Void.self)
    let channel = try await ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(
            NIOSSLClientHandler(context: context, serverHostname: "localhost"))
          try pipeline.addHandler(FirstWord(heard))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    do {
      try await heard.futureResult.get()
      let agreed = Agreed(
        version: try await channel.nioSSL_tlsVersion().get(),
        serial: try await channel.nioSSL_peerCertificate().get()?.serialNumber)
      try? await channel.close()
      return agreed
    } catch {
      try? await channel.close()
      throw error
    }
  }
}

/// Waits for the first bytes that the server sends inside of TLS, or for why none come.
private final class FirstWord: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let heard: EventLoopPromise<Void>

  init(_ heard: EventLoopPromise<Void>) { self.heard = heard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { heard.succeed() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    heard.fail(error)
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { heard.fail(ChannelError.eof) }
}

/// Connects without a word, and returns what the server sends until it hangs up.
func silentlyConnected(port: Int) async throws -> [UInt8] {
  let group = MultiThreadedEventLoopGroup.singleton
  let channel = try await ClientBootstrap(group: group).connect(host: "127.0.0.1", port: port) {
    channel in
    channel.eventLoop.makeCompletedFuture {
      try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
    }
  }
  return try await channel.executeThenClose { inbound, _ in
    var bytes: [UInt8] = []
    for try await buffer in inbound { bytes += buffer.readableBytesView }
    return bytes
  }
}
