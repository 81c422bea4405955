import Foundation
import TandemClient
import TandemProtocol

/// Which server is asked, how to make sure of it, and as whom.
struct ServerChoice {
  let server: ServerAddress
  let security: ClientSecurity
  let token: BearerToken?
  /// Where the token came from, for messages.
  let source: TokenSource?

  init(
    _ server: ServerAddress, _ security: ClientSecurity,
    token: (value: BearerToken, source: TokenSource)?
  ) {
    self.server = server
    self.security = security
    self.token = token?.value
    source = token?.source
  }

  /// Connects for as long as `body` runs.
  func connected<Result: Sendable>(
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    // A server that hangs up must not end the program, and a reader of our output that does may.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    do {
      return try await TandemClient.connected(to: server, security: security, token: token, body)
    } catch let error as ClientSecurityError {
      throw Failure.unreadable("\(error)")
    } catch let error as ClientError {
      throw failure(error)
    }
  }

  /// What there is to say of an error beyond what the server says.
  func failure(_ error: ClientError) -> any Error {
    if let connection = error.connection { return Failure.noConnection(connection.line) }
    switch error.details.code {
    case .unavailable where error.details.reason.isEmpty:
      return Failure.unreachable(server.description)
    case .unauthenticated: return Failure.notPermitted(error.details.lines + [advice])
    default: return error
    }
  }

  private var advice: String {
    if let source { return "the token was that of \(source)" }
    let login = "log in with `tandem login --server \(server)`"
    return server.isLocal ? "\(login), or run as the user who ran `tandemd init`" : login
  }
}
