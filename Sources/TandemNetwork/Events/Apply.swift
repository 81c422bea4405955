import TandemModel

extension NetworkState {
  /// Folds in the events of one record. Reads nothing but the state.
  mutating func apply(_ events: [Event], from origin: Origin) {
    revision = origin.revision
    for event in events { apply(event, from: origin) }
  }

  private mutating func apply(_ event: Event, from origin: Origin) {
    switch event {
    case .expertSet(let expert, let person, let openingDay):
      set(expert, person, openingDay: openingDay)
    case .interestsDeclared(let id, let day):
      experts[id]?.interestsDeclared = day
      experts[id]?.revision = revision
    case .expertRetired(let id):
      experts[id]?.retired = true
      experts[id]?.revision = revision
    case .expertDoubtFound(let pair, let reason, let likeness):
      doubt(pair, Doubt(reason: reason, likeness: likeness, origin: origin))
    case .expertsDistinguished(let pair, _): distinguish(pair)
    case .expertMerged(let id, let into, _): merge(id, into: into)
    case .organisationSet(let organisation):
      replace(organisations[organisation.id]?.value, by: organisation)
      organisations[organisation.id] = Entry(value: organisation, origin: origin)
    case .organisationDeleted(let id):
      replace(organisations[id]?.value, by: nil)
      organisations[id] = nil
      forgetDoubts(of: id)
    case .doubtFound(let pair, let reason, let likeness):
      doubts[pair] = Doubt(reason: reason, likeness: likeness, origin: origin)
      links.doubts.insert(pair)
    case .organisationsDistinguished(let pair, _): distinguish(pair)
    case .organisationMerged(let id, let into, _):
      merges[id] = into
      links.merged.insert(id, for: into)
    case .organisationSplit(let id, _):
      guard let into = merges.removeValue(forKey: id) else { break }
      links.merged.remove(id, from: into)
      OrganisationPair(id, into).map { distinguish($0) }
    case .interestSet(let id, let interest): set(id, interest, from: origin)
    case .interestDeleted(let id): set(id, Interest?.none, from: origin)
    case .interestNamed(let id, let name): declarations[id] = name
    case .relationSet(let id, let relation): set(id, relation, from: origin)
    case .relationDeleted(let id): set(id, Relation?.none, from: origin)
    case .absenceSet(let id, let absence): set(id, absence, from: origin)
    case .absenceDeleted(let id): set(id, Absence?.none, from: origin)
    case .policySet(let policy, let note):
      policies.append(
        PolicyEntry(
          policy: policy, version: self.policy.version + 1, note: note, origin: origin))
    case .travelSet(let legs):
      for leg in legs { travel[leg.home, default: [:]][leg.country] = leg.units }
    case .closuresSet(let country, let days):
      closures[country] = days.isEmpty ? nil : days
    case .auditHeld(var held):
      held.experts = Set(held.experts.map(canonical))
      for expert in held.experts { links.served.insert(history.count, for: expert) }
      history.append(held)
    case .auditSubmitted(let audit, let contact, let reference):
      let reference = reference.map { AuditReference($0, of: origin.actor) }
      if let reference { links.references[reference] = audit.id }
      audits[audit.id] = AuditEntry(
        audit, contact: contact, reference: reference, from: origin)
    case .auditUpdated(let audit, let contact):
      change(audit.id) {
        $0.take(audit, from: origin)
        $0.contact = contact
      }
    case .membersNamed(let id, let names):
      change(id) { $0.memberNames = names }
    case .auditAdmitted(let id):
      change(id) { $0.state = .admitted }
    case .bidPlaced(let id, let expert, let bid):
      change(id) { $0.audit.bids[expert] = bid == 1 ? nil : bid }
    case .auditWithdrawn(let id, _):
      setPanel(nil, of: id, in: .withdrawn)
    case .panelAssigned(let id, let assignment):
      assign(
        StandingPanel(
          start: assignment.start, experts: assignment.experts, pinned: assignment.pinned,
          current: assignment.current,
          decision: Decision(
            origin: origin, policyVersion: policy.version, selection: assignment.selection)),
        to: id)
    case .panelUnassigned(let id, _, _):
      setPanel(nil, of: id, in: .admitted)
    case .panelPinned(let id):
      change(id) { $0.panel?.pinned = true }
    case .panelUnpinned(let id):
      change(id) { $0.panel?.pinned = false }
    case .panelAnnounced(let id, let day):
      change(id) { $0.panel?.announcement = Announcement(on: day, origin: origin) }
    case .expertsInvited(let id, let day): invite(id, on: day, from: origin)
    case .invitationAccepted(let id, let expert, let declaration):
      change(id) {
        let acceptance = Acceptance(declaration: declaration, origin: origin)
        $0.panel?.invitations[expert]?.acceptance = acceptance
        $0.vacancy?.invitations[expert]?.acceptance = acceptance
        guard let panel = $0.panel, panel.isConfirmed else { return }
        $0.panel?.pinned = true
        $0.state = .confirmed
      }
    case .expertExcluded(let id, let expert, let exclusion):
      exclude(expert, from: id, exclusion.cause, by: origin)
    case .panelHeld(let id):
      change(id) { $0.state = .held }
    case .reportFiled(let id, let expert, let report):
      change(id) { $0.reports[expert] = FiledReport(report: report, origin: origin) }
    case .auditDecided(let id, let awarded, let reason):
      change(id) {
        $0.state = .decided
        $0.verdict = Verdict(awarded: awarded, reason: reason, origin: origin)
      }
    case .labelAwarded(let award): labels.append(award)
    case .auditCancelled(let id, _): setPanel(nil, of: id, in: .cancelled)
    case .planPublished(let plan):
      apply(plan, from: origin)
    case .waiverGranted(let id, let waiver, let until, let reason):
      change(id) {
        $0.waivers.removeAll { $0.waiver == waiver }
        $0.waivers.append(
          GrantedWaiver(waiver: waiver, reason: reason, until: until, origin: origin))
      }
    case .waiverRevoked(let id, let waiver, _):
      change(id) { $0.waivers.removeAll { $0.waiver == waiver } }
    case .tokenCreated(let token):
      set(TokenEntry(token: token, revoked: false, origin: origin, revision: revision))
    case .tokenRotated(let id, let secretHash, let until):
      change(id) {
        $0.token.secretHash = secretHash
        $0.token.until = until
      }
    case .tokenRevoked(let id):
      change(id) { $0.revoked = true }
    }
  }

  private mutating func change(_ id: TokenID, _ body: (inout TokenEntry) -> Void) {
    guard var entry = tokens[id] else { return }
    body(&entry)
    entry.revision = revision
    set(entry)
  }

  mutating func set(_ id: InterestID, _ interest: Interest?, from origin: Origin) {
    links.replace(id, interests[id]?.value, by: interest)
    if interests[id]?.value.organisation != interest?.organisation { declarations[id] = nil }
    interests[id] = interest.map { Entry(value: $0, origin: origin) }
  }

  mutating func set(_ id: RelationID, _ relation: Relation?, from origin: Origin) {
    links.replace(id, relations[id]?.value, by: relation)
    relations[id] = relation.map { Entry(value: $0, origin: origin) }
  }

  mutating func set(_ id: AbsenceID, _ absence: Absence?, from origin: Origin) {
    links.replace(id, absences[id]?.value, by: absence)
    absences[id] = absence.map { Entry(value: $0, origin: origin) }
  }
}
