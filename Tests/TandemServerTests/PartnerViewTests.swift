import TandemProtocol
import Testing

/// How far an audit has come, as the partner who asked for it may know it.
@Suite struct PartnerViewTests {
  /// Sets the sectors of A3, as read at a revision.
  private func update(
    _ caller: RawClient, readAt revision: Int, _ sectors: [String]
  ) async throws -> RawClient.Answer {
    try await caller.call(Methods.updateAudit) {
      $0.audit = .with {
        $0.id = "A3"
        $0.sectors = sectors
      }
      $0.updateMask = .with { $0.paths = ["sectors"] }
      $0.revision = revision
    }
  }

  private func audit(_ id: String, _ caller: RawClient) async throws -> Wire.Audit {
    try await caller.answer(Methods.getAudit) { $0.id = id }.audit ?? Wire.Audit()
  }

  @Test("that a panel is proposed shows nowhere: not as a state, a revision, a filter or a refusal")
  func proposed() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      let known = try await audit("A1", coordinator)
      #expect(known.state == .proposed)
      let seen = try await audit("A1", partner)
      #expect(seen.state == .admitted && seen.revision < known.revision)
      func listed(_ state: Wire.AuditState) async throws -> [String] {
        try await partner.answer(Methods.listAudits) { $0.state = state }.audits.map(\.id)
      }
      #expect(try await listed(.proposed) == [])
      #expect(try await listed(.admitted) == ["A1"])
      let refused = try await partner.call(Methods.updateAudit) {
        $0.audit = .with { $0.id = "A1" }
        $0.updateMask = .with { $0.paths = ["sectors"] }
        $0.revision = seen.revision
      }
      #expect(refused.details?.message.contains("admitted") == true)
      #expect(refused.details?.message.contains("proposed") == false)
      _ = try await coordinator.answer(Methods.unassignPanel) {
        $0.audit = "A1"
        $0.reason = "a test"
      }
      #expect(try await audit("A1", partner) == seen)
    }
  }

  @Test(
    "what only the coordinator weighs changes nothing that a partner sees, nor is it lost to them")
  func hidden() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      let seen = try await audit("A3", partner)
      _ = try await coordinator.answer(Methods.updateAudit) {
        $0.audit = .with {
          $0.id = "A3"
          $0.priority = 7
        }
        $0.updateMask = .with { $0.paths = ["priority"] }
        $0.revision = seen.revision
      }
      #expect(try await audit("A3", partner) == seen)
      #expect(try await update(partner, readAt: seen.revision, ["water"]).code == nil)
      let known = try await audit("A3", coordinator)
      #expect(known.priority == 7 && known.sectors == ["water"])
      #expect(try await audit("A3", partner).revision == known.revision)
    }
  }

  @Test("a partner's update of what has changed since is refused, at the revision that they see")
  func stale() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, partner) = (client.by("clara"), client.by("c-tool"))
      let seen = try await audit("A3", partner)
      #expect(try await update(coordinator, readAt: seen.revision, ["ict"]).code == nil)
      let now = try await audit("A3", partner).revision
      let stale = try await update(partner, readAt: seen.revision, ["water"])
      #expect(stale.code == .aborted)
      #expect(stale.details?.metadata["revision"] == String(now))
    }
  }

  @Test("a partner who withdraws what was held is not told when that was")
  func held() async throws {
    try await AccessNetwork.serving(on: "2023-11-15") { client in
      func withdrawn(_ name: String) async throws -> String {
        let answer = try await client.by(name).call(Methods.withdrawAudit) {
          $0.id = "A1"
          $0.reason = "a test"
        }
        #expect(answer.code == .failedPrecondition)
        return answer.details?.message ?? ""
      }
      let (known, told) = (try await withdrawn("clara"), try await withdrawn("c-tool"))
      #expect(known.contains("held from 2023-"))
      #expect(
        told == "Not possible for audit A1: it can be withdrawn no more; ask the coordinator.")
    }
  }
}
