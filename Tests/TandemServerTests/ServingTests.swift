import Dispatch
import Logging
import ServiceLifecycle
import TandemClient
import TandemJournal
import TandemProtocol
import TandemServer
import Testing

/// How a server begins and ends.
@Suite(.timeLimit(.minutes(10))) struct ServingTests {
  @Test(
    "a server listens on each name of loopback", arguments: ["localhost", "127.0.0.1", "[::1]"])
  func loopback(host: String) async throws {
    try await withDirectory { directory in
      let configuration = try await ServerConfiguration.test(data: directory, listen: "\(host):0")
      let (ports, port) = AsyncStream.makeStream(of: Int.self)
      let server = try Server(configuration, admission: .everybody, logger: .silent) {
        port.yield($0)
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          defer { port.finish() }
          try await server.run()
        }
        let number = try #require(await ports.first { _ in true })
        let address = try #require(ServerAddress("\(host):\(number)"))
        try await TandemClient.connected(to: address) { client in
          let revision = try await client.revision()
          #expect(revision == 0)
        }
        group.cancelAll()
      }
    }
  }

  @Test("a port that is taken ends the server with the address, and frees its directory")
  func takenPort() async throws {
    try await withServerAddress { taken in
      try await withDirectory { directory in
        let configuration = try await ServerConfiguration.test(
          data: directory, listen: "127.0.0.1:\(taken.port)")
        let server = try Server(configuration, admission: .everybody, logger: .silent)
        let error = await #expect(throws: ListenError.self) { try await server.run() }
        let text = try #require(error?.description)
        #expect(text.contains("127.0.0.1:\(taken.port)"))
        #expect(text.contains("in use"), "\(text)")
        #expect(ServerFailure(try #require(error)).exitCode == 69)
        try await withServer(in: directory) { client in
          let revision = try await client.revision()
          #expect(revision == 0)
        }
      }
    }
  }

  @Test("a second server on one directory is refused, and the first serves on")
  func secondServer() async throws {
    try await withDirectory { directory in
      try await withServer(in: directory) { client in
        let configuration = try await ServerConfiguration.test(data: directory)
        let error = #expect(throws: JournalError.self) {
          try Server(configuration, admission: .everybody, logger: .silent)
        }
        guard case .locked = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(ServerFailure(try #require(error)).exitCode == 69)
        try await client.makeNetwork()
      }
    }
  }

  @Test("a call that is under way when the server is told to stop is answered, and kept")
  func gracefulShutdown() async throws {
    let log = LogRecorder()
    let (appends, append) = AsyncStream.makeStream(of: Void.self)
    let mayAppend = DispatchSemaphore(value: 0)
    // The writer has a thread of its own, which this holds up.
    let journal = MemoryJournal { _ in
      append.yield()
      mayAppend.wait()
      return nil
    }
    let configuration = try await ServerConfiguration.test(data: "/nonexistent")
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = try Server(journal, configuration, logger: log.logger) { port.yield($0) }
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: server)], logger: .silent))
    async let ended: Void = group.run()
    let number = try #require(await ports.first { _ in true })
    let address = try #require(ServerAddress("127.0.0.1:\(number)"))
    try await TandemClient.connected(to: address) { client in
      async let answer = client.call(Methods.createExpert, .with { $0.expert = .sample("E1") })
      _ = await appends.first { _ in true }
      await group.triggerGracefulShutdown()
      _ = await log.stream.first { $0.message.hasPrefix("stopping") }
      mayAppend.signal()
      let revision = try await answer.revision
      #expect(revision == 1)
    }
    try await ended
    #expect(journal.head.revision == 1)
    #expect(log.lines.last?.message == "stopped")
    #expect(log.lines.last?.metadata["revision"] == "1")
  }

  @Test("a client says that no server answers after a few attempts")
  func nobodyThere() async throws {
    try await withDirectory { directory in
      let configuration = try await ServerConfiguration.test(data: directory)
      let (ports, port) = AsyncStream.makeStream(of: Int.self)
      let server = try Server(configuration, admission: .everybody, logger: .silent) {
        port.yield($0)
      }
      let running = Task { try await server.run() }
      let number = try #require(await ports.first { _ in true })
      running.cancel()
      _ = await running.result
      let address = try #require(ServerAddress("127.0.0.1:\(number)"))
      try await TandemClient.connected(to: address) { client in
        let details = await refusal(client, Methods.getServerInfo, .init())
        #expect(details?.code == .unavailable)
      }
    }
  }
}
