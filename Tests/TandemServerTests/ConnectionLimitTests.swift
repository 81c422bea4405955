import GRPCCore
import Logging
import TandemClient
import TandemJournal
import TandemProtocol
import Testing

@testable import TandemServer

/// How many connections are open at once, and what the log says of them.
@Suite(.timeLimit(.minutes(10))) struct ConnectionLimitTests {
  @Test("a connection too many is closed without a word, and the others are served on")
  func serving() async throws {
    let log = LogRecorder()
    var configuration = try await ServerConfiguration.test(data: "/nonexistent")
    configuration.connections = 1
    try await running { [configuration] onListening in
      try Server(MemoryJournal(), configuration, logger: log.logger, onListening: onListening)
    } _: { _, port in
      try await RawClient.connected(to: .network(host: "127.0.0.1", port: port)) { client in
        for _ in 0..<3 {
          let answer = try await client.call(Methods.getServerInfo) { _ in }
          #expect(answer.code == nil)
          // A server that speaks HTTP/2 begins to, whoever connects.
          #expect(try await silentlyConnected(port: port) == [])
        }
      }
    }
    #expect(log.lines.filter { $0.message.hasPrefix("too many connections") }.count == 1)
  }

  @Test("over TLS too, and the client is told what it may be")
  func secure() async throws {
    try await withTLSServer(connections: 1) { server, _ in
      try await server.connected { client in
        _ = try await client.call(Methods.getServerInfo, .init())
        let failure = try await server.failure(.tls(.init(authority: server.authority)))
        #expect(failure?.reason == .hungUp, "\(failure as Any)")
        #expect(failure?.description.contains("too many connections") == true)
        _ = try await client.call(Methods.getServerInfo, .init())
      }
    }
  }

  @Test("there is room again when others end, and it is told again when that is over")
  func room() {
    let log = LogRecorder()
    let limit = ConnectionLimit(10, logger: log.logger)
    #expect(
      (0..<12).map { _ in limit.opened() } == Array(repeating: false, count: 10) + [true, true])
    #expect(log.lines.count == 1 && log.lines.first?.level == .warning)
    for _ in 0..<2 { limit.closed() }
    #expect(limit.opened())
    #expect(log.lines.count == 1)
    for _ in 0..<2 { limit.closed() }
    #expect(!limit.opened())
    #expect(limit.opened())
    #expect(log.lines.count == 2)
  }

  @Test("failed handshakes of one address fill no log, and hide none of another's")
  func handshakes() {
    let log = LogRecorder()
    let handshakes = HandshakeLog(log.logger)
    let now = ContinuousClock.now
    for _ in 0..<100 { handshakes.note(.noTLS, from: "192.0.2.1", at: now) }
    #expect(log.lines.count == FailedAttempts.firstRefused - 1)
    handshakes.note(.oldVersion, from: "192.0.2.2", at: now)
    let last = log.lines.last?.metadata
    #expect(last?["reason"] == HandshakeFailure.oldVersion.rawValue)
    #expect(last?["failed_handshakes"] == "101")
    handshakes.note(.noTLS, from: "192.0.2.1", at: now + FailedAttempts.window)
    #expect(log.lines.last?.metadata["failed_handshakes"] == "102")
    #expect(!log.lines.contains { "\($0)".contains("192.0.2") })
  }
}
