import GRPCCore
import ServiceLifecycle
import TandemNetwork
import TandemProtocol

/// Runs `body`, and `end` as soon as the caller goes away or the server stops while it runs.
func withCallEndHandler(
  _ body: @Sendable () async throws -> Void, onEnd end: @escaping @Sendable () -> Void
) async throws {
  try await withRPCCancellationHandler {
    try await withGracefulShutdownHandler {
      try await body()
    } onGracefulShutdown: {
      end()
    }
  } onCancelRPC: {
    end()
  }
}

/// Runs `body` in the midst of a stream: what it refuses is thrown as the stream's status.
func refusingByStatus<Value>(_ body: () throws(Refusal) -> Value) throws -> Value {
  do throws(Refusal) {
    return try body()
  } catch {
    throw ErrorDetails(error).rpcError
  }
}
