import TandemModel

extension NetworkState {
  /// What the command would make happen, or why it cannot be. Depends on nothing but the state, the
  /// command and the moment.
  func decide(_ command: Command, at moment: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .createExpert(let expert, let person):
      try createExpert(expert, person, on: moment.today)
    case .updateExpert(let expert, let person, let readAt):
      try updateExpert(expert, person, readAt: readAt)
    case .retireExpert(let id):
      try retireExpert(id)
    case .declareInterests(let id):
      try declareInterests(id, on: moment.today)
    case .placeBid(let id, let expert, let bid):
      try placeBid(id, expert, bid, on: moment.today)
    case .mergeExpert(let id, let into, let reason):
      try mergeExpert(id, into: into, reason: reason, on: moment.today)
    case .distinguishExperts(let pair, let reason):
      try distinguishExperts(pair, reason: reason)
    case .createOrganisation(let organisation):
      try createOrganisation(organisation)
    case .updateOrganisation(let organisation, let readAt):
      try updateOrganisation(organisation, readAt: readAt)
    case .deleteOrganisation(let id):
      try deleteOrganisation(id)
    case .mergeOrganisation(let id, let into, let reason):
      try mergeOrganisation(id, into: into, reason: reason)
    case .splitOrganisation(let id, let reason):
      try splitOrganisation(id, reason: reason)
    case .distinguishOrganisations(let pair, let reason):
      try distinguishOrganisations(pair, reason: reason)
    case .declareInterest(let id, let interest):
      try declareInterest(id, interest)
    case .createInterest(let id, let interest):
      try createInterest(id, interest)
    case .updateInterest(let id, let interest, let readAt):
      try updateInterest(id, interest, readAt: readAt)
    case .deleteInterest(let id):
      try deleteInterest(id)
    case .createRelation(let id, let relation, let takesUnknown):
      try createRelation(id, relation, takesUnknown: takesUnknown)
    case .deleteRelation(let id):
      try deleteRelation(id)
    case .createAbsence(let id, let absence):
      try createAbsence(id, absence)
    case .updateAbsence(let id, let absence, let readAt):
      try updateAbsence(id, absence, readAt: readAt)
    case .deleteAbsence(let id):
      try deleteAbsence(id)
    case .setPolicy(let policy, let note, let readAt):
      try setPolicy(policy, note: note, readAt: readAt)
    case .setTravel(let legs):
      [.travelSet(legs)]
    case .setClosures(let country, let days):
      [.closuresSet(country, days)]
    case .submitAudit(let audit, let contact, let members, let reference, let takesUnknown):
      try submitAudit(
        audit, contact: contact, members: members, reference: reference,
        takesUnknown: takesUnknown, on: moment.today)
    case .admitAudit(let id):
      try admitAudit(id)
    case .updateAudit(let audit, let contact, let members, let readAt, let takesUnknown):
      try updateAudit(
        audit, contact: contact, members: members, readAt: readAt, takesUnknown: takesUnknown,
        on: moment.today)
    case .withdrawAudit(let id, let reason):
      try withdrawAudit(id, reason: reason, on: moment.today)
    case .assignPanel(let id, let choice, let note):
      try assignPanel(id, choice, note: note, on: moment.today)
    case .unassignPanel(let id, let reason):
      try unassignPanel(id, reason: reason, on: moment.today)
    case .pinPanel(let id):
      try pinPanel(id, on: moment.today)
    case .unpinPanel(let id):
      try unpinPanel(id)
    case .changePanel(let id, let choice, let reason):
      try changePanel(id, choice, reason: reason, on: moment.today)
    case .announcePanel(let id):
      try announcePanel(id, on: moment.today)
    case .inviteExperts(let id):
      try inviteExperts(id, on: moment.today)
    case .acceptInvitation(let id, let expert, let declaration):
      try acceptInvitation(id, expert, declaration: declaration, on: moment.today)
    case .declineInvitation(let id, let expert, let exclusion, let interest):
      try declineInvitation(id, expert, exclusion, interest: interest, at: moment)
    case .recuseExpert(let id, let expert, let reason):
      try recuseExpert(id, expert, reason: reason, on: moment.today)
    case .objectToExpert(let id, let expert, let reason, let byCluster):
      try objectToExpert(id, expert, reason: reason, byCluster: byCluster, on: moment.today)
    case .holdAudit(let id):
      try holdAudit(id, on: moment.today)
    case .fileReport(let id, let expert, let report):
      try fileReport(id, expert, report)
    case .decideAudit(let id, let awarded, let reason):
      try decideAudit(id, awarded: awarded, reason: reason)
    case .recordLabel(let label, let cluster, let day):
      try recordLabel(label, of: cluster, on: day, today: moment.today)
    case .cancelAudit(let id, let reason):
      try cancelAudit(id, reason: reason, on: moment.today)
    case .publishPlan(let plan):
      try publishPlan(plan, on: moment.today)
    case .grantWaiver(let id, let waiver, let until, let reason):
      try grantWaiver(waiver, of: id, until: until, reason: reason, on: moment.today)
    case .revokeWaiver(let id, let waiver, let reason):
      try revokeWaiver(waiver, of: id, reason: reason)
    case .createToken(let token):
      try createToken(token, on: moment.today)
    case .rotateToken(let id, let secretHash, let until):
      try rotateToken(id, secretHash, until: until, on: moment.today)
    case .revokeToken(let id):
      try revokeToken(id, on: moment.today)
    case .steps(let steps):
      try decide(steps, at: moment)
    case .importProblem(let file, let withoutAudits):
      try importProblem(file, withoutAudits: withoutAudits, on: moment.today)
    }
  }
}
