import TandemClient
import TandemProtocol
import Testing

/// Assigning another panel than the best: why is asked for and kept.
@Suite struct AssignNoteTests {
  private static func assign(
    _ experts: [String], on day: Int = 9, note: String = ""
  ) -> Wire.AssignPanelRequest {
    .with {
      $0.audit = "A1"
      $0.experts = experts
      $0.start = .day(2023, 1, day)
      $0.note = note
    }
  }

  @Test("another panel than the best needs a note: the refusal names the best and both costs")
  func missing() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let best = try #require(try await client.ranked().first)
      #expect(best.experts == ["E1", "E3"])
      let before = try await client.revision()
      for isValidated in [true, false] {
        var request = Self.assign(["E2", "E4"])
        request.validateOnly = isValidated
        let details = await refusal(client, Methods.assignPanel, request)
        #expect(details?.code == .invalidArgument)
        #expect(details?.fieldViolations.map(\.place) == ["note"])
        let reason = details?.fieldViolations.first?.reason ?? ""
        for part in ["E1 and E3", "2023-01-09", "cost \(best.cost)", "costs \(best.cost + 2)"] {
          #expect(reason.contains(part), "\(part) in: \(reason)")
        }
      }
      #expect(try await client.revision() == before)
      #expect(try await client.audit().state == .admitted)
    }
  }

  @Test("a panel that costs as much and ranks behind needs a note too")
  func equalCost() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for (experts, day) in [(["E1", "E4"], 9), (["E1", "E3"], 10)] {
        let details = await refusal(client, Methods.assignPanel, Self.assign(experts, on: day))
        #expect(details?.fieldViolations.map(\.place) == ["note"], "\(experts) \(day)")
      }
    }
  }

  @Test("the best panel needs no note, whether it is named or left to the server")
  func best() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for request in [
        Self.assign(["E3", "E1"]), Wire.AssignPanelRequest.with { $0.audit = "A1" },
      ] {
        let answer = try await client.call(Methods.assignPanel, request)
        let decision = try #require(answer.audit?.panel?.decision)
        #expect(answer.audit?.panel?.panel?.experts == ["E1", "E3"])
        #expect(decision.best == nil)
        #expect(decision.bestCost == 0)
        #expect(decision.note.isEmpty)
        #expect(decision.cost == answer.audit?.panel?.cost)
        try await client.unassign()
      }
    }
  }

  @Test("the decision keeps the note, the best panel then and both costs, whatever comes later")
  func kept() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let best = try #require(try await client.ranked().first)
      let answer = try await client.call(
        Methods.assignPanel, Self.assign(["E2", "E4"], on: 10, note: "E1 asked for a rest"))
      let decision = try #require(answer.audit?.panel?.decision)
      #expect(decision.revision == answer.revision)
      #expect(decision.actor == "local")
      #expect(decision.time?.seconds == 1_668_500_000)
      #expect(decision.decidedOn == .day(2022, 11, 15))
      #expect(decision.policyVersion == 0)
      #expect(decision.note == "E1 asked for a rest")
      #expect(decision.cost == best.cost + 2)
      #expect(decision.bestCost == best.cost)
      #expect(decision.best?.experts == best.experts)
      #expect(decision.best?.seats.map(\.name) == ["Name of E1", "Name of E3"])
      #expect(decision.best?.start == best.panel?.start)
      #expect(decision.best?.end == best.panel?.end)

      try await client.changePolicy { $0.costs?.bid = 40 }
      _ = try await client.call(Methods.retireExpert, .with { $0.id = "E1" })
      #expect(try await client.standing().decision == decision)
      let mine = try await client.call(Methods.listAssignments, .with { $0.expert = "E4" })
      #expect(mine.assignments.first?.panel?.decision == decision)
      #expect(try await client.explain(.whyPanel).panel?.decision == decision)
    }
  }

  @Test("a panel that breaks rules is refused with their evidence, before any note is asked for")
  func broken() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.declare("I2", of: "E2", in: "M2")
      for note in ["", "they insist"] {
        let details = await refusal(
          client, Methods.assignPanel, Self.assign(["E1", "E2"], note: note))
        #expect(details?.code == .failedPrecondition)
        #expect(details?.reason == "RULES_BROKEN")
        #expect(details?.preconditionViolations.map(\.type) == ["INTEREST", "RELATED"])
        #expect(details?.breaches.map(\.rule) == ["INTEREST", "RELATED"])
        #expect(details?.breaches.map(\.experts) == [["E2"], ["E1", "E2"]])
        #expect(details?.breaches.first?.facts["organisation"] == "M2")
        #expect(details?.breaches.first?.facts["kind"] == "employment")
        let checked = try await client.check(["E1", "E2"], on: .day(2023, 1, 9))
        #expect(details?.breaches == checked.breaches)
        #expect(
          details?.preconditionViolations.map(\.description) == checked.breaches.map(\.sentence))
      }
    }
  }

  @Test("a pin that cannot hold is refused with the evidence")
  func pin() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      let broken = try await client.declare("I2", of: "E3", in: "M1").effects.first?.breaches
      let details = await refusal(client, Methods.pinPanel, .with { $0.audit = "A1" })
      #expect(details?.reason == "RULES_BROKEN")
      #expect(details?.breaches == broken)
    }
  }

  @Test("a note that is too long is refused at its field, and the longest is kept whole")
  func length() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let long = await refusal(
        client, Methods.assignPanel,
        Self.assign(["E1", "E4"], note: String(repeating: "x", count: 2_001)))
      #expect(long?.fieldViolations.map(\.place) == ["note"])
      let longest = String(repeating: "é", count: 1_000)
      let answer = try await client.call(
        Methods.assignPanel, Self.assign(["E1", "E4"], note: longest))
      #expect(answer.audit?.panel?.decision?.note == longest)
    }
  }
}
