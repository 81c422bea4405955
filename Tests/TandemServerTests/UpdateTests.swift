import TandemClient
import TandemProtocol
import Testing

/// Field masks: what an update changes and what it must not.
@Suite struct UpdateTests {
  /// Expects that a mask of each field alone is refused, at its place.
  private func expectFixed<Request: Message, Response: Answer>(
    _ client: TandemClient, _ method: Method<Request, Response>, _ fields: [String],
    _ set: (inout Request, Wire.FieldMask) -> Void
  ) async {
    for field in fields {
      let mask = Wire.FieldMask.with { $0.paths = [field] }
      let details = await refusal(client, method, .with { set(&$0, mask) })
      #expect(details?.code == .invalidArgument, "\(method.name) \(field)")
      #expect(
        details?.fieldViolations.map(\.place) == ["update_mask.paths[0]"],
        "\(method.name) \(field)")
    }
  }

  @Test("what identifies a thing, what the server sets and what is no field cannot be changed")
  func fixedFields() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.revision()
      let none = ["id", "revision", "", "colour", "*", "Name"]
      await expectFixed(
        client, Methods.updateExpert,
        none + ["retired", "opening_date", "languages.level", "expert.name"]
      ) {
        $0.expert = .with { $0.id = "E1" }
        $0.updateMask = $1
      }
      await expectFixed(client, Methods.updateOrganisation, none) {
        $0.organisation = .with { $0.id = "O" }
        $0.updateMask = $1
      }
      await expectFixed(client, Methods.updateInterest, none) {
        $0.interest = .with { $0.id = "I1" }
        $0.updateMask = $1
      }
      await expectFixed(client, Methods.updateAbsence, none) {
        $0.absence = .with { $0.id = "B1" }
        $0.updateMask = $1
      }
      await expectFixed(
        client, Methods.updateAudit,
        none + ["waivers", "state", "panel", "cluster_name", "contact.name"]
      ) {
        $0.audit = .with { $0.id = "A1" }
        $0.updateMask = $1
      }
      #expect(try await client.revision() == before)
    }
  }

  @Test("only the fields that the mask names change, whatever else the request says")
  func onlyNamed() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.call(Methods.getExpert, .with { $0.id = "E1" })
      let after = try await client.call(
        Methods.updateExpert,
        .with {
          $0.expert = .with {
            $0.id = "E1"
            $0.sectors = ["energy"]
            $0.name = "ignored"
            $0.retired = true
            $0.revision = 99
          }
          $0.updateMask = .with { $0.paths = ["sectors", "max_audits"] }
          $0.revision = before.expert?.revision ?? 0
        })
      var expected = try #require(before.expert)
      expected.sectors = ["energy"]
      expected.maxAudits = 0
      expected.revision = after.revision
      #expect(after.expert == expected)
      let read = try await client.call(Methods.getExpert, .with { $0.id = "E1" })
      #expect(read.expert == expected)
    }
  }

  @Test("a message that the mask names and the request leaves out is taken away")
  func cleared() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      func change(_ set: (inout Wire.Audit) -> Void) async throws -> Wire.Audit? {
        let read = try await client.call(Methods.getAudit, .with { $0.id = "A1" })
        let changed = try await client.call(
          Methods.updateAudit,
          .with { request in
            request.audit = .with {
              $0.id = "A1"
              set(&$0)
            }
            request.updateMask = .with { $0.paths = ["preferred", "contact"] }
            request.revision = read.audit?.revision ?? 0
          })
        return changed.audit
      }
      let set = try await change {
        $0.preferred = .day(2023, 1, 11)
        $0.contact = .with { $0.name = "Ada" }
      }
      #expect(set?.preferred == .day(2023, 1, 11))
      #expect(set?.contact?.name == "Ada")
      let cleared = try await change { _ in }
      #expect(cleared?.preferred == nil)
      #expect(cleared?.contact == nil)
      #expect(cleared?.members == ["M1", "M2"])
    }
  }

  @Test("a change to a thing that has changed since it was read is aborted with its revision")
  func stale() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let read = try await client.call(Methods.getInterest, .with { $0.id = "I1" })
      func end(_ day: Int) -> Wire.UpdateInterestRequest {
        .with {
          $0.interest = .with {
            $0.id = "I1"
            $0.until = .day(2022, 1, day)
          }
          $0.updateMask = .with { $0.paths = ["until"] }
          $0.revision = read.interest?.revision ?? 0
        }
      }
      let changed = try await client.call(Methods.updateInterest, end(1))
      let details = await refusal(client, Methods.updateInterest, end(2))
      #expect(details?.code == .aborted)
      #expect(details?.reason == "STALE_REVISION")
      #expect(details?.metadata["revision"] == "\(changed.revision)")
      #expect(details?.resource?.name == "I1")
      let now = try await client.call(Methods.getInterest, .with { $0.id = "I1" })
      #expect(now.interest == changed.interest)
    }
  }

  @Test("a policy that was set since it was read is not overwritten")
  func stalePolicy() async throws {
    try await withServer { client in
      let read = try await client.call(Methods.getPolicy, .init())
      let request = Wire.SetPolicyRequest.with {
        $0.policy = read.policy
        $0.note = "a new year"
        $0.revision = read.revision
      }
      let set = try await client.call(Methods.setPolicy, request)
      #expect(set.policy?.version == 1)
      let details = await refusal(client, Methods.setPolicy, request)
      #expect(details?.code == .aborted)
      #expect(details?.metadata["revision"] == "1")
    }
  }
}
