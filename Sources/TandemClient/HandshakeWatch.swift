import Foundation
import GRPCCore
import NIOCore
import NIOSSL
import NIOTLS
import X509

/// Says why a TLS handshake fails, and ends one that takes too long. It goes behind the handler of TLS,
/// and away with the server's first word.
final class HandshakeWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let server: ServerAddress
  private let security: ClientSecurity.TLS
  private var timer: Scheduled<Void>?
  private var isOver = false

  init(server: ServerAddress, security: ClientSecurity.TLS) {
    self.server = server
    self.security = security
  }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    let (channel, limit) = (context.channel, security.handshakeLimit)
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limit)) {
      [self, server] in
      isOver = true
      channel.pipeline.fireErrorCaught(ConnectionFailure(.tooSlow(limit: limit), server))
      channel.close(mode: .all, promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted? = event as? TLSUserEvent {
      timer?.cancel()
      refuseOtherNames(context)
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// The library takes a certificate for the IP address that was reached for good, whatever name was asked
  /// for: then whoever leads a name astray needs no certificate for it.
  private func refuseOtherNames(_ context: ChannelHandlerContext) {
    let name = security.serverName ?? server.host
    guard security.serverName != nil || !server.isIPAddress else { return }
    let certificate = certificate(context)
    if certificate?.isFor(name: name) == true { return }
    fail(.wrongHost(name, names: certificate?.hosts ?? []), context)
  }

  /// In TLS 1.3 the server looks at the client's certificate after the client is done.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    isOver = true
    context.fireChannelRead(data)
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isOver, !(error is ConnectionFailure) else { return context.fireErrorCaught(error) }
    let reason = ConnectionFailure.Reason(
      error, security, host: security.serverName ?? server.host,
      certificate: certificate(context), now: Date())
    fail(reason, context)
  }

  private func fail(_ reason: ConnectionFailure.Reason, _ context: ChannelHandlerContext) {
    isOver = true
    context.fireErrorCaught(ConnectionFailure(reason, server))
  }

  private func certificate(_ context: ChannelHandlerContext) -> Certificate? {
    let certificate = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
    return certificate.flatMap { try? Certificate(derEncoded: $0.toDERBytes()) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }
}
