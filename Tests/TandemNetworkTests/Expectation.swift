import TandemModel

@testable import TandemNetwork

/// What should become of a command, said once more and in another way than the decisions do: by a
/// list of what speaks against it, the first of which counts.
struct Expectation {
  enum Answer: String {
    case accepted, invalid, notFound, alreadyExists, stale, notNow
    /// The rules of matching decide.
    case matching
  }

  let state: NetworkState
  let today: Day

  func answer(to command: Command) -> Answer {
    switch command {
    case .createExpert(let expert, _):
      first(
        (.alreadyExists, state.experts[expert.id] != nil), (.invalid, !isSound(expert)))
    case .updateExpert(let expert, _, let readAt):
      first(
        (.notFound, state.experts[expert.id] == nil), (.notNow, isMerged(expert.id)),
        (.stale, state.experts[expert.id]?.revision != readAt), (.invalid, !isSound(expert)))
    case .declareInterests(let id):
      first(
        (.notFound, state.experts[id] == nil),
        (.notNow, state.experts[id]?.mergedInto != nil))
    case .placeBid(let id, let expert, let bid):
      first(
        (.invalid, !(0...3).contains(bid)),
        (
          .notFound,
          (try? state.openAudits(for: expert, on: today).contains { $0.audit.id == id }) != true
        ))
    case .retireExpert(let id):
      first(
        (.notFound, state.experts[id] == nil), (.notNow, state.experts[id]?.retired == true))
    case .mergeExpert(let id, let into, _):
      first(
        (.notFound, state.experts[id] == nil), (.notNow, isMerged(id)),
        (.notFound, state.experts[into] == nil), (.notNow, isMerged(into)), (.invalid, id == into),
        (
          .notNow, state.experts[into]?.retired == true && state.experts[id]?.retired == false
        ))
    case .distinguishExperts(let pair, _):
      first(
        (.notFound, state.experts[pair.one] == nil), (.notNow, isMerged(pair.one)),
        (.notFound, state.experts[pair.other] == nil), (.notNow, isMerged(pair.other)),
        (.notNow, state.expertDistinctions.contains(pair)))
    case .createOrganisation(let organisation):
      first(
        (.alreadyExists, state.organisations[organisation.id] != nil),
        (.invalid, !isSound(organisation)))
    case .updateOrganisation(let organisation, let readAt):
      changed(
        state.organisations[organisation.id]?.revision, readAt,
        (.invalid, !isSound(organisation)))
    case .deleteOrganisation(let id):
      first((.notFound, state.organisations[id] == nil), (.notNow, isMerged(id) || isNamed(id)))
    case .mergeOrganisation(let id, let into, _):
      first(
        (.notFound, state.organisations[id] == nil), (.notNow, state.merges[id] != nil),
        (.notFound, state.organisations[into] == nil), (.notNow, state.merges[into] != nil),
        (.invalid, id == into))
    case .splitOrganisation(let id, _):
      first((.notFound, state.organisations[id] == nil), (.notNow, state.merges[id] == nil))
    case .distinguishOrganisations(let pair, _):
      first(
        (.notFound, state.organisations[pair.one] == nil),
        (.notFound, state.organisations[pair.other] == nil),
        (.notNow, isSettled(pair.one, pair.other)))
    case .declareInterest(let id, let interest):
      first(
        (.alreadyExists, state.interests[id] != nil),
        (
          .invalid,
          !mayName([interest.expert])
            || !state.policy.policy.coolingOff.keys.contains(interest.kind)
        ))
    case .createInterest(let id, let interest):
      first((.alreadyExists, state.interests[id] != nil), (.invalid, !isSound(interest)))
    case .updateInterest(let id, let interest, let readAt):
      changed(state.interests[id]?.revision, readAt, (.invalid, !isSound(interest)))
    case .deleteInterest(let id): first((.notFound, state.interests[id] == nil))
    case .createRelation(let id, let relation, let takesUnknown):
      first(
        (.alreadyExists, state.relations[id] != nil),
        (.invalid, !takesUnknown && !mayName([relation.one, relation.other])))
    case .deleteRelation(let id): first((.notFound, state.relations[id] == nil))
    case .createAbsence(let id, let absence):
      first(
        (.alreadyExists, state.absences[id] != nil), (.invalid, !mayName([absence.expert])))
    case .updateAbsence(let id, let absence, let readAt):
      changed(
        state.absences[id]?.revision, readAt, (.invalid, !mayName([absence.expert])))
    case .deleteAbsence(let id): first((.notFound, state.absences[id] == nil))
    case .setPolicy(let policy, _, let readAt):
      first((.stale, readAt < state.policy.revision), (.invalid, !covers(policy)))
    case .setTravel, .setClosures: .accepted
    case .publishPlan: .matching
    case .createToken(let token):
      first((.alreadyExists, state.tokens[token.id] != nil), (.invalid, !isSound(token)))
    case .rotateToken(let id, _, let until):
      first(
        (.notFound, state.tokens[id] == nil), (.notNow, state.tokens[id]?.revoked == true),
        (.invalid, !lives(until)), (.notNow, until == today && isLastCoordinator(id)))
    case .revokeToken(let id):
      first(
        (.notFound, state.tokens[id] == nil), (.notNow, state.tokens[id]?.revoked == true),
        (.notNow, (state.tokens[id]?.token.until ?? today) >= today && isLastCoordinator(id)))
    case .submitAudit(let audit, _, _, let reference, let takesUnknown):
      first(
        (.alreadyExists, reference.map(isTaken) == true),
        (.alreadyExists, state.audits[audit.id] != nil),
        (.invalid, !isSound(audit, objecting: takesUnknown ? [] : audit.objections)))
    case .admitAudit(let id): inState(id, [.submitted])
    case .updateAudit(let audit, _, _, let readAt, let takesUnknown):
      first(
        (.notFound, state.audits[audit.id] == nil),
        (.notNow, state.audits[audit.id]?.state.isOver == true),
        (.stale, state.audits[audit.id]?.revision != readAt),
        (
          .invalid,
          !isSound(
            audit, besides: state.audits[audit.id]?.audit.window,
            objecting: takesUnknown
              ? [] : audit.objections.subtracting(state.audits[audit.id]?.audit.objections ?? []))
        ))
    case .withdrawAudit(let id, _):
      isHeld(id) ? .notNow : inState(id, Self.open)
    case .assignPanel(let id, _, _):
      inState(id, [.admitted]) == .accepted ? .matching : inState(id, [.admitted])
    case .unassignPanel(let id, _): isHeld(id) ? .notNow : inState(id, Self.standing)
    case .pinPanel(let id):
      first(
        (.notFound, state.audits[id] == nil), (.notNow, state.audits[id]?.panel?.pinned ?? true),
        (.matching, true))
    case .unpinPanel(let id):
      first(
        (.notFound, state.audits[id] == nil),
        (.notNow, state.audits[id]?.panel?.pinned != true))
    case .grantWaiver(let id, let waiver, let until, _):
      first(
        (.notFound, state.audits[id] == nil),
        (.notNow, state.audits[id]?.state.isOver == true),
        (.notNow, state.audits[id]?.waivers(on: today).contains { $0.waiver == waiver } == true),
        (
          .invalid,
          !mayName(Set(waiver.experts)) || until < today
            || waiver.experts.count > Set(waiver.experts).count
        ))
    case .revokeWaiver(let id, let waiver, _):
      first(
        (.notFound, state.audits[id] == nil),
        (.notNow, state.audits[id]?.waivers.contains { $0.waiver == waiver } == false))
    case .importProblem, .steps: .matching
    case .recordLabel(let label, let cluster, let day):
      first(
        (.invalid, state.policy.policy.labels[label] == nil || day > today),
        (.notFound, state.organisations[cluster] == nil),
        (
          .notNow,
          state.labels.contains {
            $0.cluster == cluster && $0.label == label && $0.awarded == day.firstOfMonth
          }
        ))
    case .changePanel, .announcePanel, .inviteExperts, .acceptInvitation, .declineInvitation,
      .recuseExpert, .objectToExpert, .holdAudit, .fileReport, .decideAudit, .cancelAudit:
      answerToLife(command)
    }
  }

  private static let standing: Set<AuditState> = [.proposed, .invited, .confirmed]
  private static let open: Set<AuditState> = standing.union([.submitted, .admitted])

  private func answerToLife(_ command: Command) -> Answer {
    switch command {
    case .changePanel(let id, let choice, _):
      steps(
        id, Self.standing, (.notNow, isHeld(id)), (.invalid, !knows(Set(choice.experts))),
        (
          .notNow,
          panel(id)?.start == choice.start && panel(id)?.experts == Set(choice.experts)
        ), (.matching, true))
    case .announcePanel(let id):
      steps(id, [.proposed], (.notNow, panel(id)?.announcement != nil), (.matching, true))
    case .inviteExperts(let id):
      steps(
        id, [.proposed],
        (.notNow, panel(id)?.announcement.map { $0.on.adding(7) >= today } ?? true),
        (.matching, true))
    case .acceptInvitation(let id, let expert, let version):
      steps(
        id, answerable(id, expert), (.notFound, state.audits[id]?.invitation(of: expert) == nil),
        (.notNow, state.audits[id]?.invitation(of: expert)?.acceptance != nil),
        (.invalid, version != 1),
        (.matching, true))
    case .declineInvitation(let id, let expert, let exclusion, let interest):
      steps(
        id, answerable(id, expert), (.notFound, state.audits[id]?.invitation(of: expert) == nil),
        (.notNow, state.audits[id]?.invitation(of: expert)?.acceptance != nil),
        (.invalid, (exclusion.cause == .conflict) != (interest != nil)),
        (interest.map(answer) ?? .accepted, true))
    case .recuseExpert(let id, let expert, _):
      steps(
        id, Self.open, (.notNow, isHeld(id)), (.invalid, !mayName([expert])),
        (.notNow, state.audits[id]?.audit.recusals.contains(expert) == true))
    case .objectToExpert(let id, let expert, _, let byCluster):
      steps(
        id, Self.standing, (.notNow, isHeld(id)), (.notNow, panel(id)?.announcement == nil),
        (.invalid, panel(id)?.experts.contains(expert) == false),
        (.notNow, byCluster && panel(id)?.announcement.map { $0.on.adding(7) < today } == true))
    case .holdAudit(let id):
      steps(id, [.confirmed], (.notNow, panel(id).map { $0.start > today } == true))
    case .fileReport(let id, let expert, let report):
      steps(
        id, [.held], (.notFound, panel(id)?.experts.contains(expert) == false),
        (.notNow, state.audits[id]?.reports[expert] != nil), (.invalid, report.scores.count != 6))
    case .decideAudit(let id, let awarded, let reason):
      steps(
        id, [.held], (.notNow, state.audits[id]?.reports.count != panel(id)?.experts.count),
        (
          .invalid,
          reason.isEmpty
            && state.audits[id]?.reports.values.contains { $0.report.recommended == awarded }
              == false
        ))
    case .cancelAudit(let id, _):
      steps(id, Self.open, (.notNow, state.audits[id]?.state == .confirmed && isHeld(id)))
    default: .matching
    }
  }

  /// Who is left of a panel in which a seat opened may answer still.
  private func answerable(_ id: AuditID, _ expert: ExpertID) -> Set<AuditState> {
    state.audits[id]?.vacancy?.experts.contains(expert) == true
      ? [.invited, .admitted] : [.invited]
  }

  private func panel(_ id: AuditID) -> StandingPanel? { state.audits[id]?.panel }

  private func steps(
    _ id: AuditID, _ states: Set<AuditState>, _ against: (Answer, Bool)...
  ) -> Answer {
    let answer = inState(id, states)
    return answer == .accepted ? against.first { $0.1 }?.0 ?? .accepted : answer
  }

  private func first(_ against: (Answer, Bool)...) -> Answer {
    against.first { $0.1 }?.0 ?? .accepted
  }

  private func changed(_ revision: Int?, _ readAt: Int, _ other: (Answer, Bool)) -> Answer {
    first((.notFound, revision == nil), (.stale, revision != readAt), other)
  }

  private func inState(_ id: AuditID, _ states: Set<AuditState>) -> Answer {
    first(
      (.notFound, state.audits[id] == nil),
      (.notNow, state.audits[id].map { !states.contains($0.state) } ?? false))
  }
}

extension Refusal {
  /// The answer that it is, nil for one that matching or the journal gives.
  var answer: Expectation.Answer? {
    switch self {
    case .invalid: .invalid
    case .notFound: .notFound
    case .alreadyExists, .referenceTaken: .alreadyExists
    case .stale: .stale
    case .notNow: .notNow
    case .denied, .notLetIn, .broken, .noteMissing, .noPanel, .planOutdated, .busy, .requestReused,
      .journal:
      nil
    }
  }
}
