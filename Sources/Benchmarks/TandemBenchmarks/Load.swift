import Foundation
import Logging
import Synchronization
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import TandemSQLite
import TandemServer

/// What 64 clients reached, each writing as soon as its last write was acknowledged.
struct Load {
  static let clients = 64
  static let writesOfEach = 100

  let writesPerSecond: Double
  let commitsPerSecond: Double
  /// On average, rounded.
  let recordsPerCommit: Int
  let bytesPerRecord: Int

  private init(took: Duration, commits: Int, records: Int, bytes: Int) {
    let seconds = took / .seconds(1)
    writesPerSecond = Double(records) / seconds
    commitsPerSecond = Double(commits) / seconds
    recordsPerCommit = max(1, Int((Double(records) / Double(commits)).rounded()))
    bytesPerRecord = bytes / records
  }

  @Sendable static func inProcess() async throws -> Load {
    let directory = TemporaryDirectory()
    let journal = CountingJournal(try SQLiteJournal(directory: directory.path))
    let network = Network(journal: journal, replay: Replay(), clock: { _ in OptoNet.moment })
    return try await measure(journal) { number in
      _ = try await OptoNet.write(number, to: network)
    }
  }

  @Sendable static func overGRPC() async throws -> Load {
    let directory = TemporaryDirectory()
    let journal = CountingJournal(try SQLiteJournal(directory: directory.path))
    let network = Network(journal: journal, replay: Replay(), clock: { _ in OptoNet.moment })
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let configuration = try await ServerConfiguration(
      flags: ["listen": "127.0.0.1:0", "data": directory.path], environment: [:], file: nil)
    let server = try Server(
      network: network, admission: .everybody, verify: { _ in }, configuration,
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
    ) { port.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      guard let number = await ports.first(where: { _ in true }),
        let address = ServerAddress("127.0.0.1:\(number)")
      else { preconditionFailure("the server has no port") }
      let load = try await TandemClient.connected(to: address) { client in
        try await measure(journal) { number in
          _ = try await client.call(
            Methods.createOrganisation,
            .with {
              $0.organisation = .with {
                $0.id = "LOAD-\(number)"
                $0.name = "An organisation of some name"
              }
            })
        }
      }
      group.cancelAll()
      return load
    }
  }

  private static func measure(
    _ journal: CountingJournal, _ write: @Sendable @escaping (Int) async throws -> Void
  ) async throws -> Load {
    let began = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for client in 0..<clients {
        group.addTask {
          for count in 0..<writesOfEach { try await write(client * writesOfEach + count) }
        }
      }
      try await group.waitForAll()
    }
    let took = began.duration(to: .now)
    let counts = journal.counts.withLock { $0 }
    return Load(
      took: took, commits: counts.commits, records: counts.records, bytes: counts.bytes)
  }
}

/// Counts what goes into a journal.
final class CountingJournal: Journal {
  let counts = Mutex((commits: 0, records: 0, bytes: 0))
  private let journal: any Journal

  init(_ journal: any Journal) { self.journal = journal }

  var head: Head { journal.head }

  func append(_ records: [Record], keys: [SubjectKey]) throws(JournalError) {
    try journal.append(records, keys: keys)
    counts.withLock {
      $0.commits += 1
      $0.records += records.count
      $0.bytes += records.reduce(0) { $0 + $1.events.count }
    }
  }

  func record(actor: String, requestID: String) throws(JournalError) -> Record? {
    try journal.record(actor: actor, requestID: requestID)
  }

  func records(of requests: [RequestName]) throws(JournalError) -> [Record?] {
    try journal.records(of: requests)
  }

  func records(
    from revision: Int, through last: Int?, _ body: (Record) throws -> Void
  ) throws {
    try journal.records(from: revision, through: last, body)
  }

  func keys() throws(JournalError) -> [SubjectKey] { try journal.keys() }
}
