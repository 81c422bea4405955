import Foundation
import Logging
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import TandemServer

/// A server on loopback, in this process, with a journal in memory.
func withServer(
  _ journal: MemoryJournal = MemoryJournal(),
  _ body: @Sendable @escaping (TandemClient) async throws -> Void
) async throws {
  let configuration = try await ServerConfiguration(
    flags: ["listen": "127.0.0.1:0", "today": "2022-11-15"], environment: [:], file: nil)
  guard let today = Day("2022-11-15") else { return }
  var replay = Replay()
  replay.take(journal.keys())
  try journal.records { try replay.fold($0) }
  let network = Network(
    journal: journal, replay: replay, clock: { Moment(time: 1_668_500_000_000, today: today) })
  let (ports, port) = AsyncStream.makeStream(of: Int.self)
  let server = Server(
    network: network, verify: { _ in }, configuration,
    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  ) { port.yield($0) }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await server.run() }
    if let number = await ports.first(where: { _ in true }),
      let address = ServerAddress("127.0.0.1:\(number)")
    {
      try await TandemClient.connected(to: address, body)
    }
    group.cancelAll()
  }
}

enum Input {
  /// The file of OptoNet's network and audit.
  static func optonet() throws -> [UInt8] {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "EndToEndTests/Resources/optonet.json")
    return Array(try Data(contentsOf: path))
  }
}

/// What a call is refused with; nil when it is not.
func refusal<Request: Message, Response: Answer>(
  _ client: TandemClient, _ method: Method<Request, Response>, _ request: Request
) async -> ErrorDetails? {
  do throws(ClientError) {
    _ = try await client.call(method, request)
    return nil
  } catch {
    return error.details
  }
}
