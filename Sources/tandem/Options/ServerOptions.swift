import ArgumentParser
import Foundation
import TandemClient

/// Which server to ask.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The server, HOST:PORT or unix:PATH (default: TANDEM_SERVER, else 127.0.0.1:7410).",
      valueName: "address"))
  var server: String?

  @OptionGroup var security: SecurityOptions

  /// Connects for as long as `body` runs.
  func connected<Result: Sendable>(
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    let text =
      server ?? ProcessInfo.processInfo.environment["TANDEM_SERVER"] ?? "127.0.0.1:7410"
    guard let address = ServerAddress(text) else {
      throw ValidationError(
        "\(text) is no server: expected HOST:PORT, such as 127.0.0.1:7410, or unix:PATH")
    }
    let security = try security.security(to: address)
    // The transport ignores SIGPIPE for good, and what follows the answer is output.
    defer { signal(SIGPIPE, SIG_DFL) }
    do {
      return try await TandemClient.connected(to: address, security: security, body)
    } catch let error as ClientSecurityError {
      throw Failure.unreadable("\(error)")
    } catch let error as ClientError {
      if let connection = error.connection { throw Failure.noConnection(connection.line) }
      guard error.details.code == .unavailable, error.details.reason.isEmpty else { throw error }
      throw Failure.unreachable(text)
    }
  }
}
