import GRPCCore
import ServiceLifecycle

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
