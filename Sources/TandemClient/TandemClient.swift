import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import TandemProtocol

/// A connection to `tandemd`. Every method of the table is called alike.
public struct TandemClient: Sendable {
  /// How often a call is sent at most, while the server is unavailable.
  public static let mostAttempts = 3
  /// How long a call may take, all attempts together.
  public static let timeout = Duration.seconds(60)

  let grpc: GRPCClient<HTTP2ClientTransport.Posix>
  private let token: BearerToken?

  /// Connects to a server for as long as `body` runs; `token` goes with every call.
  ///
  /// Throws what `body` throws, ``ClientSecurityError`` for files of `security` that cannot be used, and
  /// ``PlaintextTokenError`` when others could read the token on its way; whether a server answers there,
  /// and one to trust, shows with the first call.
  public static func connected<Result: Sendable>(
    to server: ServerAddress, security: ClientSecurity = .plaintext, token: BearerToken? = nil,
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    guard token == nil || security != .plaintext || server.isLocal else {
      throw PlaintextTokenError(server: server)
    }
    let transport = try security.transport(to: server)
    return try await withGRPCClient(transport: transport) { grpc in
      try await body(TandemClient(grpc: grpc, token: token))
    }
  }

  /// A request with what goes with every one.
  func request<Request: Message>(_ message: Request) -> ClientRequest<Request> {
    ClientRequest(
      message: message, metadata: token.map { ["authorization": "Bearer \($0.secret)"] } ?? [:])
  }

  /// Makes a call.
  ///
  /// A write gets a request id when it has none, so that it can be sent again without being done
  /// twice. Throws ``ClientError``.
  public func call<Request: Message, Response: Answer>(
    _ method: Method<Request, Response>, _ request: Request
  ) async throws(ClientError) -> Response {
    var request = request
    if var write = request as? any WriteRequest, write.requestID.isEmpty {
      write.requestID = UUID().uuidString.lowercased()
      request = write as? Request ?? request
    }
    let deadline = ContinuousClock.now + TandemClient.timeout
    var attempt = 1
    while true {
      do throws(ClientError) {
        return try await send(request, method, within: deadline - .now)
      } catch {
        guard error.isWorthAnotherTry, attempt < TandemClient.mostAttempts else { throw error }
      }
      // 100 ms, then 200 ms: a server that restarts is back soon.
      try? await Task.sleep(for: .milliseconds(100 << (attempt - 1)))
      attempt += 1
    }
  }

  private func send<Request: Message, Response: Answer>(
    _ request: Request, _ method: Method<Request, Response>, within timeout: Duration
  ) async throws(ClientError) -> Response {
    var options = CallOptions.defaults
    options.timeout = timeout
    options.waitForReady = false
    options.maxResponseMessageBytes = Limits.answer.bytes
    do {
      return try await grpc.unary(
        request: self.request(request),
        descriptor: MethodDescriptor(
          fullyQualifiedService: method.service, method: method.name),
        serializer: RequestSerializer<Request>(), deserializer: AnswerDeserializer<Response>(),
        options: options
      ) { try $0.message }
    } catch {
      throw ClientError(error)
    }
  }
}

struct RequestSerializer<Request: Message>: MessageSerializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: Request) throws -> Bytes {
    do throws(CodecError) {
      return Bytes(try Codec.encode(message))
    } catch {
      throw RPCError(code: .invalidArgument, message: "The request cannot be sent: \(error).")
    }
  }
}

struct AnswerDeserializer<Response: Message>: MessageDeserializer {
  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> Response {
    try bytes.withUnsafeBytes { bytes in
      do throws(CodecError) {
        return try Codec.decode(
          Response.self, from: bytes, limits: .answer, unknownEnumValues: .unspecified)
      } catch {
        throw RPCError(code: .internalError, message: "The answer cannot be read: \(error).")
      }
    }
  }
}
