import TandemModel

/// One fact that a command made, by what it is about: what somebody needs to know who follows the network
/// and reads for themselves what they want of it.
public struct Change: Hashable, Sendable {
  public let kind: Event.Kind
  /// The audit that it is about.
  public var audit: AuditID?
  /// The experts whom it is about.
  public var experts: Set<ExpertID> = []
  /// What else it is about, by its id; empty when it is about nothing else.
  public var subject = ""
}

extension Outcome {
  /// What the command changed, in the order of its events; a published plan is one change for each audit
  /// that got another panel by it.
  public var changes: [Change] { events.flatMap(changes) }

  private func changes(by event: Event) -> [Change] {
    if case .planPublished(let plan) = event {
      return before.changed(by: plan).sorted().map { Change(kind: event.kind, audit: $0) }
    }
    var change = Change(kind: event.kind)
    switch event {
    case .expertSet(let expert, _, _): change.experts = [expert.id]
    case .expertRetired(let id), .interestsDeclared(let id, _): change.experts = [id]
    case .expertDoubtFound(let pair, _, _), .expertsDistinguished(let pair, _):
      change.experts = [pair.one, pair.other]
    case .expertMerged(let id, let into, _): change.experts = [id, into]
    case .organisationSet(let organisation): change.subject = organisation.id.text
    case .organisationDeleted(let id), .organisationSplit(let id, _),
      .organisationMerged(let id, _, _):
      change.subject = id.text
    case .doubtFound(let pair, _, _), .organisationsDistinguished(let pair, _):
      change.subject = pair.one.text
    case .interestSet(let id, let interest): change.tell(id, of: [interest.expert])
    case .interestNamed(let id, _): change.tell(id, of: state.interests[id]?.value.expert)
    case .interestDeleted(let id): change.tell(id, of: before.interests[id]?.value.expert)
    case .relationSet(let id, let relation): change.tell(id, of: [relation.one, relation.other])
    case .relationDeleted(let id):
      change.tell(id, of: before.relations[id].map { [$0.value.one, $0.value.other] } ?? [])
    case .absenceSet(let id, let absence): change.tell(id, of: [absence.expert])
    case .absenceDeleted(let id): change.tell(id, of: before.absences[id]?.value.expert)
    case .closuresSet(let country, _): change.subject = country.text
    case .auditHeld(let held):
      change.subject = held.cluster.text
      change.experts = held.experts
    case .auditSubmitted(let audit, _, _), .auditUpdated(let audit, _): change.audit = audit.id
    case .panelUnassigned(let id, _, let experts):
      change.audit = id
      change.experts = experts
    case .panelAssigned(let id, let assignment):
      change.audit = id
      change.experts = assignment.experts
    case .invitationAccepted(let id, let expert, _), .bidPlaced(let id, let expert, _),
      .expertExcluded(let id, let expert, _),
      .reportFiled(let id, let expert, _):
      change.audit = id
      change.experts = [expert]
    case .waiverGranted(let id, let waiver, _, _), .waiverRevoked(let id, let waiver, _):
      change.audit = id
      change.experts = Set(waiver.experts)
    case .membersNamed(let id, _), .auditAdmitted(let id), .auditWithdrawn(let id, _),
      .panelPinned(let id), .panelUnpinned(let id), .panelAnnounced(let id, _),
      .expertsInvited(let id, _), .panelHeld(let id), .auditDecided(let id, _, _),
      .auditCancelled(let id, _):
      change.audit = id
    case .labelAwarded(let label):
      change.audit = label.audit
      change.subject = label.cluster.text
    case .tokenCreated(let token): change.subject = token.id.text
    case .tokenRotated(let id, _, _), .tokenRevoked(let id): change.subject = id.text
    case .policySet, .travelSet, .planPublished: break
    }
    return [change]
  }
}

extension Change {
  fileprivate mutating func tell<Subject>(_ id: ID<Subject>, of experts: Set<ExpertID>) {
    subject = id.text
    self.experts = experts
  }

  fileprivate mutating func tell<Subject>(_ id: ID<Subject>, of expert: ExpertID?) {
    tell(id, of: Set([expert].compactMap(\.self)))
  }
}
