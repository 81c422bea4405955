import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's calls about waivers.
enum WaiverHandlers {
  static func grant(
    _ request: Wire.GrantWaiverRequest, _ call: Call
  ) async throws(Refusal) -> Wire.GrantWaiverResponse {
    let command: Command = try call.read { reader in
      let until = reader.day(request.until, at: "until")
      let asked = reader.waiver(request.audit, request.waiver, request.reason)
      return asked.flatMap { asked in
        until.map { .grantWaiver(asked.audit, asked.waiver, until: $0, reason: asked.reason) }
      }
    }
    let outcome = try await call.write(request, command)
    return call.answer(outcome) {
      $0.audit = Wire.Audit(request.audit, in: outcome.snapshot, on: call.today)
    }
  }

  static func revoke(
    _ request: Wire.RevokeWaiverRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RevokeWaiverResponse {
    let command: Command = try call.read { reader in
      reader.waiver(request.audit, request.waiver, request.reason).map {
        .revokeWaiver($0.audit, $0.waiver, reason: $0.reason)
      }
    }
    let outcome = try await call.write(request, command)
    return call.answer(outcome) {
      $0.audit = Wire.Audit(request.audit, in: outcome.snapshot, on: call.today)
    }
  }
}

extension FieldReader {
  fileprivate mutating func waiver(
    _ audit: String, _ wire: Wire.Waiver?, _ reason: String
  ) -> (audit: AuditID, waiver: Waiver, reason: String)? {
    let id: AuditID? = id(audit, at: "audit")
    let waiver = waiver(wire, at: "waiver")
    let reason = self.reason(reason, at: "reason")
    return id.flatMap { id in waiver.map { (id, $0, reason) } }
  }
}

extension Wire.Audit {
  /// As ``init(_:in:on:)``, for the text of an id.
  fileprivate init?(_ id: String, in snapshot: Snapshot, on today: Day) {
    guard let id = AuditID(id) else { return nil }
    self.init(id, in: snapshot, on: today)
  }
}
