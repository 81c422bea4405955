import TandemClient
import TandemProtocol
import Testing

/// A change that breaks the panel of E1 and E3 on 2023-01-10, and one that mends it.
struct EffectChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rule: String
  let facts: [String: String]
  let happen: Write
  let mend: Write

  /// Sends a write, after setting how.
  typealias Write = @Sendable (TandemClient, Sending) async throws -> Sent

  /// How a write is sent.
  struct Sending: Sendable {
    var requestID = ""
    var isValidated = false

    func send<Request: WriteRequest, Response: WriteAnswer>(
      _ client: TandemClient, _ method: Method<Request, Response>, _ request: Request
    ) async throws -> Sent {
      var request = request
      request.requestID = requestID
      request.validateOnly = isValidated
      let answer = try await client.call(method, request)
      return Sent(revision: answer.revision, effects: answer.effects)
    }
  }

  /// What a write was answered.
  struct Sent: Hashable, Sendable {
    let revision: Int
    let effects: [Wire.PanelEffect]
  }

  static let all = [
    EffectChange(
      testDescription: "an interest", rule: "INTEREST",
      facts: ["organisation": "M2", "group": "M2", "kind": "membership", "member": "M2"],
      happen: { client, sending in
        try await sending.send(
          client, Methods.createInterest,
          .with {
            $0.interest = .with {
              $0.id = "I2"
              $0.expert = "E3"
              $0.organisation = "M2"
              $0.kind = "membership"
            }
          })
      },
      mend: { try await $1.send($0, Methods.deleteInterest, .with { $0.id = "I2" }) }),
    EffectChange(
      testDescription: "an absence", rule: "UNAVAILABLE",
      facts: ["from": "2023-01-10", "until": "2023-01-10"],
      happen: { client, sending in
        try await sending.send(
          client, Methods.createAbsence,
          .with {
            $0.absence = .with {
              $0.id = "B2"
              $0.expert = "E1"
              $0.firstDay = .day(2023, 1, 10)
              $0.lastDay = .day(2023, 1, 10)
            }
          })
      },
      mend: { try await $1.send($0, Methods.deleteAbsence, .with { $0.id = "B2" }) }),
    EffectChange(
      testDescription: "a relation", rule: "RELATED", facts: [:],
      happen: { client, sending in
        try await sending.send(
          client, Methods.createRelation,
          .with {
            $0.relation = .with {
              $0.id = "R2"
              $0.experts = ["E3", "E1"]
            }
          })
      },
      mend: { try await $1.send($0, Methods.deleteRelation, .with { $0.id = "R2" }) }),
    EffectChange(
      testDescription: "an accreditation", rule: "NOT_ACCREDITED", facts: ["label": "silver"],
      happen: { try await accredit(["bronze"], $0, $1) },
      mend: { try await accredit(["silver"], $0, $1) }),
    EffectChange(
      testDescription: "a group", rule: "INTEREST",
      facts: ["organisation": "O", "group": "M1", "kind": "employment", "member": "M1"],
      happen: { try await group("M1", $0, $1) }, mend: { try await group("", $0, $1) }),
    EffectChange(
      testDescription: "a policy", rule: "SAME_COUNTRY", facts: ["country": "AT"],
      happen: { try await sameCountry(.forbid, $0, $1) },
      mend: { try await sameCountry(.allow, $0, $1) }),
    EffectChange(
      testDescription: "a closure", rule: "WINDOW",
      facts: [
        "start": "2023-01-10", "days": "1", "reason": "closure", "day": "2023-01-10",
        "country": "DE",
      ],
      happen: { try await close([.day(2023, 1, 6), .day(2023, 1, 10)], $0, $1) },
      mend: { try await close([.day(2023, 1, 6)], $0, $1) }),
    EffectChange(
      testDescription: "an objection", rule: "OBJECTION",
      facts: ["cluster": "C", "stated_by": "local", "stated_on": "2022-11-15"],
      happen: { try await object(["E3", "E4"], $0, $1) },
      mend: { try await object(["E4"], $0, $1) }),
  ]

  private static func accredit(
    _ labels: [String], _ client: TandemClient, _ sending: Sending
  ) async throws -> Sent {
    let read = try await client.call(Methods.getExpert, .with { $0.id = "E1" })
    return try await sending.send(
      client, Methods.updateExpert,
      .with {
        $0.expert = .with {
          $0.id = "E1"
          $0.accredited = labels
        }
        $0.updateMask = .with { $0.paths = ["accredited"] }
        $0.revision = read.expert?.revision ?? 0
      })
  }

  private static func group(
    _ group: String, _ client: TandemClient, _ sending: Sending
  ) async throws -> Sent {
    let read = try await client.call(Methods.getOrganisation, .with { $0.id = "O" })
    return try await sending.send(
      client, Methods.updateOrganisation,
      .with {
        $0.organisation = .with {
          $0.id = "O"
          $0.group = group
        }
        $0.updateMask = .with { $0.paths = ["group"] }
        $0.revision = read.organisation?.revision ?? 0
      })
  }

  private static func sameCountry(
    _ answer: Wire.SameCountry, _ client: TandemClient, _ sending: Sending
  ) async throws -> Sent {
    let read = try await client.call(Methods.getPolicy, .init())
    var policy = try #require(read.policy)
    policy.sameCountry = answer
    return try await sending.send(
      client, Methods.setPolicy,
      .with { [policy] in
        $0.policy = policy
        $0.revision = read.revision
        $0.note = "a test"
      })
  }

  private static func close(
    _ days: [Wire.Date], _ client: TandemClient, _ sending: Sending
  ) async throws -> Sent {
    try await sending.send(
      client, Methods.setClosures,
      .with {
        $0.country = "DE"
        $0.days = days
      })
  }

  private static func object(
    _ experts: [String], _ client: TandemClient, _ sending: Sending
  ) async throws -> Sent {
    let audit = try await client.audit()
    return try await sending.send(
      client, Methods.updateAudit,
      .with {
        $0.audit = .with {
          $0.id = "A1"
          $0.objections = experts
        }
        $0.updateMask = .with { $0.paths = ["objections"] }
        $0.revision = audit.revision
      })
  }
}
