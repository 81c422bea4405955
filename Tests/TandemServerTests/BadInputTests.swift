import Synchronization
import TandemClient
import TandemProtocol
import Testing

/// Bad input on every call: the right code, all faults at once, nothing stored.
@Suite struct BadInputTests {
  @Test("every write and every look-up refuses an empty request with a code and details")
  func emptyRequests() async throws {
    try await withServer { client in
      var refused: [String: StatusCode] = [:]
      for method in Methods.all {
        guard let details = await method.askForNothing(client) else { continue }
        refused[method.name] = details.code
        #expect(!details.reason.isEmpty, "\(method.name) has no details")
        #expect(details.message.hasSuffix("."), "\(method.name): \(details.message)")
      }
      let answered: Set = [
        "GetServerInfo", "VerifyJournal", "ListExperts", "ListOrganisations", "ListInterests",
        "ListRelations", "ListAbsences", "ListAudits", "GetPolicy", "GetTravel", "ExportProblem",
        "ListPolicyVersions", "ListBrokenPanels", "ExportRecord", "Plan",
        "ListPublishedPlans", "ListTokens", "ListDoubts", "ListExpertDoubts", "ListLabels",
        "ListDue", "Watch",
      ]
      #expect(Set(refused.keys).isDisjoint(with: answered))
      #expect(refused.count + answered.count == Methods.all.count)
      #expect(refused.removeValue(forKey: "GetPublishedPlan") == .notFound)
      #expect(Set(refused.values) == [.invalidArgument])
      let info = try await client.call(Methods.getServerInfo, .init())
      #expect(info.revision == 0, "nothing was stored")
    }
  }

  @Test("all that is wrong with an expert is said at once")
  func expertFaults() async throws {
    try await withServer { client in
      let details = await refusal(
        client, Methods.createExpert,
        .with {
          $0.expert = .with {
            $0.id = "not an id"
            $0.email = "nobody"
            $0.country = "Austria"
            $0.languages = [
              .with {
                $0.language = "german"
                $0.level = "C3"
              }
            ]
            $0.maxAudits = -1
          }
        })
      #expect(details?.code == .invalidArgument)
      #expect(
        Set(details?.fieldViolations.map(\.place) ?? []) == [
          "expert.id", "expert.email", "expert.country", "expert.languages[0].language",
          "expert.languages[0].level", "expert.max_audits",
        ])
    }
  }

  @Test("all that is wrong with an audit is said at once")
  func auditFaults() async throws {
    try await withServer { client in
      let details = await refusal(
        client, Methods.submitAudit,
        .with {
          $0.audit = .with {
            $0.id = "A1"
            $0.cluster = ""
            $0.country = "ZZ"
            $0.label = ""
            $0.languages = ["de", "de"]
            $0.members = ["M1", "M1"]
            $0.earliest = .with { $0.year = 2023 }
            $0.priority = 1_000_001
            $0.bids = [.with { $0.bid = 4 }]
          }
        })
      #expect(
        Set(details?.fieldViolations.map(\.place) ?? []) == [
          "audit.cluster", "audit.country", "audit.label", "audit.languages[1]",
          "audit.members[1]", "audit.earliest", "audit.latest", "audit.priority",
          "audit.bids[0].expert", "audit.bids[0].bid",
        ])
    }
  }

  @Test("an update names what it changes, what it read, and nothing that identifies the thing")
  func masks() async throws {
    try await withServer { client in
      let created = try await client.call(
        Methods.createOrganisation,
        .with {
          $0.organisation = .with {
            $0.id = "O"
            $0.name = "Old"
            $0.cluster = true
          }
        })
      func update(
        _ paths: [String], at revision: Int
      ) -> Wire.UpdateOrganisationRequest {
        .with {
          $0.organisation = .with {
            $0.id = "O"
            $0.name = "New"
          }
          $0.updateMask = .with { $0.paths = paths }
          $0.revision = revision
        }
      }
      for paths in [[], ["id"], ["revision"], ["colour"]] {
        let details = await refusal(
          client, Methods.updateOrganisation, update(paths, at: created.revision))
        #expect(details?.code == .invalidArgument, "\(paths)")
      }
      let changed = try await client.call(
        Methods.updateOrganisation, update(["name"], at: created.revision))
      #expect(changed.organisation?.name == "New")
      #expect(changed.organisation?.cluster == true, "what the mask does not name stays")
      let stale = await refusal(
        client, Methods.updateOrganisation, update(["name"], at: created.revision))
      #expect(stale?.code == .aborted)
      #expect(stale?.metadata["revision"] == "2")
    }
  }

  @Test("a revision that is not there yet, a page too large and a foreign token are refused")
  func readFaults() async throws {
    try await withServer { client in
      for request: Wire.ListExpertsRequest in [
        .with { $0.minRevision = 1 }, .with { $0.pageSize = 1_001 }, .with { $0.pageSize = -1 },
        .with { $0.pageToken = "?" },
      ] {
        let details = await refusal(client, Methods.listExperts, request)
        #expect(details?.code == .invalidArgument, "\(request)")
      }
    }
  }
}

extension AnyMethod {
  /// What an empty request is refused with.
  fileprivate func askForNothing(_ client: TandemClient) async -> ErrorDetails? {
    await (self as? any Askable)?.ask(client)
  }
}

/// A method whose messages are known again.
private protocol Askable {
  func ask(_ client: TandemClient) async -> ErrorDetails?
}

extension StreamingMethod: Askable {
  fileprivate func ask(_ client: TandemClient) async -> ErrorDetails? {
    // Its first message is enough: not every call ends by itself.
    let isAnswered = Atomic(false)
    do throws(ClientError) {
      try await client.stream(self, Request()) { _ in
        isAnswered.store(true, ordering: .relaxed)
        throw CancellationError()
      }
      return nil
    } catch {
      return isAnswered.load(ordering: .relaxed) ? nil : error.details
    }
  }
}

extension Method: Askable {
  fileprivate func ask(_ client: TandemClient) async -> ErrorDetails? {
    await refusal(client, self, Request())
  }
}
