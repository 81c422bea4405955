import TandemJournal
import TandemModel
import Testing

@testable import TandemNetwork

/// Going along a network's records at one's own pace.
@Suite struct FollowerTests {
  private static func organisation(_ number: Int) -> Command {
    .createOrganisation(Organisation(id: ID("O\(number)") ?? "O"))
  }

  private static func all(_ follower: inout Follower) throws -> [Outcome] {
    var outcomes: [Outcome] = []
    while let outcome = try follower.next() { outcomes.append(outcome) }
    return outcomes
  }

  @Test("each record comes once, in order, with the network before and after it")
  func order() async throws {
    // More than the network remembers: the first ones come from the journal.
    let count = Network.recentLimit + 300
    let network = try Sample.network()
    for number in 1...count { try await network.run(Self.organisation(number)) }
    var follower = Follower(network, after: 0)
    let outcomes = try Self.all(&follower)
    #expect(outcomes.map(\.revision) == Array(1...count))
    for (number, outcome) in outcomes.enumerated() {
      #expect(outcome.before.revision == number)
      #expect(outcome.state.organisations.count == number + 1)
      #expect(outcome.changes.map(\.subject) == ["O\(number + 1)"])
      #expect(outcome.origin.actor == "tester")
    }
    #expect(try follower.next() == nil)
    try await network.run(Self.organisation(count + 1))
    #expect(try follower.next()?.revision == count + 1)
    #expect(follower.revision == count + 1)
  }

  @Test("whoever lags behind what is remembered goes on from the journal")
  func lag() async throws {
    let network = try Sample.network()
    try await network.run(Self.organisation(1))
    var follower = Follower(network, after: 0)
    #expect(try follower.next()?.revision == 1)
    let count = Network.recentLimit + 10
    for number in 2...count { try await network.run(Self.organisation(number)) }
    #expect(try Self.all(&follower).map(\.revision) == Array(2...count))
  }

  @Test("an expert who comes in after the journal's keys were read is told with their name")
  func keys() async throws {
    let network = try Sample.network()
    for number in 1...300 { try await network.run(Self.organisation(number)) }
    var follower = Follower(network, after: 0)
    #expect(try follower.next()?.revision == 1)
    try await network.run(.createExpert(Sample.expert("E1"), Person(name: "Ada")))
    for number in 301...(Network.recentLimit + 400) {
      try await network.run(Self.organisation(number))
    }
    let outcomes = try Self.all(&follower)
    #expect(outcomes.last?.state.experts["E1"]?.person.name == "Ada")
  }

  @Test("the change of a thing that is deleted names whose it was")
  func subjects() async throws {
    let network = try await SmallProblem().network()
    let absence = Absence(expert: "E1", days: day("2023-01-01")...day("2023-01-02"))
    try await network.run(.createAbsence("B1", absence))
    let deleted = try await network.run(.deleteAbsence("B1"))
    #expect(deleted.changes == [Change(kind: .absenceDeleted, experts: ["E1"], subject: "B1")])
  }
}
