import NIOCore
import NIOHPACK
import NIOHTTP2

/// Takes timeouts out of a call that are none by gRPC's protocol: grpc-swift reads them before anybody is
/// asked who calls, and a negative one ends the program there.
final class TimeoutFilter: ChannelInboundHandler {
  typealias InboundIn = HTTP2Frame.FramePayload
  typealias InboundOut = HTTP2Frame.FramePayload

  private static let header = "grpc-timeout"

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .headers(var frame) = unwrapInboundIn(data),
      !frame.headers[Self.header].allSatisfy(Self.isTimeout)
    else { return context.fireChannelRead(data) }
    frame.headers.remove(name: Self.header)
    context.fireChannelRead(wrapInboundOut(.headers(frame)))
  }

  /// Whether it is 1 to 8 digits and a unit.
  static func isTimeout(_ text: String) -> Bool {
    guard let unit = text.utf8.last, "HMSmun".utf8.contains(unit) else { return false }
    let digits = text.utf8.dropLast()
    return (1...8).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
