extension Event {
  /// What an event is, by the name it has in records.
  public enum Kind: String, Sendable, CaseIterable {
    case expertSet = "expert_set"
    case expertRetired = "expert_retired"
    case interestsDeclared = "interests_declared"
    case expertDoubtFound = "expert_doubt_found"
    case expertsDistinguished = "experts_distinguished"
    case expertMerged = "expert_merged"
    case organisationSet = "organisation_set"
    case organisationDeleted = "organisation_deleted"
    case doubtFound = "doubt_found"
    case organisationsDistinguished = "organisations_distinguished"
    case organisationMerged = "organisation_merged"
    case organisationSplit = "organisation_split"
    case interestSet = "interest_set"
    case interestNamed = "interest_named"
    case interestDeleted = "interest_deleted"
    case relationSet = "relation_set"
    case relationDeleted = "relation_deleted"
    case absenceSet = "absence_set"
    case absenceDeleted = "absence_deleted"
    case policySet = "policy_set"
    case travelSet = "travel_set"
    case closuresSet = "closures_set"
    case auditHeld = "audit_held"
    case auditSubmitted = "audit_submitted"
    case membersNamed = "members_named"
    case auditAdmitted = "audit_admitted"
    case auditUpdated = "audit_updated"
    case auditWithdrawn = "audit_withdrawn"
    case bidPlaced = "bid_placed"
    case panelAssigned = "panel_assigned"
    case panelUnassigned = "panel_unassigned"
    case panelPinned = "panel_pinned"
    case panelUnpinned = "panel_unpinned"
    case panelAnnounced = "panel_announced"
    case expertsInvited = "experts_invited"
    case invitationAccepted = "invitation_accepted"
    case expertExcluded = "expert_excluded"
    case panelHeld = "panel_held"
    case reportFiled = "report_filed"
    case auditDecided = "audit_decided"
    case auditCancelled = "audit_cancelled"
    case labelAwarded = "label_awarded"
    case planPublished = "plan_published"
    case waiverGranted = "waiver_granted"
    case waiverRevoked = "waiver_revoked"
    case tokenCreated = "token_created"
    case tokenRotated = "token_rotated"
    case tokenRevoked = "token_revoked"
  }

  public var kind: Kind {
    switch self {
    case .expertSet: .expertSet
    case .expertRetired: .expertRetired
    case .interestsDeclared: .interestsDeclared
    case .expertDoubtFound: .expertDoubtFound
    case .expertsDistinguished: .expertsDistinguished
    case .expertMerged: .expertMerged
    case .organisationSet: .organisationSet
    case .organisationDeleted: .organisationDeleted
    case .doubtFound: .doubtFound
    case .organisationsDistinguished: .organisationsDistinguished
    case .organisationMerged: .organisationMerged
    case .organisationSplit: .organisationSplit
    case .interestSet: .interestSet
    case .interestNamed: .interestNamed
    case .interestDeleted: .interestDeleted
    case .relationSet: .relationSet
    case .relationDeleted: .relationDeleted
    case .absenceSet: .absenceSet
    case .absenceDeleted: .absenceDeleted
    case .policySet: .policySet
    case .travelSet: .travelSet
    case .closuresSet: .closuresSet
    case .auditHeld: .auditHeld
    case .auditSubmitted: .auditSubmitted
    case .membersNamed: .membersNamed
    case .auditAdmitted: .auditAdmitted
    case .auditUpdated: .auditUpdated
    case .auditWithdrawn: .auditWithdrawn
    case .bidPlaced: .bidPlaced
    case .panelAssigned: .panelAssigned
    case .panelUnassigned: .panelUnassigned
    case .panelPinned: .panelPinned
    case .panelUnpinned: .panelUnpinned
    case .panelAnnounced: .panelAnnounced
    case .expertsInvited: .expertsInvited
    case .invitationAccepted: .invitationAccepted
    case .expertExcluded: .expertExcluded
    case .panelHeld: .panelHeld
    case .reportFiled: .reportFiled
    case .auditDecided: .auditDecided
    case .auditCancelled: .auditCancelled
    case .labelAwarded: .labelAwarded
    case .planPublished: .planPublished
    case .waiverGranted: .waiverGranted
    case .waiverRevoked: .waiverRevoked
    case .tokenCreated: .tokenCreated
    case .tokenRotated: .tokenRotated
    case .tokenRevoked: .tokenRevoked
    }
  }
}
