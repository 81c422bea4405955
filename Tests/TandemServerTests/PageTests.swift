import TandemClient
import TandemProtocol
import Testing

/// Lists: pages, tokens, filters and the revision that a read asks for.
@Suite struct PageTests {
  /// Experts X001 to X250.
  private static func makeExperts(_ client: TandemClient) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...250 {
        group.addTask {
          _ = try await client.call(
            Methods.createExpert, .with { $0.expert = .sample("X\(1_000 + number)") })
        }
      }
      try await group.waitForAll()
    }
  }

  /// The ids of all pages, and how many pages there were; `between` runs after the first.
  private func ids(
    _ client: TandemClient, size: Int, between: () async throws -> Void = {}
  ) async throws -> (ids: [String], pages: Int) {
    var ids: [String] = []
    var token = ""
    var pages = 0
    repeat {
      var request = Wire.ListExpertsRequest()
      request.pageSize = size
      request.pageToken = token
      let page = try await client.call(Methods.listExperts, request)
      ids += page.experts.map(\.id)
      token = page.nextPageToken
      pages += 1
      if pages == 1 { try await between() }
    } while !token.isEmpty
    return (ids, pages)
  }

  @Test("pages of any size hold every expert once and in order")
  func sizes() async throws {
    try await withServer { client in
      try await Self.makeExperts(client)
      let all = (1...250).map { "X\(1_000 + $0)" }
      for (size, pages) in [(0, 3), (1, 250), (100, 3), (125, 2), (250, 1), (1_000, 1)] {
        let found = try await ids(client, size: size)
        #expect(found.ids == all, "of \(size)")
        #expect(found.pages == pages, "of \(size)")
      }
      for size in [1_001, -1] {
        let details = await refusal(client, Methods.listExperts, .with { $0.pageSize = size })
        #expect(details?.fieldViolations.map(\.place) == ["page_size"], "of \(size)")
      }
    }
  }

  @Test("pages stay whole while experts are added before and behind")
  func additions() async throws {
    try await withServer { client in
      try await Self.makeExperts(client)
      let found = try await ids(client, size: 100) {
        for id in ["A", "X1150-b", "Z"] {
          _ = try await client.call(Methods.createExpert, .with { $0.expert = .sample(id) })
        }
      }
      #expect(found.ids.count == 252)
      #expect(found.ids == Set(found.ids).sorted())
      #expect(!found.ids.contains("A"))
    }
  }

  @Test("a token of another list, of other filters or of nobody is refused")
  func tokens() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let page = try await client.call(Methods.listExperts, .with { $0.pageSize = 1 })
      let token = page.nextPageToken
      #expect(!token.isEmpty)
      let other = await refusal(client, Methods.listAudits, .with { $0.pageToken = token })
      let filtered = await refusal(
        client, Methods.listExperts,
        .with {
          $0.pageToken = token
          $0.country = "AT"
        })
      let invented = await refusal(client, Methods.listExperts, .with { $0.pageToken = "RTE=" })
      for details in [other, filtered, invented] {
        #expect(details?.fieldViolations.map(\.place) == ["page_token"])
      }
      let resized = try await client.call(
        Methods.listExperts,
        .with {
          $0.pageToken = token
          $0.pageSize = 2
        })
      #expect(resized.experts.map(\.id) == ["E2", "E3"])
    }
  }

  @Test("each filter of each list lets through what it says")
  func filters() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.call(
        Methods.createOrganisation,
        .with {
          $0.organisation = .with {
            $0.id = "P"
            $0.group = "O"
          }
        })
      _ = try await client.call(Methods.submitAudit, .with { $0.audit = .sample("A2") })
      _ = try await client.call(Methods.retireExpert, .with { $0.id = "E4" })
      _ = try await client.declare("I2", of: "E2", in: "M1")

      func experts(_ set: (inout Wire.ListExpertsRequest) -> Void) async throws -> [String] {
        try await client.call(Methods.listExperts, .with(set)).experts.map(\.id)
      }
      #expect(try await experts { _ in } == ["E1", "E2", "E3"])
      #expect(try await experts { $0.includeRetired = true } == ["E1", "E2", "E3", "E4"])
      #expect(try await experts { $0.country = "AT" }.count == 3)
      #expect(try await experts { $0.country = "DE" }.isEmpty)
      #expect(try await experts { $0.language = "de" }.count == 3)
      #expect(try await experts { $0.language = "d" }.isEmpty)
      #expect(try await experts { $0.label = "gold" }.isEmpty)
      #expect(try await experts { $0.sector = "energy" }.isEmpty)

      func audits(_ set: (inout Wire.ListAuditsRequest) -> Void) async throws -> [String] {
        try await client.call(Methods.listAudits, .with(set)).audits.map(\.id)
      }
      #expect(try await audits { $0.state = .admitted } == ["A1"])
      #expect(try await audits { $0.state = .submitted } == ["A2"])
      #expect(try await audits { $0.cluster = "C" } == ["A1", "A2"])
      #expect(try await audits { $0.cluster = "c" }.isEmpty)
      #expect(try await audits { $0.country = "AT" }.isEmpty)
      #expect(try await audits { $0.label = "silver" } == ["A1", "A2"])

      func organisations(
        _ set: (inout Wire.ListOrganisationsRequest) -> Void
      ) async throws -> [String] {
        try await client.call(Methods.listOrganisations, .with(set)).organisations.map(\.id)
      }
      #expect(try await organisations { $0.clusters = true } == ["C"])
      #expect(try await organisations { $0.group = "O" } == ["O", "P"])
      #expect(try await organisations { $0.group = "P" }.isEmpty)

      func interests(_ set: (inout Wire.ListInterestsRequest) -> Void) async throws -> [String] {
        try await client.call(Methods.listInterests, .with(set)).interests.map(\.id)
      }
      #expect(try await interests { _ in } == ["I1", "I2"])
      #expect(try await interests { $0.expert = "E1" } == ["I1"])
      #expect(try await interests { $0.organisation = "M1" } == ["I2"])

      for (expert, count) in [("", 1), ("E1", 1), ("E2", 1), ("E3", 0)] {
        let listed = try await client.call(Methods.listRelations, .with { $0.expert = expert })
        #expect(listed.relations.count == count, "\(expert)")
      }
      for (expert, count) in [("", 1), ("E1", 1), ("E2", 0)] {
        let listed = try await client.call(Methods.listAbsences, .with { $0.expert = expert })
        #expect(listed.absences.count == count, "\(expert)")
      }
    }
  }

  @Test("a ranking read page by page is the ranking read at once")
  func ranking() async throws {
    try await withServer { client in
      let bytes = try Input.optonet()
      _ = try await client.call(Methods.importProblem, .with { $0.problem = bytes })
      let whole = try await client.call(
        Methods.rankPanels,
        .with {
          $0.audit = LifeTests.audit
          $0.pageSize = 30
        })
      var panels: [Wire.RankedPanel] = []
      var token = ""
      for _ in 1...5 {
        let page = try await client.call(
          Methods.rankPanels,
          .with { [token] in
            $0.audit = LifeTests.audit
            $0.pageSize = 6
            $0.pageToken = token
          })
        panels += page.panels
        token = page.nextPageToken
      }
      #expect(panels == whole.panels)
      #expect(token == whole.nextPageToken)
    }
  }

  @Test("a read waits for no revision: it has it, or says that it is not there yet")
  func minRevision() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let newest = try await client.revision()
      for revision in [0, 1, newest] {
        let answer = try await client.call(
          Methods.listExperts, .with { $0.minRevision = revision })
        #expect(answer.revision == newest)
      }
      let details = await refusal(
        client, Methods.listExperts, .with { $0.minRevision = newest + 1 })
      #expect(details?.fieldViolations.map(\.place) == ["min_revision"])
    }
  }
}
