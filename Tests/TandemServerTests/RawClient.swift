import GRPCCore
import GRPCNIOTransportHTTP2Posix
import TandemClient
import TandemProtocol

/// Sends any bytes to any method, as no client of ours would.
struct RawClient: Sendable {
  let grpc: GRPCClient<HTTP2ClientTransport.Posix>
  /// What goes with each call.
  var metadata: Metadata = [:]

  /// Whether no token goes with its calls.
  var isNobody: Bool { !metadata["authorization"].contains { _ in true } }

  static func connected(
    to server: ServerAddress, _ body: @Sendable @escaping (RawClient) async throws -> Void
  ) async throws {
    try await withGRPCClient(
      transport: .http2NIOPosix(
        target: .ipv4(address: server.host, port: server.port), transportSecurity: .plaintext)
    ) { try await body(RawClient(grpc: $0)) }
  }

  /// What came back: the answer's bytes or the error, and the metadata with either.
  struct Answer: Sendable {
    let code: RPCError.Code?
    let bytes: [UInt8]
    let metadata: Metadata

    /// What the error tells.
    var details: ErrorDetails? {
      metadata[binaryValues: "grpc-status-details-bin"].lazy
        .compactMap { try? ErrorDetails(decodingStatus: $0) }.first
    }

    /// The revision that the metadata name.
    var revision: Int? {
      metadata[stringValues: "tandem-revision"].first { _ in true }.flatMap { Int($0) }
    }
  }

  /// Calls a method by its full path, such as `tandem.v1.AuditService/GetAudit`; of a call that answers
  /// with many messages it takes the first.
  func call(_ path: String, _ bytes: [UInt8]) async throws -> Answer {
    let parts = path.split(separator: "/").map(String.init)
    return try await grpc.serverStreaming(
      request: ClientRequest(message: bytes, metadata: metadata),
      descriptor: MethodDescriptor(fullyQualifiedService: parts[0], method: parts[1]),
      serializer: Plain(), deserializer: Plain(), options: .defaults
    ) { response in
      do {
        let metadata = try response.accepted.get().metadata
        for try await message in response.messages {
          return Answer(code: nil, bytes: message, metadata: metadata)
        }
        return Answer(code: nil, bytes: [], metadata: metadata)
      } catch let error as RPCError {
        return Answer(code: error.code, bytes: [], metadata: error.metadata)
      }
    }
  }
}

/// Bytes as they are.
private struct Plain: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) -> Bytes { Bytes(message) }

  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) -> [UInt8] {
    bytes.withUnsafeBytes { Array($0) }
  }
}

extension AnyMethod {
  var path: String { "\(service)/\(name)" }
}
