import TandemModel
import TandemNetwork
import TandemProtocol

/// AuditService's calls.
enum AuditHandlers {
  static func submit(
    _ request: Wire.SubmitAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SubmitAuditResponse {
    let isNamed = request.audit?.id.isEmpty == false
    var wire = request.audit
    // Stands in until the audit's turn comes.
    if !isNamed { wire?.id = "unnamed" }
    let (audit, contact, members, reference) = try call.read { [wire] reader in
      reader.refuseChosenID(
        request.audit?.id, at: "audit.id", by: call.caller,
        instead: ", and say what you call it as reference")
      reader.refuseCoordinators(wire, from: call.caller)
      let reference: ID<AuditReference>? = reader.optionalID(
        wire?.reference ?? "", at: "audit.reference")
      let members = reader.members(request.memberNames, at: "member_names")
      return reader.audit(wire, at: "audit").map { ($0, $1, members, reference) }
    }
    guard call.caller.speaks(for: audit.cluster) else {
      throw .denied("\(call.actor) does not speak for \(audit.cluster).")
    }
    let outcome = try await call.write(request) { state throws(Refusal) in
      var named = audit
      if !isNamed { named.id = state.nextAuditID(on: call.today) }
      return .submitAudit(
        named, contact: contact, members: members,
        reference: reference.map { AuditReference($0, of: call.actor) },
        takesUnknown: call.caller.role == .partner)
    }
    return .with {
      $0.revision = outcome.revision
      $0.audit = outcome.submitted.flatMap { call.audit($0, in: outcome.snapshot) }
      $0.warnings = outcome.before.warnings(about: audit)
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
      $0.audit = call.audit(id, in: snapshot)
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
        && (request.state.model.map { $0 == call.state(of: entry) } ?? true)
        && request.reference.allows(call.reference(of: entry))
    }
    let page = try call.page(of: audits.map(\.audit.id).sorted(), for: request) { $0.text }
    return .with {
      $0.revision = snapshot.revision
      $0.audits = page.items.compactMap { call.audit($0, in: snapshot) }
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
      $0.audit = call.audit(id, in: outcome.snapshot)
    }
  }

  static func update(
    _ request: Wire.UpdateAuditRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateAuditResponse {
    let id: AuditID = try call.read { $0.id(request.audit?.id ?? "", at: "audit.id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      try call.refuseForeign(id, in: state)
      let entry = try state.audit(id)
      if call.caller.role == .partner {
        guard entry.state == .submitted else {
          throw .notNow(
            Thing(.audit, id.text), reason: "it is \(call.state(of: entry)); ask the coordinator")
        }
        guard request.revision == entry.requestRevision else {
          throw .stale(Thing(.audit, id.text), revision: entry.requestRevision)
        }
      }
      let current = Wire.Audit(entry.audit, contact: entry.contact, state: entry.state)
      // Names may be all that is given.
      let isNamed = !request.memberNames.isEmpty && request.updateMask?.paths.isEmpty ?? true
      let wire = isNamed ? current : try current.updated(from: request.audit, request.updateMask)
      let (audit, contact, members) = try call.read { reader in
        reader.refuseMoved(wire, from: entry.audit, by: call.caller)
        if call.caller.role == .partner,
          request.updateMask?.paths.contains(where: FieldReader.coordinators.keys.contains) == true
        {
          reader.refuse("names what only the coordinator changes", at: "update_mask")
        }
        let members = reader.members(request.memberNames, at: "member_names")
        return reader.audit(wire, at: "audit").map { ($0, $1, members) }
      }
      // What a partner does not see may have changed since: it stays.
      return .updateAudit(
        audit, contact: contact, members: members,
        readAt: call.caller.role == .partner ? entry.revision : request.revision,
        takesUnknown: call.caller.role == .partner)
    }
    return call.answer(outcome) {
      $0.audit = call.audit(id, in: outcome.snapshot)
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
      if call.caller.role == .partner, state.isHeld(try state.audit(id), on: call.today) {
        // When its panel began is not told before that is announced.
        throw .notNow(
          Thing(.audit, id.text), reason: "it can be withdrawn no more; ask the coordinator")
      }
      return .withdrawAudit(id, reason: reason)
    }
    return call.answer(outcome) {
      $0.audit = call.audit(id, in: outcome.snapshot)
    }
  }
}

extension Outcome {
  /// The audit that was submitted.
  fileprivate var submitted: AuditID? {
    events.lazy.compactMap { event in
      if case .auditSubmitted(let audit, _, _) = event { audit.id } else { nil }
    }.first
  }
}

extension Call {
  private var seesAll: Bool { caller.role == .coordinator }

  /// The audit as the caller may know it, but for its fields, of which ``Visibility`` decides.
  func audit(_ id: AuditID, in snapshot: Snapshot) -> Wire.Audit? {
    guard let entry = snapshot.state.audits[id],
      var audit = Wire.Audit(id, in: snapshot, on: today)
    else { return nil }
    audit.state = Wire.AuditState(state(of: entry))
    audit.reference = reference(of: entry)
    if !seesAll {
      audit.revision = entry.requestRevision
      if entry.panel?.announcement == nil { audit.panel = nil }
    }
    return audit
  }

  fileprivate func state(of entry: AuditEntry) -> AuditState {
    seesAll ? entry.state : entry.request.state
  }

  /// Empty where the audit has none, and for partners where another token submitted it.
  fileprivate func reference(of entry: AuditEntry) -> String {
    guard let reference = entry.reference, seesAll || reference.submitter == actor else {
      return ""
    }
    return reference.name.text
  }
}

extension FieldReader {
  /// The fields of a request that a partner has no say in, and whether they are given.
  fileprivate static let coordinators: [String: @Sendable (Wire.Audit) -> Bool] = [
    "priority": { $0.priority != 0 }, "recusals": { !$0.recusals.isEmpty },
    "bids": { !$0.bids.isEmpty },
  ]

  /// A partner does not weigh its own request, nor speak for experts.
  fileprivate mutating func refuseCoordinators(_ audit: Wire.Audit?, from caller: Caller) {
    guard caller.role == .partner, let audit else { return }
    for (field, isGiven) in Self.coordinators.sorted(by: { $0.key < $1.key })
    where isGiven(audit) {
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
