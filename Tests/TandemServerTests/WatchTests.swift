import GRPCCore
import Synchronization
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// Who listens is told of each change once, in order, and of what they may know.
@Suite struct WatchTests {
  private struct Enough: Error {}

  /// What somebody was told.
  private final class Told: Sendable {
    private let messages = Mutex<[Wire.WatchResponse]>([])
    var all: [Wire.WatchResponse] { messages.withLock { $0 } }

    /// Throws when it is the last one that is wanted.
    func take(_ message: Wire.WatchResponse, until revision: Int) throws {
      messages.withLock { $0.append(message) }
      if message.revision >= revision { throw Enough() }
    }
  }

  /// The network of ``AccessNetwork``, without a server before it.
  private static func network() async throws -> Network {
    let journal = try await AccessNetwork.prepared()
    var replay = Replay()
    replay.take(journal.keys())
    try journal.records { try replay.fold($0) }
    let today = try #require(Day("2022-11-15"))
    return Network(
      journal: journal, replay: replay,
      clock: { _ in Moment(time: 1_668_500_000_000, today: today) })
  }

  private static func call(_ grant: Grant, _ network: Network) -> Call {
    Call(
      caller: Caller(actor: "x", grant: grant), network: network, newID: { "\($0)-1" })
  }

  /// The call, with a clock that goes on by a minute each time that somebody looks.
  private static func hasty(_ call: Call) -> Call {
    let looks = Atomic(0)
    let began = ContinuousClock.now
    var call = call
    call.instant = {
      began + .seconds(60 * looks.add(1, ordering: .relaxed).newValue)
    }
    return call
  }

  /// All that a caller is told up to the newest revision.
  private static func told(
    _ grant: Grant, _ network: Network, _ set: (inout Wire.WatchRequest) -> Void = { _ in }
  ) async throws -> [Wire.Change] {
    let told = Told()
    let newest = network.snapshot.revision
    let stream = try WatchHandlers().watch(.with(set), hasty(call(grant, network)))
    await #expect(throws: Enough.self) {
      try await stream.write { try told.take($0, until: newest) }
    }
    return told.all.flatMap(\.changes)
  }

  @Test("a coordinator is told of every event, those of one command together")
  func coordinator() async throws {
    let network = try await Self.network()
    let told = Told()
    let newest = network.snapshot.revision
    await #expect(throws: Enough.self) {
      try await WatchHandlers().watch(.init(), Self.call(.coordinator, network)).write {
        try told.take($0, until: newest)
      }
    }
    #expect(told.all.map(\.revision) == Array(1...newest))
    #expect(told.all.allSatisfy { !$0.changes.isEmpty && !$0.actor.isEmpty && $0.time != nil })
    let submitted = told.all.first { $0.changes.contains { $0.kind == "audit_submitted" } }
    #expect(
      submitted?.changes.map(\.kind) == [
        "organisation_set", "organisation_set", "organisation_set", "audit_submitted",
      ])
    #expect(submitted?.changes.last?.audit == "A1")
    #expect(submitted?.changes.last?.state == .submitted)
  }

  @Test("kinds and audits filter, and the last revision is told of where nothing is left")
  func filters() async throws {
    let network = try await Self.network()
    let admitted = try await Self.told(.coordinator, network) { $0.kinds = ["audit_admitted"] }
    #expect(admitted.map(\.audit) == ["A1", "A2"])
    let first = try await Self.told(.coordinator, network) { $0.audits = ["A1"] }
    #expect(first.map(\.kind) == ["audit_submitted", "audit_admitted", "panel_assigned"])
    let both = try await Self.told(.coordinator, network) {
      $0.audits = ["A1"]
      $0.kinds = ["panel_assigned", "expert_set"]
    }
    #expect(both.map(\.kind) == ["panel_assigned"])
    #expect(both.first?.experts.count == 2)
  }

  @Test("an expert is told of what is theirs")
  func expert() async throws {
    let network = try await Self.network()
    let own = try #require(ExpertID("E1"))
    let changes = try await Self.told(.expert(own), network)
    #expect(changes.allSatisfy { $0.experts == ["E1"] || $0.experts.isEmpty })
    let kinds = Set(changes.map(\.kind))
    #expect(kinds.isSuperset(of: ["expert_set", "interest_set", "relation_set", "absence_set"]))
    #expect(kinds.isDisjoint(with: ["token_created", "organisation_set", "audit_admitted"]))
    #expect(!changes.contains { ["I3", "R3", "B3", "E3"].contains($0.subject) })
    let audit = try #require(AuditID("A1"))
    let seated = try #require(network.snapshot.state.audits[audit]?.seated)
    #expect(changes.contains { $0.audit == "A1" } == seated.contains(own))
  }

  @Test("a partner is told how far its own requests have come, and of a panel once it is announced")
  func partner() async throws {
    let network = try await Self.network()
    let cluster = try #require(OrganisationID("C"))
    func states() async throws -> [Wire.AuditState] {
      try await Self.told(.partner([cluster]), network) { $0.audits = ["A1"] }.map(\.state)
    }
    #expect(try await states() == [.submitted, .admitted])
    _ = try await network.execute(
      .announcePanel(try #require(AuditID("A1"))),
      RequestIdentity(actor: "clara", id: "announce", body: []))
    #expect(try await states() == [.submitted, .admitted, .proposed])
    let all = try await Self.told(.partner([cluster]), network)
    #expect(all.allSatisfy { $0.experts.isEmpty })
    #expect(Set(all.map(\.kind)).isSubset(of: ["", "travel_set"]))
    let foreign = try #require(OrganisationID("Z"))
    #expect(try await Self.told(.partner([foreign]), network).allSatisfy { $0.audit.isEmpty })
  }

  @Test("an observer is told of what is public")
  func observer() async throws {
    let network = try await Self.network()
    let changes = try await Self.told(.observer, network)
    #expect(changes.map(\.kind) == ["travel_set"])
  }

  @Test("an audit that the caller may not know of is as one that is not there")
  func foreign() async throws {
    let network = try await Self.network()
    let grants: [Grant] = [
      .coordinator, .expert(try #require(ExpertID("E9"))),
      .partner([try #require(OrganisationID("Z"))]), .observer,
    ]
    for grant in grants {
      let audit = grant == .coordinator ? "A9" : "A1"
      let request = Wire.WatchRequest.with { $0.audits = [audit] }
      do throws(Refusal) {
        _ = try WatchHandlers().watch(request, Self.call(grant, network))
        Issue.record("\(grant) listens to \(audit)")
      } catch {
        #expect(ErrorDetails(error).message == "There is no audit \(audit).")
      }
    }
  }

  @Test("nobody listens from a revision that is not there yet")
  func later() async throws {
    let network = try await Self.network()
    let request = Wire.WatchRequest.with { $0.after = network.snapshot.revision + 1 }
    do throws(Refusal) {
      _ = try WatchHandlers().watch(request, Self.call(.coordinator, network))
      Issue.record("it is listened to")
    } catch {
      #expect(ErrorDetails(error).fieldViolations.map(\.place) == ["after"])
    }
  }

  @Test("where nothing changes, that is told at once and then again and again")
  func heartbeat() async throws {
    let network = try await Self.network()
    let newest = network.snapshot.revision
    let beats = Mutex(0)
    let request = Wire.WatchRequest.with {
      $0.after = newest
      $0.heartbeatSeconds = 1
    }
    let stream = try WatchHandlers().watch(request, Self.hasty(Self.call(.coordinator, network)))
    await #expect(throws: Enough.self) {
      try await stream.write { message in
        #expect(message == .with { $0.revision = newest })
        let count = beats.withLock {
          $0 += 1
          return $0
        }
        if count == 3 { throw Enough() }
      }
    }
  }

  @Test("a reader who does not read is ended with their last revision, and writers go on")
  func slow() async throws {
    let network = try await Self.network()
    let newest = network.snapshot.revision
    let (begins, begin) = AsyncStream.makeStream(of: Void.self)
    let (readings, reading) = AsyncStream.makeStream(of: Void.self)
    let listening = Task {
      try await WatchHandlers().watch(.with { $0.after = newest }, Self.call(.coordinator, network))
        .write {
          begin.yield()
          guard $0.revision > newest + 2 else { return }
          reading.yield()
          // A connection that takes no more.
          try await Task.sleep(for: .seconds(3_600))
        }
    }
    // Who begins to listen late was behind from the beginning, and may be so.
    _ = await begins.first { _ in true }
    for number in 1...(WatchHandlers.furthestBehind + 3) {
      if number == 4 { _ = await readings.first { _ in true } }
      try await Self.write("O\(number)", network)
    }
    do {
      try await listening.value
      Issue.record("it goes on")
    } catch let error as RPCError {
      #expect(error.code == .resourceExhausted)
      #expect(error.message.hasSuffix("go on after revision \(newest + 2)."))
    }
  }

  @Test("who falls behind no further than that goes on")
  func behind() async throws {
    let network = try await Self.network()
    let last = network.snapshot.revision + WatchHandlers.furthestBehind
    let told = Told()
    let (releases, release) = AsyncStream.makeStream(of: Void.self)
    let request = Wire.WatchRequest.with { $0.after = network.snapshot.revision }
    let isHeld = Atomic(true)
    let reading = Task {
      try await WatchHandlers().watch(request, Self.call(.coordinator, network)).write { message in
        if isHeld.exchange(false, ordering: .relaxed) { _ = await releases.first { _ in true } }
        try told.take(message, until: last)
      }
    }
    for number in 1...WatchHandlers.furthestBehind { try await Self.write("O\(number)", network) }
    release.yield()
    await #expect(throws: Enough.self) { try await reading.value }
    #expect(
      told.all.filter { !$0.changes.isEmpty }.map(\.revision) == Array(request.after + 1...last))
  }

  private static func write(_ organisation: String, _ network: Network) async throws {
    _ = try await network.execute(
      .createOrganisation(Organisation(id: try #require(OrganisationID(organisation)))),
      RequestIdentity(actor: "clara", id: organisation, body: []))
  }

  @Test("over a thousand connections, while others write, each change comes once and in order")
  func reconnects() async throws {
    try await withServer { client in
      let writing = Task {
        var number = 0
        while !Task.isCancelled {
          number += 1
          _ = try await client.call(
            Methods.createOrganisation,
            .with { [number] in $0.organisation = .with { $0.id = "O\(number)" } })
        }
      }
      defer { writing.cancel() }
      let last = Mutex(0)
      for connection in 1...1_000 {
        let left = Mutex(connection % 4)
        let after = last.withLock { $0 }
        do throws(ClientError) {
          try await client.stream(Methods.watch, .with { $0.after = after }) { message in
            // What is not taken is told again on the next connection.
            guard left.withLock({ $0 }) > 0 else { throw Enough() }
            left.withLock { $0 -= 1 }
            let before = last.withLock { $0 }
            #expect(message.revision == (message.changes.isEmpty ? before : before + 1))
            last.withLock { $0 = message.revision }
          }
        } catch {
          // Left behind in the midst of it: as if nobody had answered, or by what was thrown.
          #expect([.unknown, .unavailable].contains(error.details.code), "\(error.details)")
        }
      }
      #expect(last.withLock { $0 } > 100)
    }
  }

  @Test("a server that stops ends who listens, with the revision from which to go on")
  func stops() async throws {
    let (tasks, task) = AsyncStream.makeStream(of: Task<String, any Error>.self)
    try await withServerAddress { address in
      let (messages, message) = AsyncStream.makeStream(of: Void.self)
      task.yield(
        Task {
          try await TandemClient.connected(to: address) { client in
            do throws(ClientError) {
              try await client.stream(Methods.watch, .init()) { _ in message.yield() }
              return "it ended"
            } catch {
              return "\(error.details.code) \(error)"
            }
          }
        })
      _ = await messages.first { _ in true }
    }
    let ended = try await #require(tasks.first { _ in true }).value
    #expect(ended == "unavailable The server stops; go on after revision 0.")
  }
}
