import TandemModel
import TandemNetwork
import TandemProtocol

/// What a caller may know of what commands change, and wants to.
struct ChangeView {
  let caller: Caller
  /// Only these; all when empty.
  let kinds: Set<Event.Kind>
  /// Only of these; of all when empty.
  let audits: Set<AuditID>

  func changes(of outcome: Outcome) -> [Wire.Change] {
    seen(of: outcome).filter { change in
      (kinds.isEmpty || kinds.contains { $0.rawValue == change.kind })
        && (audits.isEmpty || audits.contains { $0.text == change.audit })
    }
  }

  private func seen(of outcome: Outcome) -> [Wire.Change] {
    let changes = outcome.changes
    return switch caller.grant {
    case .coordinator: changes.map { Wire.Change($0, after: outcome) }
    case .expert(let own): changes.compactMap { seen($0, by: own, of: outcome) }
    case .partner: requests(changed: changes, in: outcome) + changes.compactMap(seenByAll)
    case .observer: changes.compactMap(seenByAll)
    }
  }

  /// The policy and the register are public.
  private func seenByAll(_ change: Change) -> Wire.Change? {
    switch change.kind {
    case .policySet, .travelSet, .closuresSet, .labelAwarded:
      .with {
        $0.kind = change.kind.rawValue
        $0.subject = change.subject
      }
    default: nil
    }
  }

  /// The caller's own requests of which the command changed what a partner sees.
  private func requests(changed changes: [Change], in outcome: Outcome) -> [Wire.Change] {
    Set(changes.compactMap(\.audit)).sorted().compactMap { id in
      guard let entry = outcome.state.audits[id], entry.requestRevision == outcome.revision,
        caller.speaks(for: entry.audit.cluster)
      else { return nil }
      return .with {
        $0.audit = id.text
        $0.state = Wire.AuditState(entry.request.state)
      }
    }
  }

  /// What is recorded about an expert, and what becomes of the audits on which they sit.
  private func seen(_ change: Change, by own: ExpertID, of outcome: Outcome) -> Wire.Change? {
    if let all = seenByAll(change) { return all }
    let isSeen =
      switch change.kind {
      case .expertSet, .expertRetired, .interestsDeclared, .bidPlaced, .interestSet, .interestNamed,
        .interestDeleted, .relationSet, .relationDeleted, .absenceSet, .absenceDeleted,
        .invitationAccepted, .expertExcluded, .reportFiled:
        change.experts.contains(own)
      case .panelAssigned, .panelUnassigned, .planPublished, .auditUpdated, .expertsInvited,
        .panelHeld, .auditDecided, .auditWithdrawn, .auditCancelled:
        [outcome.before, outcome.state].contains { state in
          change.audit.flatMap { state.audits[$0] }?.seated.contains(own) == true
        }
      default: false
      }
    guard isSeen else { return nil }
    var change = change
    change.experts.formIntersection([own])
    return Wire.Change(change, after: outcome)
  }
}

extension Wire.Change {
  fileprivate init(_ change: Change, after outcome: Outcome) {
    self.init()
    kind = change.kind.rawValue
    audit = change.audit?.text ?? ""
    state =
      change.audit.flatMap { outcome.state.audits[$0] }.map { Wire.AuditState($0.state) }
      ?? .unspecified
    experts = change.experts.sorted().map(\.text)
    subject = change.subject
  }
}
