import TandemModel

/// Finds the panels of which an event may have changed whether they keep the rules: every one of
/// which it did is among them, and a network of any size is not looked through for it.
struct TouchedPanels {
  let before: NetworkState
  let after: NetworkState

  func byAny(of events: [Event]) -> Set<AuditID> {
    events.reduce(into: []) { $0.formUnion(by($1)) }
  }

  private func by(_ event: Event) -> Set<AuditID> {
    switch event {
    case .expertSet(let expert, _, _): panels(of: [expert.id])
    case .expertRetired(let id): panels(of: [id])
    case .expertDoubtFound(let pair, _, _), .expertsDistinguished(let pair, _):
      panels(bearing: [pair.one, pair.other])
    case .expertMerged(let id, let into, _): panels(bearing: [id, into])
    case .doubtFound(let pair, _, _), .organisationsDistinguished(let pair, _):
      panels(tying: [pair.one, pair.other])
    case .organisationMerged(let id, let into, _): panels(tying: [id, into])
    case .organisationSplit(let id, _): panels(tying: [id])
    case .interestSet(let id, _), .interestDeleted(let id):
      Set(both { $0.interests[id]?.value }.flatMap(panels))
    case .relationSet(let id, _), .relationDeleted(let id):
      panels(bearing: both { $0.relations[id]?.value }.flatMap { [$0.one, $0.other] })
    case .absenceSet(let id, _), .absenceDeleted(let id):
      panels(of: both { $0.absences[id]?.value }.map(\.expert))
    case .organisationSet(let organisation): panels(named: organisation.id)
    case .organisationDeleted(let id): panels(named: id)
    case .closuresSet(let country, _): panels { $0.country == country }
    case .policySet: panels { _ in true }
    case .auditHeld(let held): panels(of: held.experts)
    case .auditUpdated(let audit, _):
      panels(of: both { $0.audits[audit.id]?.panel }.flatMap(\.experts)).union([audit.id])
    case .auditWithdrawn(let id, _), .auditCancelled(let id, _), .panelAssigned(let id, _),
      .panelUnassigned(let id, _, _), .expertExcluded(let id, _, _), .panelHeld(let id):
      panels(of: both { $0.audits[id]?.panel }.flatMap(\.experts)).union([id])
    case .planPublished(let plan):
      panels(
        of: before.changed(by: plan).flatMap { id in
          both { $0.audits[id]?.panel }.flatMap(\.experts)
        })
    case .waiverGranted(let id, _, _, _), .waiverRevoked(let id, _, _): [id]
    case .interestsDeclared, .bidPlaced, .tokenCreated, .tokenRotated, .tokenRevoked, .travelSet,
      .auditSubmitted, .auditAdmitted, .membersNamed, .interestNamed, .panelPinned, .panelUnpinned,
      .panelAnnounced,
      .expertsInvited, .invitationAccepted, .reportFiled, .auditDecided, .labelAwarded:
      []
    }
  }

  private func both<Value>(_ value: (NetworkState) -> Value?) -> [Value] {
    [before, after].compactMap(value)
  }

  private func panels(of experts: some Sequence<ExpertID>) -> Set<AuditID> {
    experts.reduce(into: []) { panels, expert in
      panels.formUnion(before.links.panels[expert])
      panels.formUnion(after.links.panels[expert])
    }
  }

  /// Of experts whose ties changed: theirs, and those of whoever may be the same person, then or now.
  private func panels(bearing experts: [ExpertID]) -> Set<AuditID> {
    panels(of: bearers(of: experts))
  }

  private func bearers(of experts: [ExpertID]) -> Set<ExpertID> {
    both { state in state.doubted(with: experts.map(state.canonical)) }
      .reduce(into: Set(experts)) { $0.formUnion($1) }
  }

  /// Of an interest: those of its expert, or of whoever may be the same person, in which what counts as one with its organisation has a part, or
  /// a tie of the other expert.
  private func panels(by interest: Interest) -> [AuditID] {
    let organisations = after.tied(to: [interest.organisation]).organisations
    let bearers = bearers(of: [interest.expert])
    return panels(of: bearers).filter { id in
      guard let entry = after.audits[id], let panel = entry.panel else { return false }
      return organisations.contains(after.canonical(entry.audit.cluster))
        || after.members(of: entry.audit).contains { !$0.isDisjoint(with: organisations) }
        || panel.experts.intersection(bearers).count > 1
        || panel.experts.subtracting(bearers).contains { expert in
          after.doubted(with: [expert]).contains { holder in
            after.links.interests[holder].contains {
              after.interests[$0].map { organisations.contains($0.value.organisation) } ?? false
            }
          }
        }
    }
  }

  private func panels(of isTouched: (Audit) -> Bool) -> Set<AuditID> {
    after.audits.values.reduce(into: []) { panels, entry in
      if entry.panel != nil, isTouched(entry.audit) { panels.insert(entry.audit.id) }
    }
  }

  /// Of an organisation that changed: what counts as one with it, and its members for its own audits.
  private func panels(named id: OrganisationID) -> Set<AuditID> {
    let (old, new) = (before.organisations[id]?.value, after.organisations[id]?.value)
    guard old?.group != new?.group || old?.members != new?.members else { return [] }
    let clusters = both { $0.entries(of: id) }.reduce(into: Set()) { $0.formUnion($1) }
    return panels(tying: [id]).union(
      panels { audit in
        clusters.contains(audit.cluster) || after.members(of: audit).contains { $0.contains(id) }
      })
  }

  /// Of organisations whose ties changed: those of whoever holds an interest in what counts as one with
  /// them, then or now, and those of the clusters among these.
  private func panels(tying ids: [OrganisationID]) -> Set<AuditID> {
    let tied = both { $0.tied(to: ids).organisations }.reduce(into: Set()) { $0.formUnion($1) }
    let holders = tied.flatMap { after.links.interestsIn[$0] }
      .compactMap { after.interests[$0]?.value.expert }
    return panels(bearing: holders).union(panels { tied.contains($0.cluster) })
  }
}
