import GRPCCore
import Synchronization
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// How many plans are made at once, and how one is ended.
@Suite struct PlanRoomTests {
  private let call: Call

  init() throws {
    let today = try #require(Day("2022-11-15"))
    let network = Network(
      journal: MemoryJournal(), replay: Replay(),
      clock: { _ in Moment(time: 1_668_500_000_000, today: today) })
    let number = Atomic(0)
    call = Call(
      caller: Caller(actor: "tester", grant: .coordinator), network: network,
      newID: { "\($0)-\(number.add(1, ordering: .relaxed).newValue)" })
  }

  @Test("who goes away before the first message takes no room from others")
  func goneAway() async throws {
    let handlers = PlanHandlers()
    for _ in 0..<3 * PlanHandlers.mostAtOnce { _ = try handlers.plan(.init(), call) }
    let count = Mutex(0)
    try await handlers.plan(.init(), call).write { _ in count.withLock { $0 += 1 } }
    #expect(count.withLock { $0 } > 0)
  }

  /// A plan more while those of `depth` others are being handed over.
  private func oneMore(_ handlers: PlanHandlers, inside depth: Int) async throws {
    let isFirst = Mutex(true)
    try await handlers.plan(.init(), call).write { _ in
      guard depth > 0,
        isFirst.withLock({ first in
          defer { first = false }
          return first
        })
      else { return }
      try await oneMore(handlers, inside: depth - 1)
    }
  }

  @Test("a plan too many is refused, and there is room again when the others are done")
  func busy() async throws {
    let handlers = PlanHandlers()
    let error = await #expect(throws: RPCError.self) {
      try await oneMore(handlers, inside: PlanHandlers.mostAtOnce)
    }
    #expect(error?.code == .resourceExhausted)
    try await oneMore(handlers, inside: PlanHandlers.mostAtOnce - 1)
  }

  @Test("a plan is ended by its name, and then is one no more")
  func stops() async throws {
    let handlers = PlanHandlers()
    let names = Mutex<Set<String>>([])
    let call = call
    try await handlers.plan(.init(), call).write { message in
      names.withLock { _ = $0.insert(message.planning) }
      _ = try handlers.stop(.with { $0.planning = message.planning }, call)
    }
    let name = try #require(names.withLock { $0.first })
    #expect(names.withLock { $0.count } == 1)
    #expect(throws: Refusal.self) {
      _ = try handlers.stop(.with { $0.planning = name }, call)
    }
  }
}
