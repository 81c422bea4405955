import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Logging
import TandemNetwork
import TandemProtocol

/// What grpc-swift calls: each method of the table with its handler, its codec and one line in the
/// log. Nothing else here knows grpc-swift's way of registering.
struct MethodRouter {
  private(set) var router = RPCRouter<HTTP2ServerTransport.Posix>()
  let call: Call
  let logger: Logger
  let now: @Sendable () -> ContinuousClock.Instant

  init(
    call: Call, logger: Logger,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.call = call
    self.logger = logger
    self.now = now
  }

  mutating func register<Request: Message, Response: Answer>(
    _ method: Method<Request, Response>,
    _ handler: @escaping @Sendable (Request, Call) async throws(Refusal) -> Response
  ) {
    let descriptor = MethodDescriptor(fullyQualifiedService: method.service, method: method.name)
    let deserializer = WireDeserializer<Request>(limits: method.limits)
    let (call, logger, now) = (call, logger, now)
    router.registerHandler(
      forMethod: descriptor, deserializer: deserializer, serializer: WireSerializer<Response>()
    ) { streamed, _ in
      let began = now()
      var code = Status.Code.ok
      var requestID = ""
      defer {
        let took = began.duration(to: now()) / .milliseconds(1)
        logger.info(
          "call",
          metadata: [
            "method": "\(method.service)/\(method.name)", "actor": "\(call.actor)",
            "request_id": "\(requestID)", "status": "\(code)",
            "ms": "\((took * 1000).rounded() / 1000)",
          ])
      }
      do {
        let request = try await ServerRequest(stream: streamed)
        requestID = (request.message as? any WriteRequest)?.requestID ?? ""
        let response: Response
        do throws(Refusal) {
          response = try await handler(request.message, call)
        } catch {
          throw ErrorDetails(error).rpcError
        }
        let metadata: Metadata = ["tandem-revision": "\(response.revision)"]
        return StreamingServerResponse(
          single: ServerResponse(message: response, metadata: metadata))
      } catch {
        code = (error as? RPCError).map { Status.Code($0.code) } ?? .unknown
        throw error
      }
    }
  }
}

/// Encodes answers by libprotobuf-c.
struct WireSerializer<Response: Message>: MessageSerializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: Response) throws -> Bytes {
    do throws(CodecError) {
      return Bytes(try Codec.encode(message))
    } catch {
      throw RPCError(code: .internalError, message: "The answer cannot be encoded: \(error).")
    }
  }
}

/// Decodes requests by libprotobuf-c, within the method's limits.
struct WireDeserializer<Request: Message>: MessageDeserializer {
  let limits: Limits

  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> Request {
    try bytes.withUnsafeBytes { bytes in
      do throws(CodecError) {
        return try Codec.decode(
          Request.self, from: bytes, limits: limits, unknownEnumValues: .refused)
      } catch {
        throw ErrorDetails(error).rpcError
      }
    }
  }
}
