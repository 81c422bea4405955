import Synchronization
import TandemJournal
import TandemModel
import Testing

@testable import TandemNetwork

/// The writer under many clients, a journal that fails now and then, and requests sent again.
@Suite struct WriterFailureTests {
  private func create(_ number: Int) -> Command {
    let id = ID<Organisation>("ORG-\(number)") ?? "ORG"
    return .createOrganisation(Organisation(id: id, groupSource: "Source \(number)"))
  }

  @Test(
    "clients that send again until they are answered lose nothing and do nothing twice",
    arguments: [JournalError.full("no room"), .unavailable("no answer")])
  func sendAgain(error: JournalError) async throws {
    let appends = Mutex(0)
    let journal = MemoryJournal { _ in
      let number = appends.withLock {
        $0 += 1
        return $0
      }
      return number.isMultiple(of: 3) || number == 1 ? error : nil
    }
    let network = try Sample.network(journal)
    let revisions = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<400 {
        group.addTask {
          while true {
            do {
              return try await network.run(create(number), as: "r\(number)").revision
            } catch Refusal.journal(error) {
              continue
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(revisions.sorted() == Array(1...400), "each once, without a gap")
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.differences(from: network.snapshot.state) == [])
    #expect(again.snapshot.head == journal.head)
    #expect(again.snapshot.head == network.snapshot.head)
  }

  @Test("what a failed batch held is refused as a whole, the things that leaned on it too")
  func wholeBatch() async throws {
    let gate = Gate()
    let journal = MemoryJournal { records in gate.pass(records) }
    let network = try Sample.network(journal)
    // While the first append is held the others wait, and make one batch that fails.
    let first = Task { try await network.run(create(0), as: "first") }
    await gate.reached()
    let count = 50
    let results = await withTaskGroup(of: String?.self) { group in
      for number in 1...count {
        group.addTask { await network.refused(create(number)) }
      }
      group.addTask { await network.refused(.retireExpert("NONE")) }
      gate.open(failingFrom: 2)
      return await group.reduce(into: []) { $0.append($1) }
    }
    _ = try await first.value
    #expect(results.count { $0?.hasPrefix("journal: The journal is full") == true } >= count)
    #expect(results.allSatisfy { $0 != nil })
    #expect(network.snapshot.revision == 1)
    #expect(network.snapshot.state.organisations.count == 1)
    gate.open(failingFrom: nil)
    #expect(try await network.run(create(1)).revision == 2)
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.differences(from: network.snapshot.state) == [])
  }

  @Test("one request sent by many at once is done once, and all have the same answer")
  func sameAtOnce() async throws {
    let journal = MemoryJournal()
    let network = try Sample.network(journal)
    let answers = try await withThrowingTaskGroup(of: Outcome.self) { group in
      for _ in 0..<200 { group.addTask { try await network.run(create(1), as: "r") } }
      for number in 2..<100 { group.addTask { try await network.run(create(number)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let repeated = answers.filter {
      $0.events == [.organisationSet(Organisation(id: "ORG-1", groupSource: "Source 1"))]
    }
    #expect(repeated.count == 200)
    #expect(Set(repeated.map(\.revision)).count == 1)
    let first = try #require(repeated.first)
    #expect(repeated.allSatisfy { $0.state.differences(from: first.state) == [] })
    #expect(journal.head.revision == 99)
  }

  @Test("a request is answered as then, however many came since")
  func longAgo() async throws {
    let journal = MemoryJournal()
    let network = try Sample.network(journal)
    try await network.run(create(0))
    let first = try await network.run(create(1), as: "r")
    for number in 2...(Network.recentLimit + 2) { try await network.run(create(number)) }
    let later = try await network.run(create(1), as: "r")
    #expect(later.events == first.events)
    #expect(later.snapshot.head == first.snapshot.head)
    #expect(later.state.differences(from: first.state) == [])
    #expect(journal.head.revision == Network.recentLimit + 3)
  }

  @Test("two ids that only look the same are two requests")
  func lookAlike() async throws {
    let network = try Sample.network()
    let spellings = ["caf\u{E9}", "cafe\u{301}"]
    let revisions = try await withThrowingTaskGroup(of: Int.self) { group in
      for (number, id) in spellings.enumerated() {
        group.addTask { try await network.run(create(number), as: id, body: "\(number)").revision }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(revisions == [1, 2])
    #expect(Set(spellings.map { RequestName(actor: "a", id: $0) }).count == 2)
    #expect(RequestName(actor: "a", id: "bc") != RequestName(actor: "ab", id: "c"))
  }

  @Test("a refused request may be sent again, and is decided anew")
  func refusedThenAccepted() async throws {
    let network = try Sample.network()
    let retire = Command.retireExpert("E1")
    await #expect(throws: Refusal.self) { try await network.run(retire, as: "r") }
    try await network.run(.createExpert(Sample.expert("E1"), Person()))
    #expect(try await network.run(retire, as: "r").revision == 2)
  }

  @Test("no record of an import and its commands shows anything personal")
  func nothingPersonal() async throws {
    let journal = MemoryJournal()
    let network = try await SmallProblem().network(journal)
    let ada = Person(name: "Ada Byron", email: "ada@example.org")
    try await network.run(
      .createExpert(SmallProblem.expert("E6", "AT", lead: true), ada), body: "Ada Byron")
    let entry = try network.snapshot.state.audit("A")
    try await network.run(.updateAudit(entry.audit, contact: ada, readAt: entry.revision))
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await network.run(.unassignPanel("A", reason: "Ada fell ill"))
    try await network.run(.withdrawAudit("A", reason: "Byron & Co. closed"))
    let bytes = journal.all.map { String(decoding: $0.events, as: UTF8.self) }.joined()
    for text in ["Ada", "Byron", "ada@", "ill", "closed"] { #expect(!bytes.contains(text)) }
    #expect(try network.snapshot.state.expert("E6").person == ada)
    let keys = journal.keys().map(\.subject)
    #expect(keys == ["audit/A", "expert/E1", "expert/E2", "expert/E6", "request digests"])
  }
}

/// Holds a journal's first append until it is opened, and makes later ones fail.
private final class Gate: Sendable {
  private struct Content {
    var appends = 0
    var failingFrom: Int?
    var isOpen = false
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let content = Mutex(Content())

  func pass(_ records: [Record]) -> JournalError? {
    let (number, waiting) = content.withLock { content in
      content.appends += 1
      defer { content.waiting = nil }
      return (content.appends, content.waiting)
    }
    waiting?.resume()
    // The writer's own thread waits here, as it does for a disk.
    while !content.withLock({ $0.isOpen }) {}
    return content.withLock { $0.failingFrom.map { number >= $0 } ?? false }
      ? .full("no room") : nil
  }

  /// Returns when the first append is held.
  func reached() async {
    await withCheckedContinuation { continuation in
      let isReached = content.withLock { content in
        if content.appends == 0 { content.waiting = continuation }
        return content.appends > 0
      }
      if isReached { continuation.resume() }
    }
  }

  func open(failingFrom number: Int?) {
    content.withLock {
      $0.failingFrom = number
      $0.isOpen = true
    }
  }
}
