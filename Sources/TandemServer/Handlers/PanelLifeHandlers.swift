import TandemModel
import TandemNetwork
import TandemProtocol

// What becomes of a panel once it stands.
extension PanelHandlers {
  static func change(
    _ request: Wire.ChangePanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.ChangePanelResponse {
    let (id, choice, reason) = try call.read { reader in
      let named: (AuditID, String)? = reader.reasoned(request.audit, request.reason, at: "audit")
      let choice = reader.choice(request.experts, request.start)
      return named.flatMap { named in choice.map { (named.0, $0, named.1) } }
    }
    let outcome = try await call.write(request, .changePanel(id, choice, reason: reason))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func listReplacements(
    _ request: Wire.ListReplacementsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListReplacementsResponse {
    let snapshot = try call.snapshot(for: request)
    let id: AuditID = try call.read { $0.id(request.audit, at: "audit") }
    let replacements = try snapshot.replacements(of: id, on: call.today)
    let page = try call.page(
      of: replacements.prefix(rankingDepth).enumerated(), for: request,
      defaultSize: rankingSize, revision: snapshot.revision
    ) { String($0.offset + 1_000_000) }
    return .with {
      $0.revision = snapshot.revision
      $0.replacements = page.items.map { item in
        .with {
          $0.panel = Wire.RankedPanel(item.element.finding, in: snapshot.state, on: call.today)
          $0.keepsExperts = item.element.keepsExperts
          $0.keepsDay = item.element.keepsDay
        }
      }
      $0.nextPageToken = page.nextToken
    }
  }

  static func announce(
    _ request: Wire.AnnouncePanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.AnnouncePanelResponse {
    let id: AuditID = try call.read { $0.id(request.audit, at: "audit") }
    let outcome = try await call.write(request, .announcePanel(id))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func invite(
    _ request: Wire.InviteExpertsRequest, _ call: Call
  ) async throws(Refusal) -> Wire.InviteExpertsResponse {
    let id: AuditID = try call.read { $0.id(request.audit, at: "audit") }
    let outcome = try await call.write(request, .inviteExperts(id))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }
}
