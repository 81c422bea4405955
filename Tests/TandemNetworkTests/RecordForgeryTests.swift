import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Files whose chain is whole, made by somebody who does not keep to the rules.
@Suite struct RecordForgeryTests {
  /// What a check says of the file of a small problem and those events.
  private func verdict(
    _ events: [Event], _ edit: (inout SmallProblem) -> Void = { _ in }
  ) async throws -> RecordVerdict? {
    let journal = MemoryJournal()
    let network = try await SmallProblem(edit).network(journal)
    var sealing = Sealing(journal.keys())
    var random = SeededGenerator(seed: 3)
    let record = try Record(
      after: network.snapshot.head, time: Sample.moment.time, actor: "mallory", requestID: "1",
      requestDigest: .genesis, policyVersion: network.snapshot.state.policy.version,
      events: try EventCoding.encode(events, &sealing, using: &random))
    try journal.append([record], keys: sealing.takeNewKeys())
    return RecordVerdict(of: try RecordSample.file(try Sample.network(journal)))
  }

  private func assigned(
    _ experts: Set<ExpertID>, on start: String = "2027-03-09", to audit: AuditID = "A"
  ) -> Event {
    .panelAssigned(
      audit,
      Assignment(
        start: day(start), experts: experts, pinned: false, current: false,
        selection: Selection(on: Sample.moment.today, cost: 1)))
  }

  @Test("a panel that broke a rule by what was known is found, however well its chain is made")
  func broken() async throws {
    let related = try #require(Relation("E1", "E2"))
    let verdict = try await verdict([assigned(["E1", "E2"])]) { $0.relations = [related] }
    let faults = try #require(verdict?.error as? Faults)
    #expect(faults.faults.map(\.place) == ["/decisions/0/experts"])
    #expect(faults.faults.first?.reason.contains("RELATED") == true)
  }

  @Test("a panel of the wrong size or on no start is found")
  func impossible() async throws {
    for event in [
      assigned([]), assigned(["E1"]), assigned(["E1", "E2", "E3"]),
      assigned(["E1", "E2"], on: "2027-03-07"), assigned(["E1", "E2"], on: "9999-12-31"),
    ] {
      let verdict = try await verdict([event])
      #expect(verdict?.isNamed == true, "\(event)")
    }
  }

  @Test("a panel with somebody whom the network did not know is found")
  func stranger() async throws {
    let verdict = try await verdict([assigned(["E1", "NOBODY"])])
    #expect(verdict?.isNamed == true)
  }

  @Test("a panel for an audit that there is not, or that is not planned, is found")
  func noAudit() async throws {
    let none = try await verdict([assigned(["E1", "E2"], to: "NONE")])
    let withdrawn = try await verdict([
      .auditWithdrawn("A", reason: "merged"), assigned(["E1", "E2"]),
    ])
    #expect(none?.isNamed == true)
    #expect(withdrawn?.isNamed == true)
  }

  @Test("a cost that the problem does not give, and a better panel that is kept silent, are found")
  func cost() async throws {
    let verdict = try await verdict([assigned(["E1", "E2"])])
    #expect(verdict?.isNamed == true)
  }
}
