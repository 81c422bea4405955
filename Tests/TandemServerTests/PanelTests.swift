import TandemClient
import TandemMatching
import TandemProtocol
import Testing

/// Panels that were assigned, as they are seen later.
@Suite struct PanelTests {
  private static func seats(_ audit: Wire.Audit?) -> [String] {
    audit?.panel?.panel?.seats.map(\.expert) ?? []
  }

  private static func assign(_ experts: [String]) -> Wire.AssignPanelRequest {
    .with {
      $0.audit = "A1"
      $0.experts = experts
      $0.start = .day(2023, 1, 10)
      $0.note = "they asked for the day"
    }
  }

  @Test("a panel that was valid shows the rule that a later interest breaks")
  func laterInterest() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let assigned = try await client.call(Methods.assignPanel, .with { $0.audit = "A1" })
      #expect(assigned.audit?.panel?.breaches.isEmpty == true)
      let expert = try #require(Self.seats(assigned.audit).first)
      _ = try await client.declare("I2", of: expert, in: "M2")

      let read = try await client.call(Methods.getAudit, .with { $0.id = "A1" })
      #expect(Self.seats(read.audit) == Self.seats(assigned.audit), "nobody moved")
      let breach = try #require(read.audit?.panel?.breaches.first)
      #expect(read.audit?.panel?.breaches.count == 1)
      #expect(breach.rule == "INTEREST")
      #expect(breach.experts == [expert])
      #expect(breach.evidence.contains { $0.value == "M2" })
      let mine = try await client.call(Methods.listAssignments, .with { $0.expert = expert })
      #expect(mine.assignments.first?.panel?.breaches.map(\.rule) == ["INTEREST"])
      let pin = await refusal(client, Methods.pinPanel, .with { $0.audit = "A1" })
      #expect(pin?.preconditionViolations.map(\.type) == ["INTEREST"])
      #expect(pin?.preconditionViolations.map(\.subject) == [expert])

      _ = try await client.call(Methods.deleteInterest, .with { $0.id = "I2" })
      let mended = try await client.call(Methods.getAudit, .with { $0.id = "A1" })
      #expect(mended.audit?.panel?.breaches.isEmpty == true)
    }
  }

  @Test("assignments come by their start, and only from the day asked for")
  func assignments() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for (id, day) in [("A1", 18), ("A2", 10)] {
        if id != "A1" {
          // Of another cluster, for one expert does not serve one cluster twice.
          var audit = Wire.Audit.sample(id)
          audit.cluster = "D"
          _ = try await client.call(Methods.submitAudit, .with { [audit] in $0.audit = audit })
          _ = try await client.call(Methods.admitAudit, .with { $0.id = id })
        }
        _ = try await client.call(
          Methods.assignPanel,
          .with {
            $0.audit = id
            $0.experts = ["E3", "E4"]
            $0.start = .day(2023, 1, day)
            $0.note = "they asked for the day"
          })
      }
      func listed(from day: Wire.Date?) async throws -> [String] {
        try await client.call(
          Methods.listAssignments,
          .with {
            $0.expert = "E4"
            $0.from = day
          }
        ).assignments.map(\.audit)
      }
      #expect(try await listed(from: nil) == ["A2", "A1"])
      #expect(try await listed(from: .day(2023, 1, 10)) == ["A2", "A1"])
      #expect(try await listed(from: .day(2023, 1, 11)) == ["A1"])
      #expect(try await listed(from: .day(2023, 1, 19)).isEmpty)
      let none = try await client.call(Methods.listAssignments, .with { $0.expert = "E1" })
      #expect(none.assignments.isEmpty)
    }
  }

  @Test("an exported problem ranks the same panels at the same costs")
  func export() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let answer = try await client.call(Methods.rankPanels, .with { $0.audit = "A1" })
      #expect(answer.panels.count == 10)
      let export = try await client.call(Methods.exportProblem, .with { $0.audit = "A1" })
      #expect(export.revision == answer.revision)
      #expect(export.leftOut.isEmpty)
      let info = try await client.call(Methods.getServerInfo, .init())
      #expect(export.head == info.head)
      let problem = try ProblemFile.read(export.problem).problem
      let id = try #require(problem.audits.first?.id)
      let auditCase = try #require(
        AuditCase(id, in: IndexedProblem(problem), standing: problem.pinnedPanels))
      let ranked = PanelRanking(of: auditCase).prefix(10)
      #expect(ranked.map(\.cost) == answer.panels.map(\.cost))
      #expect(
        ranked.map { $0.panel.seats.experts.map(\.text) }
          == answer.panels.map { $0.panel?.seats.map(\.expert) ?? [] })
      #expect(
        ranked.map { Wire.Date($0.panel.start) } == answer.panels.map { $0.panel?.start })
    }
  }

  @Test("of two clients that assign one audit at once one wins and the other learns of it")
  func twoClients() async throws {
    try await withServerAddress { address in
      try await TandemClient.connected(to: address) { one in
        try await one.makeNetwork()
        try await TandemClient.connected(to: address) { other in
          for round in 1...10 {
            let experts = [["E1", "E3"], ["E2", "E4"]]
            async let first = refusal(one, Methods.assignPanel, Self.assign(experts[0]))
            async let second = refusal(other, Methods.assignPanel, Self.assign(experts[1]))
            let refused = await [first, second]
            #expect(refused.count { $0 == nil } == 1, "round \(round)")
            #expect(
              refused.compactMap { $0?.code } == [.failedPrecondition], "round \(round)")
            let winner = try #require(refused.firstIndex { $0 == nil })
            let read = try await one.call(Methods.getAudit, .with { $0.id = "A1" })
            #expect(Self.seats(read.audit) == experts[winner], "round \(round)")
            _ = try await one.call(
              Methods.unassignPanel,
              .with {
                $0.audit = "A1"
                $0.reason = "another round"
              })
          }
        }
      }
    }
  }
}
