import TandemClient
import TandemProtocol
import Testing

/// Why nobody, and what would have to be waived.
@Suite struct ExplainUnfilledTests {
  /// Leaves A1 without a valid panel: E1 is employed by a member, E2 is away, and the cluster objects
  /// to E4.
  private static func bar(_ client: TandemClient) async throws {
    _ = try await client.declare("I2", of: "E1", in: "M2")
    _ = try await client.call(
      Methods.createAbsence,
      .with {
        $0.absence = .with {
          $0.expert = "E2"
          $0.firstDay = .day(2023, 1, 1)
          $0.lastDay = .day(2023, 2, 28)
        }
      })
    let audit = try await client.audit()
    _ = try await client.call(
      Methods.updateAudit,
      .with {
        $0.audit = .with {
          $0.id = "A1"
          $0.objections = ["E4"]
        }
        $0.updateMask = .with { $0.paths = ["objections"] }
        $0.revision = audit.revision
      })
  }

  /// Expects that no step has more than the one before, and that one step stands for each rule.
  private func expectFalling(_ funnel: Wire.Funnel) {
    var left = funnel.experts
    for step in funnel.expertSteps {
      #expect(step.left <= left, "\(step.rule)")
      left = step.left
    }
    #expect(funnel.panels == left * (left - 1) / 2)
    var panels = funnel.panels
    for step in funnel.panelSteps {
      #expect(step.left <= panels, "\(step.rule)")
      panels = step.left
    }
    let rules = funnel.expertSteps.map(\.rule) + funnel.panelSteps.map(\.rule)
    #expect(Set(rules).count == rules.count)
  }

  @Test("the funnel says after which rule nobody is left, for each start and for all together")
  func funnel() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      #expect(try await client.ranked().isEmpty)
      let answer = try await client.explain(.whyUnfilled)
      #expect(answer.panel == nil && answer.experts.isEmpty)
      let why = try #require(answer.unfilled)
      let whole = try #require(why.whole)
      #expect(whole.start == nil)
      #expect(whole.experts == 4)
      var left = 4
      let falls = whole.expertSteps.filter { step in
        defer { left = step.left }
        return step.left < left
      }
      #expect(falls.map(\.rule) == ["OBJECTION", "INTEREST", "UNAVAILABLE"])
      #expect(falls.map(\.left) == [3, 2, 1])
      #expect(whole.panels == 0)
      for funnel in [whole] + why.starts { expectFalling(funnel) }
      #expect(
        why.starts.map(\.start)
          == [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map { .day(2023, 1, $0) })
      for (one, all) in why.starts.flatMap({ zip($0.expertSteps, whole.expertSteps) }) {
        #expect(one.rule == all.rule)
        #expect(one.left <= all.left)
      }
    }
  }

  @Test("an audit that can be filled needs no waiver, and its funnel ends with panels")
  func filled() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let why = try #require(try await client.explain(.whyUnfilled).unfilled)
      #expect(why.whole?.expertSteps.last?.left == 4)
      #expect(why.whole?.panels == 6)
      #expect(why.whole?.panelSteps.last?.left == 5, "E1 and E2 are related")
      #expect(why.relaxations.map(\.waivers) == [[]])
      #expect(why.relaxations.first?.weight == 0)
      #expect(why.relaxations.first?.panel == (try await client.ranked().first?.panel))
    }
  }

  @Test("what the first relaxation names, once it is waived, gives the panel that it promised")
  func relaxed() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      let all = try #require(try await client.explain(.whyUnfilled).unfilled).relaxations
      #expect(all.map(\.weight) == all.map(\.weight).sorted(), "the least first")
      #expect(all.allSatisfy { !$0.waivers.isEmpty })
      #expect(Set(all.map(\.waivers)).count == all.count)
      let first = try #require(all.first)
      #expect(first.waivers.map(\.rule) == ["UNAVAILABLE"])
      #expect(first.waivers.first?.experts == ["E2"])
      #expect(first.panel?.experts == ["E2", "E3"])
      let two = try await client.explain(.whyUnfilled) { $0.relaxations = 2 }
      #expect(two.unfilled?.relaxations == Array(all.prefix(2)))
      for waiver in first.waivers {
        _ = try await client.call(
          Methods.grantWaiver,
          .with {
            $0.audit = "A1"
            $0.waiver = waiver
            $0.until = .day(2023, 1, 31)
            $0.reason = "nobody else is free"
          })
      }
      let ranked = try await client.ranked()
      #expect(ranked.first?.panel == first.panel)
      #expect(ranked.first?.cost == first.cost)
      let after = try #require(try await client.explain(.whyUnfilled).unfilled)
      #expect(after.relaxations.map(\.waivers) == [[]], "nothing more is needed")
      #expect(after.whole?.expertSteps.last?.left == 2, "what is waived removes nobody")
    }
  }

  @Test("asking why a panel, where none stands and none is valid, says that there is none")
  func noPanel() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      let details = await refusal(
        client, Methods.explain,
        .with {
          $0.audit = "A1"
          $0.question = .whyPanel
        })
      #expect(details?.code == .failedPrecondition)
      #expect(details?.reason == "NO_PANEL")
    }
  }
}
