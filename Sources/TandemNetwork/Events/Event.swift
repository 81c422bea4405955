import TandemJournal
import TandemModel

/// A fact that an accepted command made. State is a fold over these.
public enum Event: Hashable, Sendable {
  case expertSet(Expert, Person, openingDay: Day)
  case expertRetired(ExpertID)
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
  case panelAssigned(AuditID, Assignment)
  /// With the experts who sat on it.
  case panelUnassigned(AuditID, reason: String, experts: Set<ExpertID>)
  case panelPinned(AuditID)
  case panelUnpinned(AuditID)
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
