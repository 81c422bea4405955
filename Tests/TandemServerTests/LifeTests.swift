import Synchronization
import TandemClient
import TandemJournal
import TandemMatching
import TandemProtocol
import TandemServer
import Testing

/// The main job over real gRPC, and what happens around it.
@Suite struct LifeTests {
  static let audit = "OPTONET-GOLD-2023"

  private static func take(_ client: TandemClient) async throws {
    let bytes = try Input.optonet()
    let answer = try await client.call(
      Methods.importProblem,
      .with {
        $0.requestID = "import"
        $0.problem = bytes
      })
    #expect(answer.counts.first { $0.what == "experts" }?.added == 200)
  }

  @Test("rank, check, assign, pin, unpin, unassign, withdraw")
  func life() async throws {
    try await withServer { client in
      try await Self.take(client)
      let ranking = try await client.call(Methods.rankPanels, .with { $0.audit = Self.audit })
      let best = try #require(ranking.panels.first)
      #expect(best.panel?.seats.map(\.expert) == ["E0094", "E0118"])
      #expect(best.cost == 13)
      #expect(ranking.panels.count == 10)
      let checked = try await client.call(
        Methods.checkPanel,
        .with {
          $0.audit = Self.audit
          $0.experts = ["E0118", "E0094"]
          $0.start = best.panel?.start
        })
      #expect(checked.breaches.isEmpty)
      #expect(checked.panel == best)
      #expect(checked.assurances.contains { $0.rule == "INTEREST" && $0.experts == ["E0094"] })
      let assigned = try await client.call(Methods.assignPanel, .with { $0.audit = Self.audit })
      #expect(assigned.audit?.panel?.panel == best.panel)
      #expect(assigned.audit?.panel?.cost == best.cost)
      for expert in ["E0094", "E0118"] {
        let mine = try await client.call(Methods.listAssignments, .with { $0.expert = expert })
        #expect(mine.assignments.map(\.audit) == [Self.audit])
      }
      let pinned = try await client.call(Methods.pinPanel, .with { $0.audit = Self.audit })
      #expect(pinned.audit?.panel?.pinned == true)
      _ = try await client.call(Methods.unpinPanel, .with { $0.audit = Self.audit })
      _ = try await client.call(
        Methods.unassignPanel,
        .with {
          $0.audit = Self.audit
          $0.reason = "E0094 is ill"
        })
      let withdrawn = try await client.call(
        Methods.withdrawAudit,
        .with {
          $0.id = Self.audit
          $0.reason = "not ready"
        })
      #expect(withdrawn.audit?.state == .withdrawn)
      #expect(withdrawn.audit?.panel == nil)
    }
  }

  @Test("a panel that breaks rules is refused with each rule and its sentence")
  func broken() async throws {
    try await withServer { client in
      try await Self.take(client)
      let details = await refusal(
        client, Methods.assignPanel,
        .with {
          $0.audit = Self.audit
          $0.experts = ["E0009", "E0017"]
          $0.start = .with {
            $0.year = 2023
            $0.month = 2
            $0.day = 11
          }
        })
      #expect(details?.code == .failedPrecondition)
      let rules = Set(details?.preconditionViolations.map(\.type) ?? [])
      #expect(rules.isSuperset(of: ["INTEREST", "OBJECTION", "WINDOW"]))
      let info = try await client.call(Methods.getServerInfo, .init())
      #expect(info.revision == 1)
    }
  }

  @Test("an exported problem is readable and gives the same best panel")
  func export() async throws {
    try await withServer { client in
      try await Self.take(client)
      let answer = try await client.call(
        Methods.exportProblem, .with { $0.audit = Self.audit })
      let problem = try ProblemFile.read(answer.problem).problem
      let id = try #require(problem.audits.first?.id)
      let auditCase = try #require(
        AuditCase(id, in: IndexedProblem(problem), standing: problem.pinnedPanels))
      var ranking = PanelRanking(of: auditCase)
      #expect(ranking.next()?.cost == 13)
    }
  }

  @Test("of two who assign at once one wins")
  func race() async throws {
    try await withServer { client in
      try await Self.take(client)
      async let one = refusal(client, Methods.assignPanel, .with { $0.audit = Self.audit })
      async let other = refusal(client, Methods.assignPanel, .with { $0.audit = Self.audit })
      let codes = await [one?.code, other?.code]
      #expect(codes.filter { $0 == nil }.count == 1)
      #expect(codes.contains(.failedPrecondition))
    }
  }

  @Test("pages hold every expert once, in order, and validating stores nothing")
  func pages() async throws {
    try await withServer { client in
      let bytes = try Input.optonet()
      let imagined = try await client.call(
        Methods.importProblem,
        .with {
          $0.problem = bytes
          $0.validateOnly = true
        })
      #expect(imagined.revision == 0)
      try await Self.take(client)
      var ids: [String] = []
      var token = ""
      repeat {
        let page = try await client.call(
          Methods.listExperts,
          .with { [token] in
            $0.pageSize = 33
            $0.pageToken = token
          })
        #expect(page.experts.count <= 33)
        ids += page.experts.map(\.id)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(ids.count == 200)
      #expect(ids == Set(ids).sorted())
      let austrians = try await client.call(
        Methods.listExperts,
        .with {
          $0.country = "AT"
          $0.label = "gold"
          $0.language = "de"
        })
      #expect(austrians.experts.contains { $0.id == "E0118" })
      #expect(austrians.experts.allSatisfy { $0.country == "AT" && $0.accredited.contains("gold") })
    }
  }

  @Test("a full journal refuses writes, and reads go on")
  func full() async throws {
    let isFull = Mutex(false)
    let journal = MemoryJournal { _ in isFull.withLock { $0 } ? .full("no room") : nil }
    try await withServer(journal) { client in
      try await Self.take(client)
      isFull.withLock { $0 = true }
      let details = await refusal(
        client, Methods.createOrganisation, .with { $0.organisation = .with { $0.id = "O" } })
      #expect(details?.code == .resourceExhausted)
      let info = try await client.call(Methods.getServerInfo, .init())
      #expect(info.revision == 1)
      #expect(info.experts == 200)
    }
  }
}
