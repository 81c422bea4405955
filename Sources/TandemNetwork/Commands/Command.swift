import TandemJournal
import TandemMatching
import TandemModel
import TandemNames

/// What somebody asks the network to do. Accepted, it becomes one record.
///
/// `readAt` is the revision of the thing as its reader saw it: when it has changed since, the
/// command is refused as stale.
///
/// `takesUnknown` is for those who may not learn which experts there are and where they live, and would
/// from a refusal: what they say of experts that the network does not know is taken down, and counts once
/// there are such.
public enum Command: Sendable {
  case createExpert(Expert, Person)
  case updateExpert(Expert, Person, readAt: Int)
  case retireExpert(ExpertID)
  case declareInterests(ExpertID)
  /// Says that an expert was entered twice: all that refers to the one refers to the other from then on.
  case mergeExpert(ExpertID, into: ExpertID, reason: String)
  /// Says that two are different people.
  case distinguishExperts(ExpertPair, reason: String)

  case createOrganisation(Organisation)
  case updateOrganisation(Organisation, readAt: Int)
  case deleteOrganisation(OrganisationID)

  /// Takes the one for another entry of the other: all that refers to it counts for that.
  case mergeOrganisation(OrganisationID, into: OrganisationID, reason: String)
  /// Undoes a merge.
  case splitOrganisation(OrganisationID, reason: String)
  /// Says that two are different.
  case distinguishOrganisations(OrganisationPair, reason: String)

  case createInterest(InterestID, Interest)
  case declareInterest(InterestID, DeclaredInterest)
  case updateInterest(InterestID, Interest, readAt: Int)
  case deleteInterest(InterestID)

  case createRelation(RelationID, Relation, takesUnknown: Bool = false)
  case deleteRelation(RelationID)

  case createAbsence(AbsenceID, Absence)
  case updateAbsence(AbsenceID, Absence, readAt: Int)
  case deleteAbsence(AbsenceID)

  case setPolicy(Policy, note: String, readAt: Int)
  case setTravel([TravelLeg])
  case setClosures(Country, Set<Day>)

  /// The cluster's members are those of the audit and those that the names mean.
  case submitAudit(
    Audit, contact: Person, members: [NameQuery] = [], reference: AuditReference? = nil,
    takesUnknown: Bool = false)
  case admitAudit(AuditID)
  /// The names are taken for members besides those of the audit.
  case updateAudit(
    Audit, contact: Person, members: [NameQuery] = [], readAt: Int, takesUnknown: Bool = false)
  case withdrawAudit(AuditID, reason: String)

  /// Without a choice the best ranked panel is taken; with another one the note says why.
  case assignPanel(AuditID, PanelChoice?, note: String)
  case unassignPanel(AuditID, reason: String)
  case pinPanel(AuditID)
  case unpinPanel(AuditID)
  /// Gives an audit that has a panel another one, with a reason.
  case changePanel(AuditID, PanelChoice, reason: String)

  case announcePanel(AuditID)
  case inviteExperts(AuditID)
  /// With the version of the declaration that the expert read.
  case acceptInvitation(AuditID, ExpertID, declaration: Int)
  /// A conflict comes with the command that declares the interest.
  indirect case declineInvitation(AuditID, ExpertID, Exclusion, interest: Command?)
  case recuseExpert(AuditID, ExpertID, reason: String)
  /// The cluster has a period for it, the coordinator has not.
  case objectToExpert(AuditID, ExpertID, reason: String, byCluster: Bool)
  case holdAudit(AuditID)
  case fileReport(AuditID, ExpertID, AuditReport)
  case decideAudit(AuditID, awarded: Bool, reason: String)
  case cancelAudit(AuditID, reason: String)
  /// A label of before, by a day of its month.
  case recordLabel(Label, OrganisationID, on: Day)

  case publishPlan(PublishedPlan)

  case grantWaiver(AuditID, Waiver, until: Day, reason: String)
  case revokeWaiver(AuditID, Waiver, reason: String)

  case createToken(AccessToken)
  /// Gives it another secret and another last day; the old secret lets nobody in any more.
  case rotateToken(TokenID, Hash, until: Day)
  case revokeToken(TokenID)

  /// 0 keen, 1 none, 2 reluctant, 3 very reluctant.
  case placeBid(AuditID, ExpertID, Int)

  case importProblem(ProblemFile, withoutAudits: Bool)
  /// As one record.
  case steps([Step])
}

/// A panel that somebody chose: nothing of it is known to be valid.
public struct PanelChoice: Hashable, Sendable {
  public var experts: [ExpertID]
  public var start: Day

  public init(experts: [ExpertID], start: Day) {
    self.experts = experts
    self.start = start
  }
}

/// When a command is decided: what decisions may know of time.
public struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public var time: Int64
  /// The day that counts as today.
  public var today: Day

  public init(time: Int64, today: Day) {
    self.time = time
    self.today = today
  }
}
