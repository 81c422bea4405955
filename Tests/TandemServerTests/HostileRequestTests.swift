import TandemProtocol
import Testing

/// What no client of ours sends, sent to every call.
@Suite struct HostileRequestTests {
  /// Where each call finds fault when every text is "!", every number -1, every date missing its
  /// parts and every list two equal entries; nothing where it answers all the same.
  static let faults: [String: Set<String>] = [
    "GetServerInfo": [],
    "VerifyJournal": ["expect_revision", "expect_hash"],
    "SubmitAudit": [
      "audit.id", "audit.cluster", "audit.country", "audit.languages[0]", "audit.languages[1]",
      "audit.members[0]", "audit.members[1]", "audit.sectors[1]", "audit.earliest", "audit.latest",
      "audit.preferred", "audit.priority", "audit.objections[0]", "audit.objections[1]",
      "audit.recusals[0]", "audit.recusals[1]", "audit.bids[0].expert", "audit.bids[0].bid",
      "audit.bids[1].expert", "audit.bids[1].bid", "audit.contact.email", "audit.reference",
      "member_names[0].country",
      "member_names[0].identifiers[0].kind",
      "member_names[0].identifiers[1].kind",
      "member_names[0].domains[0]",
      "member_names[0].domains[1]",
      "member_names[1].country",
      "member_names[1].identifiers[0].kind",
      "member_names[1].identifiers[1].kind",
      "member_names[1].domains[0]",
      "member_names[1].domains[1]",
    ],
    "GetAudit": ["id"],
    "ListAudits": ["page_size", "page_token"],
    "AdmitAudit": ["id"],
    "UpdateAudit": ["audit.id"],
    "WithdrawAudit": ["id"],
    "ListAssignments": ["from", "expert"],
    "RankPanels": ["audit", "what_if[0]", "what_if[1]"],
    "Explain": [
      "audit", "question", "experts[0]", "experts[1]", "start", "relaxations", "what_if[0]",
      "what_if[1]",
    ],
    "ListBrokenPanels": ["on"],
    "GrantWaiver": [
      "audit", "waiver.rule", "waiver.experts[0]", "waiver.experts[1]", "until",
    ],
    "RevokeWaiver": ["audit", "waiver.rule", "waiver.experts[0]", "waiver.experts[1]"],
    "ExportRecord": ["audit"],
    "Plan": ["audits[0]", "audits[1]", "seconds", "what_if[0]", "what_if[1]"],
    "StopPlan": ["planning"],
    "PublishPlan": ["audits[0]", "audits[1]", "made_from", "planned_on"],
    "ListPublishedPlans": ["page_size", "page_token"],
    "GetPublishedPlan": ["published"],
    "CreateToken": ["token.id", "token.role", "token.expert", "token.clusters", "token.until"],
    "ListTokens": ["page_size", "page_token"],
    "RotateToken": ["id", "until"],
    "RevokeToken": ["id"],
    "CheckPanel": ["audit", "experts[0]", "experts[1]", "start"],
    "AssignPanel": ["audit", "experts[0]", "experts[1]", "start"],
    "UnassignPanel": ["audit"],
    "ChangePanel": ["audit", "experts[0]", "experts[1]", "start"],
    "ListReplacements": ["audit"],
    "AnnouncePanel": ["audit"],
    "InviteExperts": ["audit"],
    "CancelAudit": ["id"],
    "ObjectToExpert": ["id", "expert"],
    "HoldAudit": ["id"],
    "ListDue": ["on", "days"],
    "ListLabels": ["on", "due_by"],
    "Watch": ["after", "kinds[0]", "kinds[1]", "audits[0]", "audits[1]", "heartbeat_seconds"],
    "RecordLabel": ["cluster", "awarded"],
    "DecideAudit": ["id"],
    "AcceptInvitation": ["audit", "expert", "declaration_version"],
    "DeclineInvitation": [
      "audit", "expert", "cause", "interest.id", "interest.expert", "interest.organisation",
      "interest.until", "organisation.country", "organisation.domains[0]",
      "organisation.domains[1]", "organisation.identifiers[0].kind",
      "organisation.identifiers[1].kind",
    ],
    "RecuseExpert": ["audit", "expert"],
    "FileReport": [
      "audit", "expert", "report.scores[0].percent", "report.scores[1].percent",
    ],
    "PinPanel": ["audit"],
    "UnpinPanel": ["audit"],
    "ExportProblem": ["audit"],
    "CreateExpert": [
      "expert.id", "expert.email", "expert.country", "expert.languages[0].language",
      "expert.languages[0].level", "expert.languages[1].language", "expert.languages[1].level",
      "expert.accredited[1]", "expert.lead[1]", "expert.sectors[1]", "expert.max_audits",
      "expert.opening_load",
    ],
    "GetExpert": ["id"],
    "ListExperts": ["page_size", "page_token"],
    "UpdateExpert": ["expert.id"],
    "RetireExpert": ["id"],
    "CreateOrganisation": [
      "organisation.id", "organisation.group", "organisation.members[0]", "organisation.members[1]",
      "organisation.language", "organisation.other_names[0].language",
      "organisation.other_names[1].language", "organisation.former_names[0].language",
      "organisation.former_names[1].language", "organisation.group_date",
      "organisation.country",
      "organisation.identifiers[0].kind",
      "organisation.identifiers[1].kind",
      "organisation.domains[0]",
      "organisation.domains[1]",
    ],
    "GetOrganisation": ["id"],
    "ListOrganisations": ["page_size", "page_token"],
    "UpdateOrganisation": ["organisation.id"],
    "DeleteOrganisation": ["id"],
    "ListDoubts": ["organisation"],
    "MergeOrganisation": ["id", "into"],
    "SplitOrganisation": ["id"],
    "DistinguishOrganisations": ["one", "other"],
    "ListExpertDoubts": ["expert"],
    "MergeExpert": ["id", "into"],
    "DistinguishExperts": ["one", "other"],
    "CreateInterest": [
      "interest.id", "interest.expert", "interest.organisation", "interest.until",
      "organisation.country",
      "organisation.identifiers[0].kind",
      "organisation.identifiers[1].kind",
      "organisation.domains[0]",
      "organisation.domains[1]",
    ],
    "GetInterest": ["id"],
    "ListInterests": ["page_size", "page_token"],
    "UpdateInterest": ["interest.id"],
    "DeleteInterest": ["id"],
    "CreateRelation": ["relation.id", "relation.experts[0]", "relation.experts[1]"],
    "GetRelation": ["id"],
    "ListRelations": ["page_size", "page_token"],
    "DeleteRelation": ["id"],
    "CreateAbsence": ["absence.id", "absence.expert", "absence.first_day", "absence.last_day"],
    "GetAbsence": ["id"],
    "ListAbsences": ["page_size", "page_token"],
    "UpdateAbsence": ["absence.id"],
    "DeleteAbsence": ["id"],
    "ImportProblem": ["problem"],
    "ImportRows": ["rows[0]", "rows[1]"],
    "DeclareInterests": ["expert"],
    "ListOpenAudits": ["expert"],
    "PlaceBid": ["audit", "expert", "bid"],
    "GetPolicy": ["version"],
    "ListPolicyVersions": ["page_size", "page_token"],
    "SetPolicy": [
      "policy.labels[0].panel", "policy.labels[0].days", "policy.labels[0].renewal_days",
      "policy.labels[0].level", "policy.labels[0].nationals_most",
      "policy.labels[0].nationals_least", "policy.labels[1].panel", "policy.labels[1].days",
      "policy.labels[1].renewal_days", "policy.labels[1].level", "policy.labels[1].nationals_most",
      "policy.labels[1].nationals_least", "policy.same_country", "policy.cooling_off[0].days",
      "policy.cooling_off[1].days", "policy.rotation.audits", "policy.rotation.days",
      "policy.repeat_pair_days", "policy.rest_days", "policy.costs.language_rank",
      "policy.costs.language_level", "policy.costs.travel", "policy.costs.sector",
      "policy.costs.bid", "policy.costs.home_country", "policy.costs.same_country",
      "policy.costs.repeat_pair", "policy.costs.load", "policy.costs.date", "policy.costs.change",
      "policy.costs.move", "policy.scheme.objection_days", "policy.scheme.answer_days",
      "policy.scheme.questionnaire_days", "policy.scheme.declaration.version",
      "policy.scheme.areas[1]", "policy.scheme.thresholds[0].percent",
      "policy.scheme.thresholds[1].percent", "policy.scheme.label_months",
      "policy.scheme.renewal_months", "policy.scheme.interest_days",
      "policy.scheme.preconditions[0].times", "policy.scheme.preconditions[1].times",
      "policy.scheme.time_zone",
    ],
    "GetTravel": [],
    "SetTravel": [
      "legs[0].home", "legs[0].country", "legs[0].units", "legs[1].home", "legs[1].country",
      "legs[1].units",
    ],
    "GetClosures": ["country"],
    "SetClosures": ["days[0]", "days[1]", "country"],
  ]

  @Test("every call names all that is wrong with its fields at once, and stores nothing")
  func badValues() async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        for method in Methods.all {
          let expected = try #require(Self.faults[method.name], "no row for \(method.name)")
          let request = Spoiler(text: "!", integer: -1).message(method.messages.request)
          let answer = try await client.call(method.path, Codec.encode(request))
          let found = answer.details?.fieldViolations.map(\.place) ?? []
          #expect(Set(found) == expected, "\(method.name)")
          #expect(answer.code == (expected.isEmpty ? nil : .invalidArgument), "\(method.name)")
          #expect(answer.details?.metadata[ErrorDetails.leftOut] == nil, "\(method.name)")
        }
        #expect(try await client.revision() == 0)
      }
    }
  }

  @Test(
    "a timeout that is none is passed over, whoever sends it",
    arguments: [
      "-1S", "9223372036854775807H", "99999999999999999999n", "+5S", "5", "1X", "S", "", "-0S",
      "1 S", "९S",
    ])
  func timeouts(timeout: String) async throws {
    try await AccessNetwork.serving { client in
      for var caller in [client, client.by("watcher")] {
        caller.metadata.addString(timeout, forKey: "grpc-timeout")
        let answer = try await caller.call(Methods.getServerInfo.path, [])
        #expect(answer.code == (caller.isNobody ? .unauthenticated : nil))
      }
    }
  }

  @Test("a NUL in any text of any call is refused", arguments: ["a\u{0}b", "\u{0}", "a\nb"])
  func controlCharacters(text: String) async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        let textless: Set = ["GetServerInfo", "GetPolicy", "GetTravel", "GetPublishedPlan"]
        for method in Methods.all where !textless.contains(method.name) {
          let request = Spoiler(text: text, integer: 0).message(method.messages.request)
          let answer = try await client.call(method.path, Codec.encode(request))
          #expect(answer.code == .invalidArgument, "\(method.name)")
          let faults = answer.details?.fieldViolations ?? []
          #expect(
            !faults.isEmpty && faults.allSatisfy { $0.reason.contains("control") },
            "\(method.name): \(faults)")
        }
        #expect(try await client.revision() == 0)
      }
    }
  }

  @Test(
    "bytes that are no such message are refused with a code and details",
    arguments: [
      // Field 7, an enum, is 99.
      (Methods.listAudits.path, [0x38, 99], "state"),
      // The policy's field 2, an enum, is 99.
      (Methods.setPolicy.path, [0x1A, 2, 0x10, 99], "policy.same_country"),
      // The id is not UTF-8.
      (Methods.getExpert.path, [0x12, 1, 0xFF], "id"),
      // The id is longer than the message.
      (Methods.getExpert.path, [0x12, 9, 0x41], "id"),
      // The id is sent as a number.
      (Methods.getExpert.path, [0x10, 9], "id"),
      // The request id is sent twice.
      (Methods.createExpert.path, [0x0A, 1, 0x41, 0x0A, 1, 0x42], "request_id"),
    ] as [(String, [UInt8], String)])
  func badBytes(path: String, bytes: [UInt8], place: String) async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        let answer = try await client.call(path, bytes)
        #expect(answer.code == .invalidArgument)
        #expect(answer.details?.fieldViolations.map(\.place) == [place])
        #expect(try await client.revision() == 0)
      }
    }
  }

  @Test("a message over the limits is refused as too large, and the connection serves on")
  func tooLarge() async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        let long = [UInt8](repeating: 0, count: Limits.request.bytes + 1)
        let many = Wire.SubmitAuditRequest.with { request in
          request.audit = .with {
            $0.bids = Array(repeating: Wire.Bid(), count: Limits.request.elements)
          }
        }
        for bytes in [long, try Codec.encode(many)] {
          let answer = try await client.call(Methods.submitAudit.path, bytes)
          #expect(answer.code == .resourceExhausted)
          #expect(answer.details?.reason == "MESSAGE_TOO_LARGE")
        }
        #expect(try await client.revision() == 0)
      }
    }
  }

  @Test(
    "a call that is not there is unimplemented",
    arguments: ["tandem.v1.AuditService/Plan", "tandem.v2.AuditService/GetAudit", "Other/Get"])
  func unknownMethod(path: String) async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        let answer = try await client.call(path, [])
        #expect(answer.code == .unimplemented)
      }
    }
  }

  @Test("an answer names its revision in its metadata as in its message")
  func revisionMetadata() async throws {
    try await withServerAddress { address in
      try await RawClient.connected(to: address) { client in
        for number in 1...3 {
          let request = Wire.CreateOrganisationRequest.with {
            $0.organisation = .with { $0.id = "O\(number)" }
          }
          let created = try await client.call(
            Methods.createOrganisation.path, Codec.encode(request))
          #expect(created.revision == number)
          #expect(try await client.revision() == number)
          let listed = try await client.call(Methods.listOrganisations.path, [])
          #expect(listed.revision == number)
        }
      }
    }
  }
}

extension RawClient {
  /// The newest revision.
  fileprivate func revision() async throws -> Int {
    let answer = try await call(Methods.getServerInfo.path, [])
    let info = try Codec.decode(
      Wire.GetServerInfoResponse.self, from: answer.bytes, limits: .answer,
      unknownEnumValues: .refused)
    #expect(answer.revision == info.revision)
    return info.revision
  }
}
