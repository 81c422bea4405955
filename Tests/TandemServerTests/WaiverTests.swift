import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol
import Testing

/// Rules that may be broken for one audit: given, taken back, ended, and shown wherever the panel is.
@Suite struct WaiverTests {
  private static let reason = "nobody else knows the field"

  /// Makes the network, with an interest of E1 in the member M2 of A1's cluster.
  private static func makeNetwork(_ client: TandemClient) async throws {
    try await client.makeNetwork()
    _ = try await client.declare("I2", of: "E1", in: "M2")
  }

  private static func grant(
    _ rule: String = "INTEREST", _ experts: [String] = ["E1"], days: Int = 0,
    until: Wire.Date? = .day(2023, 1, 31)
  ) -> Wire.GrantWaiverRequest {
    .with {
      $0.audit = "A1"
      $0.waiver = .with {
        $0.rule = rule
        $0.experts = experts
        $0.days = days
      }
      $0.until = until
      $0.reason = reason
    }
  }

  private static func revoke(
    _ rule: String = "INTEREST", _ experts: [String] = ["E1"]
  ) -> Wire.RevokeWaiverRequest {
    .with {
      $0.audit = "A1"
      $0.waiver = .with {
        $0.rule = rule
        $0.experts = experts
      }
      $0.reason = "it was a mistake"
    }
  }

  /// Expects the one waiver of these tests, with who gave it, when, why and until when.
  private func expectWaived(_ waived: [Wire.WaivedBreach], _ where: String) {
    #expect(waived.count == 1, "\(`where`)")
    let breach = waived.first?.breach
    #expect(breach?.rule == "INTEREST", "\(`where`)")
    #expect(breach?.experts == ["E1"], "\(`where`)")
    #expect(breach?.facts["member"] == "M2", "\(`where`)")
    expectGiven(waived.first?.waiver, `where`)
  }

  private func expectGiven(_ waiver: Wire.Waiver?, _ where: String) {
    #expect(waiver?.rule == "INTEREST", "\(`where`)")
    #expect(waiver?.experts == ["E1"], "\(`where`)")
    #expect(waiver?.reason == Self.reason, "\(`where`)")
    #expect(waiver?.until == .day(2023, 1, 31), "\(`where`)")
    #expect(waiver?.grantedBy == "local", "\(`where`)")
    #expect(waiver?.granted?.seconds == 1_668_500_000, "\(`where`)")
  }

  @Test("a waived rule is shown with reason, name and end wherever the panel is shown")
  func shown() async throws {
    try await withServer { client in
      try await Self.makeNetwork(client)
      #expect(try await client.check(["E1", "E3"]).breaches.map(\.rule) == ["INTEREST"])
      let granted = try await client.call(Methods.grantWaiver, Self.grant())
      #expect(granted.audit?.waivers.count == 1)
      expectGiven(granted.audit?.waivers.first, "GrantWaiver")
      #expect(granted.effects.isEmpty, "no panel stands")

      let checked = try await client.check(["E1", "E3"])
      #expect(checked.breaches.isEmpty)
      #expect(!checked.assurances.contains { $0.rule == "INTEREST" && $0.experts == ["E1"] })
      expectWaived(checked.panel?.waived ?? [], "CheckPanel")
      let ranked = try await client.ranked()
      for panel in ranked where panel.experts.contains("E1") {
        expectWaived(panel.waived, "RankPanels")
      }
      #expect(ranked.contains { $0.experts.contains("E1") })
      #expect(ranked.allSatisfy { $0.experts.contains("E1") || $0.waived.isEmpty })

      let assigned = try await client.assign(["E1", "E3"])
      expectWaived(assigned.audit?.panel?.waived ?? [], "AssignPanel")
      expectWaived(try await client.standing().waived, "GetAudit")
      expectGiven(try await client.audit().waivers.first, "GetAudit")
      let listed = try await client.call(Methods.listAssignments, .with { $0.expert = "E3" })
      expectWaived(listed.assignments.first?.panel?.waived ?? [], "ListAssignments")
      let why = try await client.explain(.whyPanel).panel
      #expect(why?.breaches.isEmpty == true)
      expectWaived(why?.panel?.waived ?? [], "Explain")
      let whyNot = try await client.explain(.whyNot) { $0.experts = ["E1"] }.experts.first
      #expect(whyNot?.verdict == .free)
      #expect(whyNot?.bars.map(\.waived) == [true])
    }
  }

  @Test("an exported problem has the waivers that hold, and no others")
  func exported() async throws {
    try await withServer { client in
      try await Self.makeNetwork(client)
      for (rule, experts, days) in [
        ("INTEREST", ["E1"], 0), ("RELATED", ["E2", "E1"], 0), ("NO_LEAD", [], 0),
        ("WINDOW", [], 5),
      ] {
        _ = try await client.call(Methods.grantWaiver, Self.grant(rule, experts, days: days))
      }
      func waivers() async throws -> Set<Waiver> {
        let export = try await client.call(Methods.exportProblem, .with { $0.audit = "A1" })
        let problem = try ProblemFile.read(export.problem).problem
        return Set(problem.audits.first?.waivers ?? [])
      }
      let one = try #require(ExpertID("E1"))
      let other = try #require(ExpertID("E2"))
      let rest: Set<Waiver> = [.pair(.related, one, other), .panel(.noLead), .window(days: 5)]
      #expect(try await waivers() == rest.union([.expert(.interest, one)]))
      _ = try await client.call(Methods.revokeWaiver, Self.revoke())
      #expect(try await waivers() == rest)
    }
  }

  @Test("taken back, a waiver leaves the panel broken; given again, the panel is mended")
  func revoked() async throws {
    try await withServer { client in
      try await Self.makeNetwork(client)
      _ = try await client.call(Methods.grantWaiver, Self.grant())
      try await client.assign(["E1", "E3"])
      let revoked = try await client.call(Methods.revokeWaiver, Self.revoke())
      #expect(revoked.audit?.waivers.isEmpty == true)
      #expect(revoked.effects.map(\.audit) == ["A1"])
      #expect(revoked.effects.first?.breaches.map(\.rule) == ["INTEREST"])
      let broken = try await client.standing()
      #expect(broken.breaches == revoked.effects.first?.breaches)
      #expect(broken.waived.isEmpty)
      let listed = try await client.call(Methods.listBrokenPanels, .init())
      #expect(listed.panels.map(\.audit) == ["A1"])
      #expect(listed.panels.first?.panel == broken)
      let granted = try await client.call(Methods.grantWaiver, Self.grant())
      #expect(granted.effects.map(\.audit) == ["A1"])
      #expect(granted.effects.first?.breaches.isEmpty == true)
      #expect(try await client.standing().breaches.isEmpty)
      #expect(try await client.call(Methods.listBrokenPanels, .init()).panels.isEmpty)
    }
  }

  @Test("a waiver that ends leaves the panel broken on the day after, without any event")
  func ended() async throws {
    try await withServer { client in
      try await Self.makeNetwork(client)
      _ = try await client.call(
        Methods.grantWaiver, Self.grant(until: .day(2022, 12, 31)))
      try await client.assign(["E1", "E3"])
      func broken(on day: Wire.Date?) async throws -> [Wire.BrokenPanel] {
        try await client.call(Methods.listBrokenPanels, .with { $0.on = day }).panels
      }
      #expect(try await broken(on: nil).isEmpty)
      #expect(try await broken(on: .day(2022, 12, 31)).isEmpty)
      let after = try await broken(on: .day(2023, 1, 1))
      #expect(after.map(\.audit) == ["A1"])
      #expect(after.first?.cluster == "C")
      #expect(after.first?.held == false)
      #expect(after.first?.panel?.panel?.experts == ["E1", "E3"])
      #expect(after.first?.panel?.breaches.map(\.rule) == ["INTEREST"])
      #expect(after.first?.panel?.breaches.first?.facts["organisation"] == "M2")
      #expect(after.first?.panel?.waived.isEmpty == true)
      #expect(try await client.standing().breaches.isEmpty, "today it holds")
    }
  }

  @Test("a WINDOW waiver lets a start pass that lies outside the window, and no further one")
  func window() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.call(Methods.grantWaiver, Self.grant("WINDOW", [], days: 5))
      let inside = try await client.check(["E3", "E4"], on: .day(2023, 1, 25))
      #expect(inside.breaches.isEmpty)
      #expect(inside.panel?.waived.map { $0.breach?.rule } == ["WINDOW"])
      #expect(inside.panel?.waived.first?.waiver?.days == 5)
      let outside = try await client.check(["E3", "E4"], on: .day(2023, 1, 26))
      #expect(outside.breaches.map(\.rule) == ["WINDOW"])
      #expect(outside.breaches.first?.facts["days_outside"] == "6")
    }
  }
}
