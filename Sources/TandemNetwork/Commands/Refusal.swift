import TandemJournal
import TandemMatching
import TandemModel

/// Why a command was not accepted; nothing of it is stored.
public enum Refusal: Error, Sendable {
  /// The command itself is wrong: all faults that were found.
  case invalid([Fault])
  case notFound(Thing)
  case alreadyExists(Thing)
  /// Its submitter has called another audit that.
  case referenceTaken(AuditReference, by: AuditID)
  /// It has changed since it was read; it now has that revision.
  case stale(Thing, revision: Int)
  /// Not possible as things stand: why, and what would make it possible.
  case notNow(Thing, reason: String)
  /// The panel breaks rules.
  case broken(AuditID, [any Breach])
  /// Another panel than the best ranked one is chosen, and nobody says why.
  case noteMissing(AuditID, chosen: RankedChoice, best: RankedChoice)
  /// No panel of the audit is valid.
  case noPanel(AuditID)
  /// A plan was made from what is no longer so: what changed, and the rules that its panels break now.
  case planOutdated([PlanChange], [AuditID: [any Breach]])
  /// The request id was used before, for another request.
  case requestReused(String)
  /// The caller may not do that.
  case denied(String)
  /// The caller's token lets them in no more.
  case notLetIn(TokenFault)
  /// As much is under way as may be at once; why, and what to do.
  case busy(String)
  /// The journal could not take it; it may be tried again.
  case journal(JournalError)
}

extension Refusal {
  /// What stands in the way of an answer from the journal, whatever reading it threw.
  init(reading error: any Error) {
    self = .journal(error as? JournalError ?? .unavailable(String(describing: error)))
  }
}

/// A thing of the network, for messages.
public struct Thing: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case expert, organisation, interest, relation, absence, audit, policy, plan, token
  }

  public var kind: Kind
  public var id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  init(_ id: ExpertID) { self.init(.expert, id.text) }
  init(_ id: OrganisationID) { self.init(.organisation, id.text) }
  init(_ id: InterestID) { self.init(.interest, id.text) }
  init(_ id: RelationID) { self.init(.relation, id.text) }
  init(_ id: AbsenceID) { self.init(.absence, id.text) }
  init(_ id: TokenID) { self.init(.token, id.text) }
  init(_ id: AuditID) { self.init(.audit, id.text) }
}

extension Thing: CustomStringConvertible {
  public var description: String { "\(kind.rawValue) \(id)" }
}
