import TandemModel

/// A fact that an accepted command made. State is a fold over these.
public enum Event: Hashable, Sendable {
  case expertSet(Expert, Person, openingDay: Day)
  case expertRetired(ExpertID)
  case organisationSet(Organisation)
  case organisationDeleted(OrganisationID)
  case interestSet(InterestID, Interest)
  case interestDeleted(InterestID)
  case relationSet(RelationID, Relation)
  case relationDeleted(RelationID)
  case absenceSet(AbsenceID, Absence)
  case absenceDeleted(AbsenceID)
  case policySet(Policy)
  case travelSet([TravelLeg])
  case closuresSet(Country, Set<Day>)
  case auditHeld(HeldAudit)
  case auditSubmitted(Audit, contact: Person)
  case auditAdmitted(AuditID)
  case auditUpdated(Audit, contact: Person)
  case auditWithdrawn(AuditID, reason: String)
  case panelAssigned(AuditID, StandingPanel)
  /// With the experts who sat on it.
  case panelUnassigned(AuditID, reason: String, experts: Set<ExpertID>)
  case panelPinned(AuditID)
  case panelUnpinned(AuditID)
}
