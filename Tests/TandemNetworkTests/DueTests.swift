import TandemModel
import Testing

@testable import TandemNetwork

/// What is due, at the boundaries of days.
@Suite struct DueTests {
  /// Two audits of two days, each with a window until 2027-04-30; one gets a panel from 2027-03-09 on.
  private func network() async throws -> Network {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    return network
  }

  private func dues(_ network: Network, on text: String, days: Int = 0) -> [String] {
    network.snapshot.dues(on: day(text), days: days).map {
      "\($0.kind) \($0.audit?.text ?? $0.cluster?.text ?? "") \($0.by)"
        + ($0.isOverdue(on: day(text)) ? " overdue" : "")
    }
  }

  @Test("an audit without a panel is due when its window leaves one last start")
  func panel() async throws {
    let network = try await SmallProblem { $0.audits.removeLast() }.network()
    #expect(dues(network, on: "2027-04-28") == [])
    #expect(dues(network, on: "2027-04-28", days: 1) == ["panel A 2027-04-29"])
    #expect(dues(network, on: "2027-04-29") == ["panel A 2027-04-29"])
    #expect(dues(network, on: "2027-04-30") == ["panel A 2027-04-29 overdue"])
  }

  @Test("a panel is to be announced early enough for objections and answers")
  func announce() async throws {
    let network = try await network()
    // Seven days to object, five to answer.
    #expect(dues(network, on: "2027-02-23") == [])
    #expect(dues(network, on: "2027-02-24") == ["announce A 2027-02-24"])
    #expect(dues(network, on: "2027-02-25") == ["announce A 2027-02-24 overdue"])
  }

  @Test("invitations and answers are due by the policy's periods")
  func periods() async throws {
    let network = try await network()
    try await network.run(.announcePanel("A"))
    // Announced on 2022-11-15: objections until the 22nd.
    #expect(dues(network, on: "2022-11-22") == [])
    #expect(dues(network, on: "2022-11-23") == ["invite A 2022-11-23"])
    #expect(dues(network, on: "2022-11-24") == ["invite A 2022-11-23 overdue"])
  }

  @Test("a label that ends is due for renewal until an audit of its cluster is under way")
  func renewal() async throws {
    let network = try await SmallProblem { $0.audits = [] }.network()
    try await network.run(.createOrganisation(Organisation(id: "C")))
    try await network.run(.recordLabel("gold", "C", on: day("2021-02-10")))
    #expect(dues(network, on: "2023-02-27") == [])
    #expect(dues(network, on: "2023-02-28") == ["renew C 2023-02-28"])
    #expect(dues(network, on: "2024-02-29") == ["renew C 2023-02-28 overdue"])
    #expect(dues(network, on: "2024-03-01") == [])
    try await network.run(
      .submitAudit(
        SmallProblem.audit("A", of: "C"), contact: Person(), members: [], reference: nil))
    #expect(dues(network, on: "2023-02-28") == [])
  }
}
