import TandemModel
import TandemNetwork
import TandemProtocol

/// AuditService's calls about audits on their way to a label.
enum AuditLifeHandlers {
  static func cancel(
    _ request: Wire.CancelAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CancelAuditResponse {
    let (id, reason): (AuditID, String) = try call.read {
      $0.reasoned(request.id, request.reason, at: "id")
    }
    let outcome = try await call.write(request, .cancelAudit(id, reason: reason))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func object(
    _ request: Wire.ObjectToExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.ObjectToExpertResponse {
    let (id, expert, reason): (AuditID, ExpertID, String) = try call.read { reader in
      let named: (AuditID, String)? = reader.reasoned(request.id, request.reason, at: "id")
      let expert: ExpertID? = reader.id(request.expert, at: "expert")
      return named.flatMap { named in expert.map { (named.0, $0, named.1) } }
    }
    let byCluster = call.caller.role == .partner
    let outcome = try await call.write(request) { state throws(Refusal) in
      try call.refuseForeign(id, in: state)
      return .objectToExpert(id, expert, reason: reason, byCluster: byCluster)
    }
    return call.answer(outcome) {
      $0.audit = call.audit(id, in: outcome.snapshot)
    }
  }

  static func hold(
    _ request: Wire.HoldAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.HoldAuditResponse {
    let id: AuditID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request, .holdAudit(id))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }

  static func decide(
    _ request: Wire.DecideAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DecideAuditResponse {
    let (id, reason): (AuditID, String) = try call.read { reader in
      let reason = reader.text(request.reason, upTo: FieldReader.Limit.reason, at: "reason")
      return reader.id(request.id, at: "id").map { ($0, reason) }
    }
    let outcome = try await call.write(
      request, .decideAudit(id, awarded: request.awarded, reason: reason))
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }
}
