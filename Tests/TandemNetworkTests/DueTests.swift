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

  /// Without what experts are to confirm.
  private func dues(_ network: Network, on text: String, days: Int = 0) -> [String] {
    network.snapshot.dues(on: day(text), days: days).filter { $0.kind != .interests }.map {
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

  @Test("experts confirm their interests each year, and accept nothing before they have")
  func interests() async throws {
    let network = try await SmallProblem().network()
    func due(on text: String) -> [String] {
      network.snapshot.dues(on: day(text), days: 0).filter { $0.kind == .interests }
        .map {
          "\($0.expert?.text ?? "") \($0.by)" + ($0.isOverdue(on: day(text)) ? " overdue" : "")
        }
    }
    // Added on 2022-11-15.
    #expect(due(on: "2023-11-14") == [])
    #expect(due(on: "2023-11-15").first == "E1 2023-11-15")
    #expect(due(on: "2023-11-16").first == "E1 2023-11-15 overdue")
    let state = network.snapshot.state
    let late = Moment(time: 0, today: day("2023-11-16"))
    let declared = try state.decide(.declareInterests("E1"), at: late)
    #expect(declared == [.interestsDeclared("E1", on: late.today)])
    var asked = state
    let origin = Origin(revision: 99, actor: "clara", time: 0)
    asked.apply(
      [
        .panelAssigned(
          "A",
          Assignment(
            start: day("2027-03-09"), experts: ["E1", "E2"], pinned: false, current: false)),
        .panelAnnounced("A", on: day("2023-11-01")), .expertsInvited("A", on: day("2023-11-15")),
      ], from: origin)
    let accept = Command.acceptInvitation("A", "E1", declaration: 1)
    let inTime = Moment(time: 0, today: day("2023-11-15"))
    _ = try asked.decide(accept, at: inTime)
    let refused = await refusal { _ = try asked.decide(accept, at: late) }
    #expect(
      refused?.summary.contains("tandem me interest confirm") == true,
      "\(String(describing: refused))")
    asked.apply([.interestsDeclared("E1", on: late.today)], from: origin)
    _ = try asked.decide(accept, at: late)
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
