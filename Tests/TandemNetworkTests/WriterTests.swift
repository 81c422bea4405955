import Synchronization
import TandemJournal
import TandemModel
import Testing

@testable import TandemNetwork

/// Deciding, appending and answering, with a journal that can fail.
@Suite struct WriterTests {
  @Test("every acknowledged command of many clients is in the journal, in a chain without gaps")
  func manyClients() async throws {
    let commits = Mutex(0)
    let journal = MemoryJournal { _ in
      commits.withLock { $0 += 1 }
      return nil
    }
    let network = try Sample.network(journal)
    let revisions = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<1000 {
        group.addTask {
          try await network.run(
            .createOrganisation(Organisation(id: ID("ORG-\(number)") ?? "X"))
          ).revision
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(revisions == Set(1...1000))
    #expect(network.snapshot.state.organisations.count == 1000)
    #expect(commits.withLock { $0 } < 1000, "waiting commands share a commit")
    var chain = Chain()
    try journal.records { try chain.follow($0) }
    #expect(chain.head == network.snapshot.head)
    let again = try Sample.network(journal)
    #expect(again.snapshot.head == network.snapshot.head)
    #expect(again.snapshot.state.organisations == network.snapshot.state.organisations)
  }

  @Test("a repeated request gets its first answer, now, later and after a restart")
  func repeatedRequest() async throws {
    let journal = MemoryJournal()
    let network = try Sample.network(journal)
    let first = try await network.run(.createOrganisation(Organisation(id: "A")), as: "r1")
    let again = try await network.run(.createOrganisation(Organisation(id: "A")), as: "r1")
    #expect(again.revision == first.revision)
    try await network.run(.createOrganisation(Organisation(id: "B")))
    try await network.run(.deleteOrganisation("A"))
    for network in [network, try Sample.network(journal)] {
      let later = try await network.run(.createOrganisation(Organisation(id: "A")), as: "r1")
      #expect(later.revision == first.revision)
      #expect(later.events == first.events)
      #expect(later.state.organisations["A"] != nil, "the state right after it")
      #expect(later.state.organisations["B"] == nil)
      #expect(network.snapshot.revision == 3, "nothing was stored")
    }
  }

  @Test("a request id of another body is refused; of another actor it is another request")
  func reusedRequestID() async throws {
    let network = try Sample.network()
    try await network.run(.createOrganisation(Organisation(id: "A")), as: "r1", body: "one")
    let refused = await refusal {
      try await network.run(.createOrganisation(Organisation(id: "B")), as: "r1", body: "two")
    }
    guard case .requestReused("r1") = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    try await network.run(.createOrganisation(Organisation(id: "B")), as: "r1", by: "another")
    #expect(network.snapshot.revision == 2)
  }

  @Test("what a failing journal did not take is refused, forgotten and can be sent again")
  func failingJournal() async throws {
    let isFull = Mutex(false)
    let journal = MemoryJournal { _ in isFull.withLock { $0 } ? .full("no room") : nil }
    let network = try Sample.network(journal)
    try await network.run(.createExpert(Sample.expert("E1"), Person(name: "Ada")))
    isFull.withLock { $0 = true }
    let refused = await refusal {
      try await network.run(
        .createExpert(Sample.expert("E2"), Person(name: "Bea")), as: "r2")
    }
    guard case .journal(.full) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(network.snapshot.revision == 1)
    #expect(network.snapshot.state.experts["E2"] == nil)
    isFull.withLock { $0 = false }
    try await network.run(.createExpert(Sample.expert("E2"), Person(name: "Bea")), as: "r2")
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.experts["E2"]?.person.name == "Bea")
  }

  @Test("a command is made from what those before it left, whoever waits in line with it")
  func intents() async throws {
    let network = try Sample.network()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let request = RequestIdentity(actor: "tester", id: "\(number)", body: [])
          _ = try await network.execute(request) { state throws(Refusal) in
            guard let id = OrganisationID("O\(state.organisations.count)") else {
              throw .denied("no id")
            }
            return .createOrganisation(Organisation(id: id))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(network.snapshot.state.organisations.count == 20)
  }

  @Test("validating stores nothing and answers as if it were stored")
  func validate() async throws {
    let network = try Sample.network()
    let outcome = try network.validate(by: "tester") { _ in
      .createOrganisation(Organisation(id: "A"))
    }
    #expect(outcome.state.organisations["A"] != nil)
    #expect(network.snapshot.revision == 0)
    #expect(network.snapshot.state.organisations["A"] == nil)
  }
}
