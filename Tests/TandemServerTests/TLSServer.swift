import Logging
import TandemClient
import TandemJournal
import TandemProtocol
import TandemServer
import Testing

/// A server that speaks TLS, in this process and on loopback, while a test runs.
struct TLSServer: Sendable {
  let server: Server
  let port: Int
  /// The authority of its certificate.
  let authority: String

  var address: ServerAddress { .network(host: "localhost", port: port) }

  /// Connects as a client that trusts the server's authority.
  func connected<Result: Sendable>(
    identity: ClientSecurity.Identity? = nil,
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    try await TandemClient.connected(
      to: address,
      security: .tls(
        .init(authority: authority, identity: identity, handshakeLimit: patience)), body)
  }

  /// Why a client that goes by `security` gets no connection; nil when it gets one.
  func failure(_ security: ClientSecurity, host: String = "localhost") async throws
    -> ConnectionFailure?
  {
    try await connectionFailure(.network(host: host, port: port), security)
  }
}

/// Why there is no connection; nil when there is one.
func connectionFailure(
  _ address: ServerAddress, _ security: ClientSecurity
) async throws -> ConnectionFailure? {
  try await TandemClient.connected(to: address, security: security) { client in
    do throws(ClientError) {
      _ = try await client.call(Methods.getServerInfo, .init())
      return nil
    } catch {
      #expect(error.details.code == .unavailable)
      guard let connection = error.connection else { throw error }
      return connection
    }
  }
}

/// How long a handshake may take beside all other tests.
private let patience = Duration.seconds(60)

/// Runs `body` beside a server with a certificate for localhost by an authority of its own; `prepare`
/// changes the files first.
func withTLSServer(
  _ journal: MemoryJournal = MemoryJournal(), logger: Logger = .silent,
  handshakeLimit: Duration? = patience, connections: Int? = nil,
  prepare: (inout TLSFiles, _ directory: String) throws -> Void = { _, _ in },
  _ body: @Sendable @escaping (TLSServer, _ directory: String) async throws -> Void
) async throws {
  try await withDirectory { directory in
    let authority = try TestAuthority()
    try authority.write(to: "\(directory)/ca.pem")
    var files = try authority.write(in: directory)
    try prepare(&files, directory)
    var configuration = try await ServerConfiguration.test(data: "/nonexistent")
    configuration.tls = files
    if let connections { configuration.connections = connections }
    try await running { onListening in
      try Server(
        journal, configuration, handshakeLimit: handshakeLimit, logger: logger,
        onListening: onListening)
    } _: { server, port in
      let running = TLSServer(server: server, port: port, authority: "\(directory)/ca.pem")
      try await body(running, directory)
    }
  }
}
