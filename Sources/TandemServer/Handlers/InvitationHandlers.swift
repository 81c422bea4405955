import TandemModel
import TandemNetwork
import TandemProtocol

/// AssignmentService's calls by which experts answer.
enum InvitationHandlers {
  static func accept(
    _ request: Wire.AcceptInvitationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.AcceptInvitationResponse {
    let (id, expert, version) = try call.readSeat(request.audit, request.expert) {
      $0.whole(request.declarationVersion, 1...1_000_000, at: "declaration_version")
    }
    let outcome = try await call.write(
      request, .acceptInvitation(id, expert, declaration: version))
    return call.answer(outcome) {
      $0.assignment = Wire.Assignment(id, of: expert, in: outcome.snapshot, on: call.today)
    }
  }

  static func decline(
    _ request: Wire.DeclineInvitationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeclineInvitationResponse {
    var wire = request.interest?.named(\.id, "I", for: request, by: call)
    wire?.expert = request.expert
    let (id, expert, (exclusion, interest)) = try call.readSeat(request.audit, request.expert) {
      reader in
      reader.refuseChosenID(request.interest?.id, at: "interest.id", by: call.caller)
      let cause = reader.cause(request.cause, at: "cause")
      let reason = reader.text(request.reason, upTo: FieldReader.Limit.reason, at: "reason")
      let declared = wire.flatMap { reader.declaration($0, in: request.organisation) }
      return cause.map { (Exclusion(cause: $0, reason: reason), declared?.2) }
    }
    let outcome = try await call.write(
      request, .declineInvitation(id, expert, exclusion, interest: interest))
    return call.answer(outcome) { _ in }
  }

  static func recuse(
    _ request: Wire.RecuseExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RecuseExpertResponse {
    let (id, expert, reason) = try call.readSeat(request.audit, request.expert) {
      $0.reason(request.reason, at: "reason")
    }
    let isOwn = call.caller.role == .expert
    let outcome = try await call.write(request) { state throws(Refusal) in
      // An expert may not learn of audits on which they have no seat.
      if isOwn, state.audits[id]?.seated.contains(expert) != true {
        throw .notFound(Thing(.audit, id.text))
      }
      return .recuseExpert(id, expert, reason: reason)
    }
    return call.answer(outcome) { _ in }
  }

  static func report(
    _ request: Wire.FileReportRequest, _ call: Call
  ) async throws(Refusal) -> Wire.FileReportResponse {
    let (id, expert, report) = try call.readSeat(request.audit, request.expert) {
      $0.report(request.report, at: "report")
    }
    let outcome = try await call.write(request) { state throws(Refusal) in
      guard state.audits[id]?.panel?.experts.contains(expert) == true else {
        throw .notFound(Thing(.audit, id.text))
      }
      return .fileReport(id, expert, report)
    }
    return call.answer(outcome) {
      $0.assignment = Wire.Assignment(id, of: expert, in: outcome.snapshot, on: call.today)
    }
  }
}

extension Call {
  /// An audit, an expert who is the caller, or any to a coordinator, and what is said of them.
  fileprivate func readSeat<Value>(
    _ audit: String, _ expert: String, _ read: (inout FieldReader) -> Value?
  ) throws(Refusal) -> (AuditID, ExpertID, Value) {
    let (audit, expert, value): (AuditID, ExpertID, Value) = try self.read { reader in
      let audit: AuditID? = reader.id(audit, at: "audit")
      let expert: ExpertID? = reader.id(expert, at: "expert")
      let value = read(&reader)
      guard let audit, let expert, let value else { return nil }
      return (audit, expert, value)
    }
    try refuseForeign(expert, Thing(.expert, expert.text))
    return (audit, expert, value)
  }
}

extension FieldReader {
  fileprivate mutating func cause(
    _ wire: Wire.DeclineCause, at place: String
  ) -> Exclusion.Cause? {
    switch wire {
    case .busy: return .busy
    case .conflict: return .conflict
    case .other: return .other
    case .unspecified:
      refuse("is missing: busy, conflict or other", at: place)
      return nil
    }
  }

  /// Each area at most once; which areas there are, the state says.
  fileprivate mutating func report(_ wire: Wire.Report?, at place: String) -> AuditReport? {
    guard let wire = given(wire, at: place) else { return nil }
    let scores = map(wire.scores, at: "\(place).scores") { reader, wire, place in
      let area: Scheme.Area? = reader.term(wire.area, at: "\(place).area")
      let percent = reader.whole(wire.percent, 0...100, at: "\(place).percent")
      return area.flatMap { area in percent.map { (area, $0) } }
    }
    let note = text(wire.note, upTo: Limit.reason, at: "\(place).note")
    return AuditReport(recommended: wire.recommended, scores: scores, note: note)
  }
}

extension Wire.Assignment {
  /// Nil when the expert has no seat.
  init?(_ id: AuditID, of expert: ExpertID, in snapshot: Snapshot, on today: Day) {
    guard let entry = snapshot.state.audits[id], entry.seated.contains(expert)
    else { return nil }
    self.init(entry, of: expert, in: snapshot, on: today)
  }
}
