import HashTreeCollections
import TandemModel

/// One thing by its id; each throws `notFound`.
extension NetworkState {
  public func expert(_ id: ExpertID) throws(Refusal) -> ExpertEntry {
    try thing(id, in: experts, Thing(id))
  }

  public func organisation(_ id: OrganisationID) throws(Refusal) -> Entry<Organisation> {
    try thing(id, in: organisations, Thing(id))
  }

  public func interest(_ id: InterestID) throws(Refusal) -> Entry<Interest> {
    try thing(id, in: interests, Thing(id))
  }

  public func relation(_ id: RelationID) throws(Refusal) -> Entry<Relation> {
    try thing(id, in: relations, Thing(id))
  }

  public func absence(_ id: AbsenceID) throws(Refusal) -> Entry<Absence> {
    try thing(id, in: absences, Thing(id))
  }

  public func audit(_ id: AuditID) throws(Refusal) -> AuditEntry {
    try thing(id, in: audits, Thing(id))
  }

  public func token(_ id: TokenID) throws(Refusal) -> TokenEntry {
    try thing(id, in: tokens, Thing(id))
  }

  /// The ids of what an expert has; empty for nobody known.
  public func absences(of expert: ExpertID) -> Set<AbsenceID> { Set(links.absences[expert]) }

  /// As ``absences(of:)``.
  public func interests(of expert: ExpertID) -> Set<InterestID> { Set(links.interests[expert]) }

  /// The audit that was submitted under that reference; nil where there is none.
  public func audit(called reference: AuditReference) -> AuditID? { links.references[reference] }

  private func thing<Subject, Value>(
    _ id: ID<Subject>, in things: TreeDictionary<ID<Subject>, Value>, _ thing: Thing
  ) throws(Refusal) -> Value {
    guard let value = things[id] else { throw .notFound(thing) }
    return value
  }
}
