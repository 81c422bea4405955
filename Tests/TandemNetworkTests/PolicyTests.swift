import TandemJournal
import TandemModel
import Testing

@testable import TandemNetwork

/// The policy in force, and what holds on to its words.
@Suite struct PolicyTests {
  @Test(
    "the standard policy is version 0, each that is set is one more, and is read at its revision")
  func versions() async throws {
    let network = try Sample.network()
    #expect(
      network.snapshot.state.policies == [
        PolicyEntry(policy: .standard, version: 0, note: "", origin: nil)
      ])
    try await network.run(.createOrganisation(Organisation(id: "X")))
    var policy = Policy.standard
    policy.restDays = 7
    try await network.run(.setPolicy(policy, note: "a test", readAt: 0))
    let origin = Origin(revision: 2, actor: "tester", time: Sample.moment.time)
    #expect(
      network.snapshot.state.policy
        == PolicyEntry(policy: policy, version: 1, note: "a test", origin: origin))
    #expect(
      await network.refused(.setPolicy(.standard, note: "a test", readAt: 1))
        == "stale: policy version 1 at 2")
    try await network.run(.setPolicy(.standard, note: "a test", readAt: 2))
    #expect(network.snapshot.state.policies.map(\.version) == [0, 1, 2])
  }

  @Test("every label and kind in use is asked for, all at once")
  func inUse() async throws {
    let network = try await SmallProblem {
      $0.interests = [Interest(expert: "E1", organisation: "X", kind: "family")]
    }.network()
    var policy = Policy.standard
    policy.labels = [:]
    policy.coolingOff = [:]
    #expect(
      await network.refused(.setPolicy(policy, note: "a test", readAt: 1))
        == "invalid policy.labels policy.cooling_off")
    policy.labels["gold"] = Policy.standard.labels["gold"]
    policy.coolingOff["family"] = .never
    try await network.run(.setPolicy(policy, note: "a test", readAt: 1))
  }

  @Test("a withdrawn audit does not hold on to its label")
  func withdrawn() async throws {
    let network = try await SmallProblem { small in
      small.audits[1].label = "silver"
    }.network()
    func drop() async throws { try await network.updatePolicy { $0.labels["silver"] = nil } }
    #expect(await refusal(drop)?.summary == "invalid policy.labels")
    try await network.run(.withdrawAudit("B", reason: "merged"))
    try await drop()
    let export = try network.snapshot.export(nil, on: Sample.moment.today)
    #expect(export.problem.audits.map(\.id) == ["A"])
  }

  @Test("a record says under which policy it was decided")
  func policyOfRecords() async throws {
    let journal = MemoryJournal()
    let network = try Sample.network(journal)
    try await network.run(.createOrganisation(Organisation(id: "X")))
    try await network.run(.setPolicy(.standard, note: "a test", readAt: 0))
    try await network.run(.createOrganisation(Organisation(id: "Y")))
    #expect(journal.all.map(\.policyVersion) == [0, 0, 1])
  }
}
