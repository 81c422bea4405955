import TandemProtocol

@testable import TandemServer

/// A call on a thing by its id: the caller's own, somebody else's, and one that is not there.
struct OwnThing: Sendable {
  let caller: String
  let own: String
  let foreign: String
  let call: @Sendable (RawClient, String) async throws -> RawClient.Answer

  /// Every call of the table that reaches a role's own things and names one of them.
  static let cases: [String: OwnThing] = [
    "GetExpert": OwnThing(caller: "e1", own: "E1", foreign: "E3") { client, id in
      try await client.call(Methods.getExpert) { $0.id = id }
    },
    "UpdateExpert": OwnThing(caller: "e1", own: "E1", foreign: "E3") { client, id in
      try await client.call(Methods.updateExpert) {
        $0.expert = .with {
          $0.id = id
          $0.sectors = ["water"]
        }
        $0.updateMask = .with { $0.paths = ["sectors"] }
        $0.revision = 2
      }
    },
    "GetInterest": OwnThing(caller: "e1", own: "I5", foreign: "I3") { client, id in
      try await client.call(Methods.getInterest) { $0.id = id }
    },
    "UpdateInterest": OwnThing(caller: "e1", own: "I5", foreign: "I3") { client, id in
      try await client.call(Methods.updateInterest) {
        $0.interest = .with {
          $0.id = id
          $0.kind = "family"
        }
        $0.updateMask = .with { $0.paths = ["kind"] }
        $0.revision = 26
      }
    },
    "DeleteInterest": OwnThing(caller: "e1", own: "I5", foreign: "I3") { client, id in
      try await client.call(Methods.deleteInterest) { $0.id = id }
    },
    "GetRelation": OwnThing(caller: "e1", own: "R5", foreign: "R3") { client, id in
      try await client.call(Methods.getRelation) { $0.id = id }
    },
    "DeleteRelation": OwnThing(caller: "e1", own: "R5", foreign: "R3") { client, id in
      try await client.call(Methods.deleteRelation) { $0.id = id }
    },
    "GetAbsence": OwnThing(caller: "e1", own: "B5", foreign: "B3") { client, id in
      try await client.call(Methods.getAbsence) { $0.id = id }
    },
    "UpdateAbsence": OwnThing(caller: "e1", own: "B5", foreign: "B3") { client, id in
      try await client.call(Methods.updateAbsence) {
        $0.absence = .with {
          $0.id = id
          $0.lastDay = .day(2023, 6, 9)
        }
        $0.updateMask = .with { $0.paths = ["last_day"] }
        $0.revision = 28
      }
    },
    "DeleteAbsence": OwnThing(caller: "e1", own: "B5", foreign: "B3") { client, id in
      try await client.call(Methods.deleteAbsence) { $0.id = id }
    },
    "ListAssignments": OwnThing(caller: "e1", own: "E1", foreign: "E3") { client, id in
      try await client.call(Methods.listAssignments) { $0.expert = id }
    },
    "DeclareInterests": OwnThing(caller: "e1", own: "E1", foreign: "E3") { client, id in
      try await client.call(Methods.declareInterests) { $0.expert = id }
    },
    "ListOpenAudits": OwnThing(caller: "e1", own: "E1", foreign: "E3") { client, id in
      try await client.call(Methods.listOpenAudits) { $0.expert = id }
    },
    "RecuseExpert": OwnThing(caller: "e1", own: "A1", foreign: "A3") { client, id in
      try await client.call(Methods.recuseExpert) {
        $0.audit = id
        $0.expert = "E1"
        $0.reason = "a test"
      }
    },
    "GetAudit": OwnThing(caller: "c-tool", own: "A1", foreign: "A2") { client, id in
      try await client.call(Methods.getAudit) { $0.id = id }
    },
    "UpdateAudit": OwnThing(caller: "c-tool", own: "A3", foreign: "A2") { client, id in
      try await client.call(Methods.updateAudit) {
        $0.audit = .with {
          $0.id = id
          $0.sectors = ["water"]
        }
        $0.updateMask = .with { $0.paths = ["sectors"] }
        $0.revision = 17
      }
    },
    "Watch": OwnThing(caller: "c-tool", own: "A1", foreign: "A2") { client, id in
      try await client.call(
        Methods.watch.path, Codec.encode(Wire.WatchRequest.with { $0.audits = [id] }))
    },
    "WithdrawAudit": OwnThing(caller: "c-tool", own: "A3", foreign: "A2") { client, id in
      try await client.call(Methods.withdrawAudit) {
        $0.id = id
        $0.reason = "a test"
      }
    },
  ]

  /// Calls that reach a role's own things and name none that is there.
  static let others: Set = [
    "CreateInterest", "CreateRelation", "CreateAbsence", "SubmitAudit", "ListInterests",
    "ListRelations", "ListAbsences", "ListAudits",
    // Each at its step of the way, by ``AuditLifeTests``.
    "AcceptInvitation", "DeclineInvitation", "FileReport", "ObjectToExpert",
    // By BidTests.
    "PlaceBid",
  ]
}
