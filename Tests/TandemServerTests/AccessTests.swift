import GRPCCore
import TandemProtocol
import Testing

@testable import TandemServer

/// Who may call what, on whose data.
@Suite struct AccessTests {
  @Test("a role that the table does not name may not call, and one that it names gets past that")
  func table() async throws {
    try await AccessNetwork.serving { client in
      for (role, name) in AccessNetwork.names {
        for method in Methods.all {
          let answer = try await client.by(name).call(method.path, [])
          let isDenied = answer.code == .permissionDenied
          #expect(isDenied == (method.callers[role] == nil), "\(role) \(method.name)")
          #expect(answer.code != .unauthenticated, "\(role) \(method.name)")
          guard isDenied else { continue }
          #expect(answer.details?.message.contains("one of the role coordinator") == true)
        }
      }
    }
  }

  @Test("every method has a handler, and no caller is let in without a token")
  func everyMethod() async throws {
    try await AccessNetwork.serving { client in
      for method in Methods.all {
        let answer = try await client.call(method.path, [])
        #expect(answer.code == .unauthenticated, "\(method.name)")
        #expect(answer.details?.reason == "TOKEN_MISSING", "\(method.name)")
      }
    }
  }

  @Test(
    "a token that does not hold is refused, and the reason is for its holder only",
    arguments: [
      ("gone", "TOKEN_REVOKED"), ("old", "TOKEN_EXPIRED"),
      ("tdm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "TOKEN_UNKNOWN"), ("x", "TOKEN_UNKNOWN"),
      ("a b", "TOKEN_MALFORMED"),
    ])
  func refused(name: String, reason: String) async throws {
    try await AccessNetwork.serving(on: "2022-11-17") { client in
      let answer = try await client.by(name).call(Methods.getServerInfo) { _ in }
      #expect(answer.code == .unauthenticated)
      #expect(answer.details?.reason == reason)
      #expect(answer.details?.message.contains("tdm_A") == false)
    }
  }

  @Test("a header that is not one bearer token is refused")
  func malformed() async throws {
    try await AccessNetwork.serving { client in
      let secret = AccessNetwork.secrets["clara"]?.text ?? ""
      for value in ["Basic \(secret)", secret, "Bearer", "Bearer \(secret) \(secret)"] {
        var other = client
        other.metadata = ["authorization": "\(value)"]
        let answer = try await other.call(Methods.getServerInfo) { _ in }
        #expect(answer.code == .unauthenticated, "\(value.prefix(6))")
      }
      var twice = client.by("clara")
      twice.metadata.addString("Bearer \(secret)", forKey: "authorization")
      #expect(try await twice.call(Methods.getServerInfo) { _ in }.code == .unauthenticated)
      var lower = client
      lower.metadata = ["authorization": "bearer  \(secret)"]
      #expect(try await lower.call(Methods.getServerInfo) { _ in }.code == nil)
    }
  }

  @Test("the table's calls on own things are all tried here")
  func complete() {
    let own = Methods.all.filter { $0.callers.values.contains(.own) }.map(\.name)
    #expect(Set(own) == Set(OwnThing.cases.keys).union(OwnThing.others))
  }

  @Test(
    "a foreign thing is answered as one that is not there; an own one, and any to a coordinator, is"
  )
  func ownership() async throws {
    for (name, test) in OwnThing.cases {
      try await AccessNetwork.serving { client in
        let caller = client.by(test.caller)
        let foreign = try await test.call(caller, test.foreign)
        let unknown = try await test.call(caller, "Z9")
        #expect(foreign.code == .notFound && unknown.code == .notFound, "\(name)")
        #expect(
          foreign.details?.message.replacing(test.foreign, with: "Z9") == unknown.details?.message,
          "\(name)")
        let own = try await test.call(caller, test.own)
        #expect(own.code == nil, "\(name): \(own.details?.message ?? "")")
      }
    }
  }

  @Test("an expert changes and takes back what they recorded themselves, nothing that others did")
  func recorded() async throws {
    try await AccessNetwork.serving { client in
      let before = try await client.by("e1").call(Methods.getServerInfo) { _ in }.revision
      for (name, id) in [
        ("UpdateInterest", "I1"), ("DeleteInterest", "I1"), ("DeleteRelation", "R1"),
        ("UpdateAbsence", "B1"), ("DeleteAbsence", "B1"),
      ] {
        let test = try #require(OwnThing.cases[name])
        let answer = try await test.call(client.by("e1"), id)
        #expect(answer.code == .permissionDenied, "\(name)")
        #expect(answer.details?.message.contains("ask the coordinator") == true, "\(name)")
      }
      #expect(try await client.by("e1").call(Methods.getServerInfo) { _ in }.revision == before)
      // What the coordinator has changed is the coordinator's from then on.
      let changed = try await client.by("clara").call(Methods.updateInterest) {
        $0.interest = .with {
          $0.id = "I5"
          $0.kind = "ownership"
        }
        $0.updateMask = .with { $0.paths = ["kind"] }
        $0.revision = 26
      }
      #expect(changed.code == nil)
      let deleted = try await client.by("e1").call(Methods.deleteInterest) { $0.id = "I5" }
      #expect(deleted.code == .permissionDenied)
    }
  }

  @Test("what an expert recorded by one token is theirs by their next one too")
  func nextToken() async throws {
    try await AccessNetwork.serving { client in
      let token = try await client.by("clara").answer(Methods.createToken) {
        $0.token = .with {
          $0.id = "e1-laptop"
          $0.role = .expert
          $0.expert = "E1"
        }
      }
      let laptop = client.by(token.secret)
      #expect(try await laptop.call(Methods.deleteInterest) { $0.id = "I5" }.code == nil)
      let other = try await laptop.call(Methods.deleteInterest) { $0.id = "I1" }
      #expect(other.code == .permissionDenied)
    }
  }

  @Test("lists hold what is the caller's own")
  func lists() async throws {
    try await AccessNetwork.serving { client in
      let (expert, partner) = (client.by("e1"), client.by("c-tool"))
      func decoded<Answer: Message>(_ type: Answer.Type, _ answer: RawClient.Answer) throws
        -> Answer
      {
        try answer.bytes.withUnsafeBytes {
          try Codec.decode(Answer.self, from: $0, limits: .answer, unknownEnumValues: .unspecified)
        }
      }
      let interests = try decoded(
        Wire.ListInterestsResponse.self, try await expert.call(Methods.listInterests) { _ in })
      #expect(interests.interests.map(\.id) == ["I1", "I5"])
      let relations = try decoded(
        Wire.ListRelationsResponse.self, try await expert.call(Methods.listRelations) { _ in })
      #expect(relations.relations.map(\.id) == ["R1", "R5"])
      let absences = try decoded(
        Wire.ListAbsencesResponse.self, try await expert.call(Methods.listAbsences) { _ in })
      #expect(absences.absences.map(\.id) == ["B1", "B5"])
      let audits = try decoded(
        Wire.ListAuditsResponse.self, try await partner.call(Methods.listAudits) { _ in })
      #expect(audits.audits.map(\.id) == ["A1", "A3"])
      #expect(audits.audits.allSatisfy { $0.panel == nil && $0.priority == 0 })
    }
  }

  @Test("nobody speaks for others, nor says what is not theirs to say")
  func speaks() async throws {
    try await AccessNetwork.serving { client in
      let (expert, partner) = (client.by("e1"), client.by("c-tool"))
      func expectDenied(_ answer: RawClient.Answer, _ what: Comment) {
        #expect(answer.code == .permissionDenied, what)
      }
      let interest = { (id: String) in
        try await expert.call(Methods.createInterest) {
          $0.interest = .with {
            $0.expert = id
            $0.organisation = "O"
            $0.kind = "family"
          }
        }
      }
      expectDenied(try await interest("E3"), "an interest of another")
      #expect(try await interest("E1").code == nil)
      expectDenied(
        try await expert.call(Methods.createRelation) {
          $0.relation = .with { $0.experts = ["E3", "E2"] }
        }, "a relation of others")
      expectDenied(
        try await expert.call(Methods.createAbsence) {
          $0.absence = .with {
            $0.expert = "E3"
            $0.firstDay = .day(2023, 6, 1)
            $0.lastDay = .day(2023, 6, 2)
          }
        }, "an absence of another")
      for field in ["accredited", "lead", "opening_load"] {
        expectDenied(
          try await expert.call(Methods.updateExpert) {
            $0.expert = .with {
              $0.id = "E1"
              $0.accredited = ["gold"]
            }
            $0.updateMask = .with { $0.paths = [field] }
            $0.revision = 2
          }, "\(field)")
      }
      var audit = Wire.Audit.sample("")
      audit.cluster = "D"
      expectDenied(
        try await partner.call(Methods.submitAudit) { [audit] in $0.audit = audit },
        "another cluster")
      audit.cluster = "C"
      audit.priority = 9
      audit.recusals = ["E3"]
      let said = try await partner.call(Methods.submitAudit) { [audit] in $0.audit = audit }
      #expect(said.details?.fieldViolations.map(\.place) == ["audit.priority", "audit.recusals"])
      let moved = try await partner.call(Methods.updateAudit) {
        $0.audit = .with {
          $0.id = "A3"
          $0.cluster = "D"
        }
        $0.updateMask = .with { $0.paths = ["cluster"] }
        $0.revision = 17
      }
      #expect(moved.details?.fieldViolations.map(\.place) == ["audit.cluster"])
    }
  }

  @Test("nobody learns from what they say of an expert whether there is such a one")
  func unknownExperts() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      func submitted(_ caller: RawClient, _ expert: String) async throws -> RawClient.Answer {
        try await caller.call(Methods.submitAudit) {
          $0.audit = .sample("")
          $0.audit?.objections = [expert]
          $0.validateOnly = true
        }
      }
      func updated(_ caller: RawClient, _ expert: String) async throws -> RawClient.Answer {
        try await caller.call(Methods.updateAudit) {
          $0.audit = .with {
            $0.id = "A3"
            $0.objections = [expert]
          }
          $0.updateMask = .with { $0.paths = ["objections"] }
          $0.revision = 17
          $0.validateOnly = true
        }
      }
      func related(_ caller: RawClient, _ expert: String) async throws -> RawClient.Answer {
        try await caller.call(Methods.createRelation) {
          $0.relation = .with { $0.experts = ["E1", expert] }
          $0.requestID = "one"
          $0.validateOnly = true
        }
      }
      for (caller, call) in [
        (partner, submitted), (partner, updated), (client.by("e1"), related),
      ] {
        let (known, unknown) = (try await call(caller, "E3"), try await call(caller, "Z9"))
        #expect(known.code == nil && unknown.code == nil)
        let (read, other) = (Array("E3".utf8), Array("Z9".utf8))
        #expect(known.bytes.replacing(read, with: other) == unknown.bytes)
        // Whoever knows them all is told of a slip.
        let (fit, slip) = (try await call(coordinator, "E3"), try await call(coordinator, "Z9"))
        #expect(fit.code == nil)
        #expect(slip.code == .invalidArgument && slip.details?.message.contains("Z9") == true)
      }
    }
  }

  @Test(
    "what was said of an unknown expert is left out of what is planned, and counts once they are there"
  )
  func laterKnown() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      let audit = try await partner.answer(Methods.submitAudit) {
        $0.audit = .sample("")
        $0.audit?.objections = ["Z9"]
      }.audit
      let id = try #require(audit?.id)
      #expect(audit?.objections == ["Z9"])
      _ = try await client.by("e1").answer(Methods.createRelation) {
        $0.relation = .with { $0.experts = ["E1", "Z9"] }
      }
      _ = try await coordinator.answer(Methods.admitAudit) { $0.id = id }
      let before = try await coordinator.answer(Methods.exportProblem) { $0.audit = id }
      #expect(
        before.leftOut.filter { $0.hasPrefix("Z9 is not known") } == [
          "Z9 is not known; left out: an objection to \(id)",
          "Z9 is not known; left out: a relation",
        ])
      #expect(!String(decoding: before.problem, as: UTF8.self).contains("Z9"))
      _ = try await coordinator.answer(Methods.createExpert) { $0.expert = .sample("Z9") }
      let barred = try await coordinator.answer(Methods.checkPanel) {
        $0.audit = id
        $0.start = .day(2023, 1, 10)
        $0.experts = ["E1", "Z9"]
      }
      let rules = Set(barred.breaches.map(\.rule))
      #expect(rules.isSuperset(of: ["OBJECTION", "RELATED"]), "\(rules)")
    }
  }
}
