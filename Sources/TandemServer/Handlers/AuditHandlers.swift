import TandemModel
import TandemNetwork
import TandemProtocol

/// AuditService's calls.
enum AuditHandlers {
  static func submit(
    _ request: Wire.SubmitAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SubmitAuditResponse {
    let wire = request.audit?.named(\.id, "A", for: request, by: call)
    let (audit, contact) = try call.read { reader in
      reader.refuseCoordinators(wire, from: call.caller)
      return reader.audit(wire, at: "audit")
    }
    guard call.caller.speaks(for: audit.cluster) else {
      throw .denied("\(call.actor) does not speak for \(audit.cluster).")
    }
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
    try call.refuseForeign(id, in: snapshot.state)
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
      call.caller.speaks(for: entry.audit.cluster)
        && request.cluster.allows(entry.audit.cluster.text)
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
    let outcome = try await call.write(request) { state throws(Refusal) in
      try call.refuseForeign(id, in: state)
      let entry = try state.audit(id)
      if call.caller.role == .partner, entry.state != .submitted {
        throw .notNow(Thing(.audit, id.text), reason: "it is \(entry.state); ask the coordinator")
      }
      let current = Wire.Audit(entry.audit, contact: entry.contact, state: entry.state)
      let wire = try current.updated(from: request.audit, request.updateMask)
      let (audit, contact) = try call.read { reader in
        reader.refuseMoved(wire, from: entry.audit, by: call.caller)
        if call.caller.role == .partner,
          request.updateMask?.paths.contains(where: coordinators.contains) == true
        {
          reader.refuse("names what only the coordinator changes", at: "update_mask")
        }
        return reader.audit(wire, at: "audit")
      }
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
    let outcome = try await call.write(request) { state throws(Refusal) in
      try call.refuseForeign(id, in: state)
      return .withdrawAudit(id, reason: reason)
    }
    return call.answer(outcome) {
      $0.audit = Wire.Audit(id, in: outcome.snapshot, on: call.today)
    }
  }
}

/// The fields of a request that a partner has no say in.
private let coordinators: Set = ["priority", "recusals", "bids"]

extension FieldReader {
  /// A partner does not weigh its own request, nor speak for experts.
  fileprivate mutating func refuseCoordinators(_ audit: Wire.Audit?, from caller: Caller) {
    guard caller.role == .partner, let audit else { return }
    let given = [
      ("priority", audit.priority != 0), ("recusals", !audit.recusals.isEmpty),
      ("bids", !audit.bids.isEmpty),
    ]
    for (field, isGiven) in given where isGiven {
      refuse("is the coordinator's to say; leave it out", at: "audit.\(field)")
    }
  }

  /// A partner does not move its request to a cluster that it does not speak for.
  fileprivate mutating func refuseMoved(_ wire: Wire.Audit, from audit: Audit, by caller: Caller) {
    if caller.role == .partner, wire.cluster != audit.cluster.text {
      refuse(
        "is \(audit.cluster) and stays so; withdraw the request and submit another",
        at: "audit.cluster")
    }
  }

  /// An id at that place and the reason given with it.
  mutating func reasoned<Subject>(
    _ id: String, _ reason: String, at place: String
  ) -> (ID<Subject>, String)? {
    let id: ID<Subject>? = self.id(id, at: place)
    let reason = self.reason(reason, at: "reason")
    return id.map { ($0, reason) }
  }
}
