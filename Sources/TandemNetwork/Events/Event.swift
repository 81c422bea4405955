import TandemJournal
import TandemModel

/// A fact that an accepted command made. State is a fold over these.
public enum Event: Hashable, Sendable {
  case expertSet(Expert, Person, openingDay: Day)
  case expertRetired(ExpertID)
  /// All their interests are declared as of a day.
  case interestsDeclared(ExpertID, on: Day)
  /// With how alike they are, of 100.
  case expertDoubtFound(ExpertPair, reason: String, likeness: Int)
  case expertsDistinguished(ExpertPair, reason: String)
  /// The one was entered twice: all that refers to it refers to the other from then on.
  case expertMerged(ExpertID, into: ExpertID, reason: String)
  case organisationSet(Organisation)
  case organisationDeleted(OrganisationID)
  /// With how alike they are, of 100.
  case doubtFound(OrganisationPair, reason: String, likeness: Int)
  case organisationsDistinguished(OrganisationPair, reason: String)
  case organisationMerged(OrganisationID, into: OrganisationID, reason: String)
  case organisationSplit(OrganisationID, reason: String)
  case interestSet(InterestID, Interest)
  /// What the organisation of an interest was taken from.
  case interestNamed(InterestID, ResolvedName)
  case interestDeleted(InterestID)
  case relationSet(RelationID, Relation)
  case relationDeleted(RelationID)
  case absenceSet(AbsenceID, Absence)
  case absenceDeleted(AbsenceID)
  case policySet(Policy, note: String)
  case travelSet([TravelLeg])
  case closuresSet(Country, Set<Day>)
  case auditHeld(HeldAudit)
  /// With what the actor calls it.
  case auditSubmitted(Audit, contact: Person, reference: ID<AuditReference>? = nil)
  /// What members of an audit's cluster were taken from, in place of what was said before.
  case membersNamed(AuditID, [ResolvedName])
  case auditAdmitted(AuditID)
  case auditUpdated(Audit, contact: Person)
  case auditWithdrawn(AuditID, reason: String)
  /// How much an expert would like to serve, 0 keen … 3 very reluctant; 1 takes back what they said.
  case bidPlaced(AuditID, ExpertID, Int)
  case panelAssigned(AuditID, Assignment)
  /// With the experts who sat on it.
  case panelUnassigned(AuditID, reason: String, experts: Set<ExpertID>)
  case panelPinned(AuditID)
  case panelUnpinned(AuditID)
  /// The cluster is told of the panel on a day.
  case panelAnnounced(AuditID, on: Day)
  /// Those of the panel who were not asked yet are asked on a day.
  case expertsInvited(AuditID, on: Day)
  case invitationAccepted(AuditID, ExpertID, Declaration)
  /// An expert declines, stands down or is objected to; if they have a seat, it opens.
  case expertExcluded(AuditID, ExpertID, Exclusion)
  case panelHeld(AuditID)
  case reportFiled(AuditID, ExpertID, AuditReport)
  case auditDecided(AuditID, awarded: Bool, reason: String)
  case auditCancelled(AuditID, reason: String)
  case labelAwarded(AwardedLabel)
  case planPublished(PublishedPlan)
  case waiverGranted(AuditID, Waiver, until: Day, reason: String)
  case waiverRevoked(AuditID, Waiver, reason: String)
  case tokenCreated(AccessToken)
  case tokenRotated(TokenID, Hash, until: Day)
  case tokenRevoked(TokenID)
}

/// The panel that an audit got.
public struct Assignment: Hashable, Sendable {
  public var start: Day
  public var experts: Set<ExpertID>
  public var pinned: Bool
  public var current: Bool
  /// Nil where it came with a file.
  public var selection: Selection?

  public init(
    start: Day, experts: Set<ExpertID>, pinned: Bool, current: Bool, selection: Selection? = nil
  ) {
    self.start = start
    self.experts = experts
    self.pinned = pinned
    self.current = current
    self.selection = selection
  }
}
