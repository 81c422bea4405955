import TandemProtocol

extension MethodRouter {
  /// Gives each method of the table its handler.
  mutating func registerAll(_ admin: AdminHandlers, _ tokens: TokenHandlers) {
    register(Methods.createExpert, ExpertHandlers.create)
    register(Methods.getExpert, ExpertHandlers.get)
    register(Methods.listExperts, ExpertHandlers.list)
    register(Methods.updateExpert, ExpertHandlers.update)
    register(Methods.retireExpert, ExpertHandlers.retire)

    register(Methods.createOrganisation, OrganisationHandlers.create)
    register(Methods.getOrganisation, OrganisationHandlers.get)
    register(Methods.listOrganisations, OrganisationHandlers.list)
    register(Methods.updateOrganisation, OrganisationHandlers.update)
    register(Methods.deleteOrganisation, OrganisationHandlers.delete)

    register(Methods.listDoubts, IdentityHandlers.doubts)
    register(Methods.mergeOrganisation, IdentityHandlers.merge)
    register(Methods.splitOrganisation, IdentityHandlers.split)
    register(Methods.distinguishOrganisations, IdentityHandlers.distinguish)
    register(Methods.listExpertDoubts, ExpertIdentityHandlers.doubts)
    register(Methods.mergeExpert, ExpertIdentityHandlers.merge)
    register(Methods.distinguishExperts, ExpertIdentityHandlers.distinguish)
    register(Methods.createInterest, InterestHandlers.create)
    register(Methods.getInterest, InterestHandlers.get)
    register(Methods.listInterests, InterestHandlers.list)
    register(Methods.updateInterest, InterestHandlers.update)
    register(Methods.deleteInterest, InterestHandlers.delete)

    register(Methods.createRelation, RelationHandlers.create)
    register(Methods.getRelation, RelationHandlers.get)
    register(Methods.listRelations, RelationHandlers.list)
    register(Methods.deleteRelation, RelationHandlers.delete)

    register(Methods.createAbsence, AbsenceHandlers.create)
    register(Methods.getAbsence, AbsenceHandlers.get)
    register(Methods.listAbsences, AbsenceHandlers.list)
    register(Methods.updateAbsence, AbsenceHandlers.update)
    register(Methods.deleteAbsence, AbsenceHandlers.delete)

    register(Methods.importProblem, ProblemHandlers.take)
    register(Methods.exportProblem, ProblemHandlers.export)

    register(Methods.getPolicy, PolicyHandlers.get)
    register(Methods.setPolicy, PolicyHandlers.set)
    register(Methods.listPolicyVersions, PolicyHandlers.listVersions)
    register(Methods.getTravel, PolicyHandlers.getTravel)
    register(Methods.setTravel, PolicyHandlers.setTravel)
    register(Methods.getClosures, PolicyHandlers.getClosures)
    register(Methods.setClosures, PolicyHandlers.setClosures)

    register(Methods.submitAudit, AuditHandlers.submit)
    register(Methods.getAudit, AuditHandlers.get)
    register(Methods.listAudits, AuditHandlers.list)
    register(Methods.admitAudit, AuditHandlers.admit)
    register(Methods.updateAudit, AuditHandlers.update)
    register(Methods.withdrawAudit, AuditHandlers.withdraw)

    register(Methods.rankPanels, PanelHandlers.rank)
    register(Methods.checkPanel, PanelHandlers.check)
    register(Methods.explain, ExplainHandlers.explain)
    register(Methods.listBrokenPanels, BrokenPanelHandlers.list)
    register(Methods.grantWaiver, WaiverHandlers.grant)
    register(Methods.revokeWaiver, WaiverHandlers.revoke)
    register(Methods.exportRecord, RecordHandlers.export)
    let plans = PlanHandlers()
    register(Methods.plan, plans.plan)
    register(Methods.stopPlan, plans.stop)
    register(Methods.publishPlan, PublishedPlanHandlers.publish)
    register(Methods.listPublishedPlans, PublishedPlanHandlers.list)
    register(Methods.getPublishedPlan, PublishedPlanHandlers.get)
    register(Methods.assignPanel, PanelHandlers.assign)
    register(Methods.unassignPanel, PanelHandlers.unassign)
    register(Methods.pinPanel, PanelHandlers.pin)
    register(Methods.unpinPanel, PanelHandlers.unpin)

    register(Methods.listAssignments, AssignmentHandlers.list)

    register(Methods.getServerInfo, admin.info)
    register(Methods.verifyJournal, admin.verifyJournal)
    register(Methods.createToken, tokens.create)
    register(Methods.listTokens, tokens.list)
    register(Methods.rotateToken, tokens.rotate)
    register(Methods.revokeToken, tokens.revoke)
  }
}
