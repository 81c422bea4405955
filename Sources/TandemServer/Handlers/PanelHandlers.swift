import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's calls.
enum PanelHandlers {
  /// How many panels a ranking shows when the request does not say.
  static let rankingSize = 10
  /// How many panels a ranking has on all its pages: more than anybody reads.
  static let rankingDepth = 10_000

  static func rank(
    _ request: Wire.RankPanelsRequest, _ call: Call
  ) throws(Refusal) -> Wire.RankPanelsResponse {
    let snapshot = try call.snapshot(for: request)
    let (id, changes): (AuditID, [Command]) = try call.read { reader in
      let changes = reader.hypotheses(request.whatIf, in: snapshot)
      return reader.id(request.audit, at: "audit").map { ($0, changes) }
    }
    let supposed = try call.supposing(changes, in: snapshot)
    let ranking = try supposed.ranking(of: id, on: call.today)
    let page = try call.page(
      of: ranking.prefix(rankingDepth).enumerated(), for: request, defaultSize: rankingSize,
      revision: snapshot.revision
    ) { String($0.offset + 1_000_000) }
    return .with {
      $0.revision = snapshot.revision
      $0.panels = page.items.map {
        Wire.RankedPanel($0.element, in: supposed.state, on: call.today)
      }
      $0.nextPageToken = page.nextToken
    }
  }

  static func check(
    _ request: Wire.CheckPanelRequest, _ call: Call
  ) throws(Refusal) -> Wire.CheckPanelResponse {
    let snapshot = try call.snapshot(for: request)
    let (id, choice) = try call.read { reader in
      let id: AuditID? = reader.id(request.audit, at: "audit")
      let choice = reader.choice(request.experts, request.start)
      return id.flatMap { id in choice.map { (id, $0) } }
    }
    let finding = try snapshot.check(choice, for: id, on: call.today)
    return .with {
      $0.revision = snapshot.revision
      $0.panel = Wire.RankedPanel(finding, in: snapshot.state, on: call.today)
      $0.breaches = finding.breaches.map { Wire.Breach($0) }
      $0.assurances = finding.assurances.map(Wire.Assurance.init)
    }
  }

  static func assign(
    _ request: Wire.AssignPanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.AssignPanelResponse {
    let (id, choice, note): (AuditID, PanelChoice?, String) = try call.read { reader in
      let note = reader.text(request.note, upTo: FieldReader.Limit.reason, at: "note")
      let id: AuditID? = reader.id(request.audit, at: "audit")
      let isLeftOpen = request.experts.isEmpty && request.start == nil
      let choice = isLeftOpen ? nil : reader.choice(request.experts, request.start)
      return id.map { ($0, choice, note) }
    }
    let outcome = try await call.write(request, .assignPanel(id, choice, note: note))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func unassign(
    _ request: Wire.UnassignPanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UnassignPanelResponse {
    let (id, reason): (AuditID, String) = try call.read {
      $0.reasoned(request.audit, request.reason, at: "audit")
    }
    let outcome = try await call.write(request, .unassignPanel(id, reason: reason))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func pin(
    _ request: Wire.PinPanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.PinPanelResponse {
    let id: AuditID = try call.read { $0.id(request.audit, at: "audit") }
    let outcome = try await call.write(request, .pinPanel(id))
    return .with {
      $0.revision = outcome.revision
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func unpin(
    _ request: Wire.UnpinPanelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UnpinPanelResponse {
    let id: AuditID = try call.read { $0.id(request.audit, at: "audit") }
    let outcome = try await call.write(request, .unpinPanel(id))
    return .with {
      $0.revision = outcome.revision
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }
}

extension FieldReader {
  mutating func choice(_ experts: [String], _ start: Wire.Date?) -> PanelChoice? {
    if experts.isEmpty { refuse("is empty: name the experts of the panel", at: "experts") }
    let ids: [ExpertID] = list(experts, upTo: Limit.panel, at: "experts") { $0.id($1, at: $2) }
    return day(start, at: "start").map { PanelChoice(experts: ids, start: $0) }
  }
}
