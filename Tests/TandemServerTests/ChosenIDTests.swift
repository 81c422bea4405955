import TandemProtocol
import Testing

/// Whose ids things have: the coordinator's or the server's; and what partners call their audits instead.
@Suite struct ChosenIDTests {
  @Test("an id that somebody else than a coordinator chooses is refused the same, taken or not")
  func refused() async throws {
    try await AccessNetwork.serving { client in
      let (expert, partner) = (client.by("e1"), client.by("c-tool"))
      func expectSame(
        _ place: String, taken: [String], _ create: (String, Bool) async throws -> RawClient.Answer
      ) async throws {
        for validateOnly in [false, true] {
          let free = try await create("Z9", validateOnly)
          #expect(free.code == .invalidArgument)
          #expect(free.details?.fieldViolations.map(\.place) == [place])
          #expect(free.details?.fieldViolations.first?.reason.contains("leave it out") == true)
          for id in taken {
            #expect(try await create(id, validateOnly).details == free.details, "\(place) \(id)")
          }
        }
      }
      try await expectSame("interest.id", taken: ["I1", "I3"]) { id, validateOnly in
        try await expert.call(Methods.createInterest) {
          $0.validateOnly = validateOnly
          $0.interest = .with {
            $0.id = id
            $0.expert = "E1"
            $0.organisation = "O"
            $0.kind = "family"
          }
        }
      }
      try await expectSame("relation.id", taken: ["R1", "R3"]) { id, validateOnly in
        try await expert.call(Methods.createRelation) {
          $0.validateOnly = validateOnly
          $0.relation = .with {
            $0.id = id
            $0.experts = ["E1", "E4"]
          }
        }
      }
      try await expectSame("absence.id", taken: ["B1", "B3"]) { id, validateOnly in
        try await expert.call(Methods.createAbsence) {
          $0.validateOnly = validateOnly
          $0.absence = .with {
            $0.id = id
            $0.expert = "E1"
            $0.firstDay = .day(2023, 6, 1)
            $0.lastDay = .day(2023, 6, 2)
          }
        }
      }
      try await expectSame("audit.id", taken: ["A1", "A2"]) { id, validateOnly in
        try await partner.call(Methods.submitAudit) {
          $0.validateOnly = validateOnly
          $0.audit = .sample(id)
        }
      }
    }
  }

  @Test("an audit that nobody names gets the year and the next number of it, and keeps it")
  func numbers() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      func submit(_ caller: RawClient, _ id: String = "", as request: String = "") async throws
        -> String
      {
        try await caller.answer(Methods.submitAudit) {
          $0.requestID = request
          $0.audit = .sample(id)
        }.audit?.id ?? ""
      }
      let ids = [
        try await submit(partner, as: "once"), try await submit(coordinator),
        try await submit(coordinator, "2022-0004"), try await submit(partner),
        try await submit(partner, as: "once"),
      ]
      #expect(ids == ["2022-0001", "2022-0002", "2022-0004", "2022-0005", "2022-0001"])
    }
  }

  @Test(
    "a reference names one audit of whoever submitted it, and is theirs and the coordinator's to see"
  )
  func reference() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      let other = try await client.partner("other-tool")
      let submit: @Sendable (RawClient, Bool) async throws -> RawClient.Answer = {
        try await $0.call(Methods.submitAudit) { [validateOnly = $1] in
          $0.validateOnly = validateOnly
          $0.audit = .sample("")
          $0.audit?.reference = "jena-17"
        }
      }
      func called(_ caller: RawClient) async throws -> [String] {
        try await caller.answer(Methods.listAudits) { $0.reference = "jena-17" }.audits.map(\.id)
      }
      #expect(try await submit(partner, false).code == nil)
      for validateOnly in [false, true] {
        let again = try await submit(partner, validateOnly)
        #expect(again.code == .alreadyExists)
        #expect(again.details?.reason == "REFERENCE_TAKEN")
        #expect(again.details?.resource?.name == "2022-0001")
      }
      #expect(try await submit(other, false).code == nil)
      #expect(try await called(partner) == ["2022-0001"])
      #expect(try await called(other) == ["2022-0002"])
      #expect(try await called(coordinator) == ["2022-0001", "2022-0002"])
      let foreign = try await other.answer(Methods.getAudit) { $0.id = "2022-0001" }
      #expect(foreign.audit?.reference == "")
      let own = try await partner.answer(Methods.getAudit) { $0.id = "2022-0001" }
      #expect(own.audit?.reference == "jena-17")
      let changed = try await partner.call(Methods.updateAudit) {
        $0.audit = .with {
          $0.id = "2022-0001"
          $0.reference = "jena-18"
        }
        $0.updateMask = .with { $0.paths = ["reference"] }
        $0.revision = own.audit?.revision ?? 0
      }
      #expect(changed.code == .invalidArgument)
    }
  }
}
