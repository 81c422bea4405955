import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Synchronization
import TandemClient
import TandemProtocol
import Testing

/// A server that knows one token, in this process and on loopback, while a test runs. To whoever shows it
/// every call is answered with nothing.
final class TokenServer: Sendable {
  private let known: BearerToken
  private let received = Mutex<[String: [String]]>([:])

  init(knowing known: BearerToken) { self.known = known }

  /// What came as `authorization`, by the name of the call.
  var authorizations: [String: [String]] { received.withLock { $0 } }

  /// Serves while `body` runs.
  func serving(_ body: @Sendable @escaping (ServerAddress) async throws -> Void) async throws {
    let transport = HTTP2ServerTransport.Posix(
      address: .ipv4(host: "127.0.0.1", port: 0), transportSecurity: .plaintext)
    try await withGRPCServer(transport: transport, services: [self]) { server in
      let address = try await server.listeningAddress
      let port = try #require(address?.ipv4?.port)
      try await body(.network(host: "127.0.0.1", port: port))
    }
  }
}

extension TokenServer: RegistrableRPCService {
  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for method in [Methods.getServerInfo, Methods.plan] as [any AnyMethod] {
      router.registerHandler(
        forMethod: MethodDescriptor(fullyQualifiedService: method.service, method: method.name),
        deserializer: Nothing(), serializer: Nothing()
      ) { [self] request, _ in
        let values = Array(request.metadata[stringValues: "authorization"])
        received.withLock { $0[method.name, default: []] += values }
        guard values == ["Bearer \(known.secret)"] else {
          throw RPCError(code: .unauthenticated, message: "Who are you?")
        }
        return StreamingServerResponse { writer in
          try await writer.write([])
          return [:]
        }
      }
    }
  }
}

/// Messages without a field.
private struct Nothing: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) -> Bytes { Bytes(message) }

  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) -> [UInt8] { [] }
}
