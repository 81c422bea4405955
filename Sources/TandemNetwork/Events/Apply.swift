import TandemModel

extension NetworkState {
  /// Folds in the events of the record with that revision. Reads nothing but the state.
  mutating func apply(_ events: [Event], revision: Int) {
    self.revision = revision
    for event in events { apply(event) }
  }

  private mutating func apply(_ event: Event) {
    switch event {
    case .expertSet(let expert, let person, let openingDay):
      experts[expert.id] = ExpertEntry(
        expert: expert, person: person, openingDay: openingDay,
        retired: experts[expert.id]?.retired ?? false, revision: revision)
    case .expertRetired(let id):
      experts[id]?.retired = true
      experts[id]?.revision = revision
    case .organisationSet(let organisation):
      organisations[organisation.id] = Entry(value: organisation, revision: revision)
    case .organisationDeleted(let id):
      organisations[id] = nil
    case .interestSet(let id, let interest):
      interests[id] = Entry(value: interest, revision: revision)
    case .interestDeleted(let id):
      interests[id] = nil
    case .relationSet(let id, let relation):
      relations[id] = Entry(value: relation, revision: revision)
    case .relationDeleted(let id):
      relations[id] = nil
    case .absenceSet(let id, let absence):
      absences[id] = Entry(value: absence, revision: revision)
    case .absenceDeleted(let id):
      absences[id] = nil
    case .policySet(let policy):
      self.policy = PolicyEntry(
        policy: policy, version: self.policy.version + 1, revision: revision)
    case .travelSet(let legs):
      for leg in legs { travel[leg.home, default: [:]][leg.country] = leg.units }
    case .closuresSet(let country, let days):
      closures[country] = days.isEmpty ? nil : days
    case .auditHeld(let held):
      history.append(held)
    case .auditSubmitted(let audit, let contact):
      audits[audit.id] = AuditEntry(
        audit: audit, contact: contact, state: .submitted, panel: nil, revision: revision)
    case .auditAdmitted(let id):
      change(id) { $0.state = .admitted }
    case .auditUpdated(let audit, let contact):
      change(audit.id) {
        $0.audit = audit
        $0.contact = contact
      }
    case .auditWithdrawn(let id, _):
      change(id) {
        $0.state = .withdrawn
        $0.panel = nil
      }
    case .panelAssigned(let id, let panel):
      change(id) {
        $0.state = .proposed
        $0.panel = panel
      }
    case .panelUnassigned(let id, _, _):
      change(id) {
        $0.state = .admitted
        $0.panel = nil
      }
    case .panelPinned(let id):
      change(id) { $0.panel?.pinned = true }
    case .panelUnpinned(let id):
      change(id) { $0.panel?.pinned = false }
    }
  }

  private mutating func change(_ id: AuditID, _ body: (inout AuditEntry) -> Void) {
    guard var entry = audits[id] else { return }
    body(&entry)
    entry.revision = revision
    audits[id] = entry
  }
}
