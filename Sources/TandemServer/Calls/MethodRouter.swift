import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Logging
import TandemNetwork
import TandemProtocol

/// What grpc-swift calls: each method of the table with its handler, its codec and one line in the
/// log. Nothing else here knows grpc-swift's way of registering.
struct MethodRouter {
  private(set) var router = RPCRouter<HTTP2ServerTransport.Posix>()
  let network: Network
  let admission: Admission
  let newID: @Sendable (_ prefix: String) -> String
  let logger: Logger

  init(
    network: Network, admission: Admission, newID: @escaping @Sendable (_ prefix: String) -> String,
    logger: Logger
  ) {
    self.network = network
    self.admission = admission
    self.newID = newID
    self.logger = logger
  }

  /// Gives a method that answers once its handler.
  mutating func register<Request: Message, Response: Answer>(
    _ method: Method<Request, Response>,
    _ handler: @escaping @Sendable (Request, Call) async throws(Refusal) -> Response
  ) {
    register(method) { request, call, line throws(Refusal) in
      let response = try await handler(request, call)
      line.end(nil)
      return StreamingServerResponse(
        single: ServerResponse(
          message: response.redacted(for: call.caller.role),
          metadata: .revision(response.revision)))
    }
  }

  /// Gives a method that answers with any number of messages its handler.
  mutating func register<Request: Message, Response: Answer>(
    _ method: StreamingMethod<Request, Response>,
    _ handler: @escaping @Sendable (Request, Call) async throws(Refusal) -> AnswerStream<Response>
  ) {
    register(method) { request, call, line throws(Refusal) in
      let stream = try await handler(request, call)
      return StreamingServerResponse(metadata: .revision(stream.revision)) { writer in
        do {
          try await call.whileLetIn {
            try await stream.write { try await writer.write($0.redacted(for: call.caller.role)) }
          }
        } catch {
          line.end(error)
          throw error
        }
        // It is over when its last message is written.
        line.end(nil)
        return [:]
      }
    }
  }

  private mutating func register<Request: Message, Response: Answer>(
    _ method: some AnyMethod,
    _ answer:
      @escaping @Sendable (Request, Call, LogLine) async throws(Refusal)
      -> StreamingServerResponse<Response>
  ) {
    let descriptor = MethodDescriptor(fullyQualifiedService: method.service, method: method.name)
    let deserializer = WireDeserializer<Request>(limits: method.limits)
    let (network, admission, newID, logger) = (network, admission, newID, logger)
    router.registerHandler(
      forMethod: descriptor, deserializer: deserializer, serializer: WireSerializer<Response>()
    ) { streamed, context in
      let line = LogLine(method, logger)
      do {
        let caller = try await admission.caller(
          streamed.metadata, from: context.remotePeer, at: network.now)
        line.note { $0.actor = caller.actor }
        guard method.callers[caller.role] != nil else {
          throw ErrorDetails(
            Refusal.denied(
              "A token of the role \(caller.role) may not call \(method.name), only "
                + method.callers.keys.map { "one of the role \($0)" }.sorted()
                .joined(separator: " or ") + ".")
          ).rpcError
        }
        // Only now is the message looked at.
        let request = try await ServerRequest(stream: streamed)
        line.note { $0.requestID = (request.message as? any WriteRequest)?.requestID ?? "" }
        let call = Call(
          caller: caller, network: network, newID: newID,
          deadline: request.metadata.timeout.map { line.began + $0 })
        do throws(Refusal) {
          return try await answer(request.message, call, line)
        } catch {
          throw ErrorDetails(error).seen(by: caller.role).rpcError
        }
      } catch {
        if !line.hasActor { line.note { $0.failedAuthentications = admission.failureCount } }
        line.end(error)
        throw error
      }
    }
  }
}

extension Metadata {
  /// What every answer carries.
  fileprivate static func revision(_ revision: Int) -> Metadata {
    ["tandem-revision": "\(revision)"]
  }

  /// What is left to the call, as the gRPC protocol writes it: digits and a unit.
  fileprivate var timeout: Duration? {
    guard let text = self[stringValues: "grpc-timeout"].first(where: TimeoutFilter.isTimeout),
      let unit = text.last, let number = Int64(text.dropLast())
    else { return nil }
    switch unit {
    case "H": return .seconds(number * 3_600)
    case "M": return .seconds(number * 60)
    case "S": return .seconds(number)
    case "m": return .milliseconds(number)
    case "u": return .microseconds(number)
    case "n": return .nanoseconds(number)
    default: return nil
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
