import ArgumentParser
import Foundation
import TandemClient

/// Which server to ask.
struct ServerOptions: ParsableArguments {
  @Option(help: "The server, HOST:PORT (default: TANDEM_SERVER, else 127.0.0.1:7410).")
  var server: String?

  /// Connects for as long as `body` runs.
  func connected<Result: Sendable>(
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    let text =
      server ?? ProcessInfo.processInfo.environment["TANDEM_SERVER"] ?? "127.0.0.1:7410"
    guard let address = ServerAddress(text) else {
      throw ValidationError("\(text) is no server: expected HOST:PORT, such as 127.0.0.1:7410")
    }
    // The transport ignores SIGPIPE for good, and what follows the answer is output.
    defer { signal(SIGPIPE, SIG_DFL) }
    do {
      return try await TandemClient.connected(to: address, body)
    } catch let error as ClientError
      where error.details.code == .unavailable && error.details.reason.isEmpty
    {
      throw Failure.unreachable(text)
    }
  }
}
