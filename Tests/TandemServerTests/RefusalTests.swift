import TandemClient
import TandemProtocol
import Testing

/// What is refused, with which code and which details.
@Suite struct RefusalTests {
  /// Expects that a call about a thing that is not there is refused so.
  private func expectMissing<Request: Message, Response: Answer>(
    _ client: TandemClient, _ method: Method<Request, Response>, _ kind: String,
    _ set: (inout Request) -> Void
  ) async {
    let details = await refusal(client, method, .with(set))
    #expect(details?.code == .notFound, "\(method.name)")
    #expect(details?.reason == "NOT_FOUND", "\(method.name)")
    #expect(
      details?.resource == .init(type: "tandem.v1.\(kind)", name: "nobody"), "\(method.name)")
  }

  @Test("a thing that is not there is named, with its kind")
  func notFound() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.revision()
      await expectMissing(client, Methods.getExpert, "Expert") { $0.id = "nobody" }
      await expectMissing(client, Methods.retireExpert, "Expert") { $0.id = "nobody" }
      await expectMissing(client, Methods.listAssignments, "Expert") { $0.expert = "nobody" }
      await expectMissing(client, Methods.updateExpert, "Expert") {
        $0.expert = .with { $0.id = "nobody" }
        $0.updateMask = .with { $0.paths = ["name"] }
      }
      await expectMissing(client, Methods.getOrganisation, "Organisation") { $0.id = "nobody" }
      await expectMissing(client, Methods.deleteOrganisation, "Organisation") { $0.id = "nobody" }
      await expectMissing(client, Methods.updateOrganisation, "Organisation") {
        $0.organisation = .with { $0.id = "nobody" }
        $0.updateMask = .with { $0.paths = ["name"] }
      }
      await expectMissing(client, Methods.getInterest, "Interest") { $0.id = "nobody" }
      await expectMissing(client, Methods.deleteInterest, "Interest") { $0.id = "nobody" }
      await expectMissing(client, Methods.updateInterest, "Interest") {
        $0.interest = .with { $0.id = "nobody" }
        $0.updateMask = .with { $0.paths = ["until"] }
      }
      await expectMissing(client, Methods.getRelation, "Relation") { $0.id = "nobody" }
      await expectMissing(client, Methods.deleteRelation, "Relation") { $0.id = "nobody" }
      await expectMissing(client, Methods.getAbsence, "Absence") { $0.id = "nobody" }
      await expectMissing(client, Methods.deleteAbsence, "Absence") { $0.id = "nobody" }
      await expectMissing(client, Methods.updateAbsence, "Absence") {
        $0.absence = .with { $0.id = "nobody" }
        $0.updateMask = .with { $0.paths = ["last_day"] }
      }
      await expectMissing(client, Methods.getAudit, "Audit") { $0.id = "nobody" }
      await expectMissing(client, Methods.admitAudit, "Audit") { $0.id = "nobody" }
      await expectMissing(client, Methods.withdrawAudit, "Audit") {
        $0.id = "nobody"
        $0.reason = "why"
      }
      await expectMissing(client, Methods.updateAudit, "Audit") {
        $0.audit = .with { $0.id = "nobody" }
        $0.updateMask = .with { $0.paths = ["remote"] }
      }
      await expectMissing(client, Methods.rankPanels, "Audit") { $0.audit = "nobody" }
      await expectMissing(client, Methods.checkPanel, "Audit") {
        $0.audit = "nobody"
        $0.experts = ["E1"]
        $0.start = .day(2023, 1, 9)
      }
      await expectMissing(client, Methods.assignPanel, "Audit") { $0.audit = "nobody" }
      await expectMissing(client, Methods.unassignPanel, "Audit") {
        $0.audit = "nobody"
        $0.reason = "why"
      }
      await expectMissing(client, Methods.pinPanel, "Audit") { $0.audit = "nobody" }
      await expectMissing(client, Methods.unpinPanel, "Audit") { $0.audit = "nobody" }
      await expectMissing(client, Methods.exportProblem, "Audit") { $0.audit = "nobody" }
      #expect(try await client.revision() == before)
    }
  }

  /// Expects that a thing whose id is taken is refused so.
  private func expectTaken<Request: Message, Response: Answer>(
    _ client: TandemClient, _ method: Method<Request, Response>, _ kind: String, _ id: String,
    _ set: (inout Request) -> Void
  ) async {
    let details = await refusal(client, method, .with(set))
    #expect(details?.code == .alreadyExists, "\(method.name)")
    #expect(details?.resource == .init(type: "tandem.v1.\(kind)", name: id), "\(method.name)")
  }

  @Test("an id that is taken is refused, and what has it stays as it is")
  func alreadyThere() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.revision()
      await expectTaken(client, Methods.createExpert, "Expert", "E1") { $0.expert = .sample("E1") }
      await expectTaken(client, Methods.submitAudit, "Audit", "A1") { $0.audit = .sample("A1") }
      await expectTaken(client, Methods.createOrganisation, "Organisation", "O") {
        $0.organisation = .with { $0.id = "O" }
      }
      await expectTaken(client, Methods.createInterest, "Interest", "I1") {
        $0.interest = .with {
          $0.id = "I1"
          $0.expert = "E2"
          $0.organisation = "O"
          $0.kind = "family"
        }
      }
      await expectTaken(client, Methods.createRelation, "Relation", "R1") {
        $0.relation = .with {
          $0.id = "R1"
          $0.experts = ["E3", "E4"]
        }
      }
      await expectTaken(client, Methods.createAbsence, "Absence", "B1") {
        $0.absence = .with {
          $0.id = "B1"
          $0.expert = "E2"
          $0.firstDay = .day(2023, 1, 1)
          $0.lastDay = .day(2023, 1, 1)
        }
      }
      #expect(try await client.revision() == before)
    }
  }

  @Test("what the state of an audit does not allow is a failed precondition that says why")
  func notNow() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let again = await refusal(client, Methods.admitAudit, .with { $0.id = "A1" })
      let pin = await refusal(client, Methods.pinPanel, .with { $0.audit = "A1" })
      _ = try await client.call(Methods.submitAudit, .with { $0.audit = .sample("A2") })
      let rank = await refusal(client, Methods.rankPanels, .with { $0.audit = "A2" })
      for details in [again, pin, rank] {
        #expect(details?.code == .failedPrecondition)
        #expect(details?.preconditionViolations.map(\.type) == ["STATE"])
      }
      #expect(rank?.message.contains("tandem audit admit A2") == true)
    }
  }

  @Test("an organisation that something names is not deleted")
  func namedOrganisation() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let details = await refusal(client, Methods.deleteOrganisation, .with { $0.id = "O" })
      #expect(details?.code == .failedPrecondition)
      #expect(details?.message.contains("interest I1") == true)
      _ = try await client.call(Methods.deleteInterest, .with { $0.id = "I1" })
      _ = try await client.call(Methods.deleteOrganisation, .with { $0.id = "O" })
    }
  }

  @Test("a way that is given twice is refused, for only one of its units could be meant")
  func repeatedLeg() async throws {
    try await withServer { client in
      let legs = [("AT", "DE", 1), ("DE", "AT", 1), ("AT", "DE", 2)]
      let details = await refusal(
        client, Methods.setTravel,
        .with {
          $0.legs = legs.map { home, country, units in
            .with {
              $0.home = home
              $0.country = country
              $0.units = units
            }
          }
        })
      #expect(details?.fieldViolations.map(\.place) == ["legs[2]"])
    }
  }

  @Test("a panel far too large is refused within what clients take of trailers")
  func hugePanel() async throws {
    try await withServer { client in
      let bytes = try Input.optonet()
      _ = try await client.call(Methods.importProblem, .with { $0.problem = bytes })
      let all = try await client.call(Methods.listExperts, .init())
      func assign(_ count: Int) async -> ErrorDetails? {
        await refusal(
          client, Methods.assignPanel,
          .with {
            $0.audit = LifeTests.audit
            $0.experts = all.experts.prefix(count).map(\.id)
            $0.start = .day(2023, 2, 8)
          })
      }
      let large = await assign(10)
      #expect(large?.code == .failedPrecondition)
      #expect(large?.preconditionViolations.map(\.type) == ["SIZE"])
      let larger = await assign(11)
      #expect(larger?.fieldViolations.map(\.place) == ["experts"])
    }
  }
}
