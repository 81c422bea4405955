import GRPCCore
import TandemProtocol

/// Why a call did not succeed, as the server or the connection told it.
public struct ClientError: Error, Sendable {
  public let details: ErrorDetails
  /// Why there is no connection, where the two sides met and could not agree on one.
  public let connection: ConnectionFailure?

  init(_ error: any Error) {
    connection = ConnectionFailure(among: error)
    if let connection {
      details = ErrorDetails(.unavailable, reason: "CONNECTION_FAILED", "\(connection).")
      return
    }
    guard let error = error as? RPCError else {
      details = ErrorDetails(.unknown, reason: "UNKNOWN", "\(error)")
      return
    }
    for bytes in error.metadata[binaryValues: "grpc-status-details-bin"] {
      if let details = try? ErrorDetails(decodingStatus: bytes) {
        self.details = details
        return
      }
    }
    details = ErrorDetails(
      StatusCode(rawValue: error.code.rawValue) ?? .unknown, reason: "", error.message)
  }

  /// Whether the server did not answer or could not store for now. A call sent again is not done
  /// twice: reads change nothing and writes have request ids.
  var isWorthAnotherTry: Bool { details.code == .unavailable && connection == nil }
}

extension ClientError: CustomStringConvertible {
  public var description: String { details.message }
}
