import TandemModel
import TandemNetwork
import TandemProtocol

/// AuditService's calls.
enum AuditHandlers {
  static func submit(
    _ request: Wire.SubmitAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SubmitAuditResponse {
    let wire = request.audit?.named(\.id, "A", for: request, by: call)
    let (audit, contact) = try call.read { $0.audit(wire, at: "audit") }
    let outcome = try await call.write(request, .submitAudit(audit, contact: contact))
    return .with {
      $0.revision = outcome.revision
      $0.audit = Wire.Audit(audit.id, in: outcome.snapshot, on: call.today)
    }
  }

  static func get(
    _ request: Wire.GetAuditRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetAuditResponse {
    let snapshot = try call.snapshot(for: request)
    let id: AuditID = try call.read { $0.id(request.id, at: "id") }
    _ = try snapshot.state.audit(id)
    return .with {
      $0.revision = snapshot.revision
      $0.audit = Wire.Audit(id, in: snapshot, on: call.today)
    }
  }

  static func list(
    _ request: Wire.ListAuditsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListAuditsResponse {
    let snapshot = try call.snapshot(for: request)
    let audits = snapshot.state.audits.values.filter { entry in
      request.cluster.allows(entry.audit.cluster.text)
        && request.country.allows(entry.audit.country.text)
        && request.label.allows(entry.audit.label.text)
        && (request.state.model.map { $0 == entry.state } ?? true)
    }
    let page = try call.page(of: audits.map(\.audit.id).sorted(), for: request) { $0.text }
    return .with {
      $0.revision = snapshot.revision
      $0.audits = page.items.compactMap { Wire.Audit($0, in: snapshot, on: call.today) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func admit(
    _ request: Wire.AdmitAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.AdmitAuditResponse {
    let id: AuditID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request, .admitAudit(id))
    return .with {
      $0.revision = outcome.revision
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func update(
    _ request: Wire.UpdateAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateAuditResponse {
    let id: AuditID = try call.read { $0.id(request.audit?.id ?? "", at: "audit.id") }
    let outcome = try await call.write(request) { () throws(Refusal) in
      let entry = try call.network.snapshot.state.audit(id)
      let current = Wire.Audit(entry.audit, contact: entry.contact, state: entry.state)
      let wire = try current.updated(from: request.audit, request.updateMask)
      let (audit, contact) = try call.read { $0.audit(wire, at: "audit") }
      return .updateAudit(audit, contact: contact, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func withdraw(
    _ request: Wire.WithdrawAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.WithdrawAuditResponse {
    let (id, reason): (AuditID, String) = try call.read {
      $0.reasoned(request.id, request.reason, at: "id")
    }
    let outcome = try await call.write(request, .withdrawAudit(id, reason: reason))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }
}

extension FieldReader {
  /// An id at that place and the reason given with it.
  mutating func reasoned<Subject>(
    _ id: String, _ reason: String, at place: String
  ) -> (ID<Subject>, String)? {
    let id: ID<Subject>? = self.id(id, at: place)
    let reason = self.reason(reason, at: "reason")
    return id.map { ($0, reason) }
  }
}
