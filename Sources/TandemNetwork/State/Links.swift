import HashTreeCollections
import TandemJournal
import TandemModel

/// What names an expert, by the expert: where to look for all that the rules ask about one panel, so
/// that nobody looks through the whole network.
struct Links: Sendable {
  var interests = Link<ExpertID, InterestID>()
  /// By the organisation that they are in.
  var interestsIn = Link<OrganisationID, InterestID>()
  /// The organisations of each group, but for the one that it is named by.
  var members = Link<OrganisationID, OrganisationID>()
  /// The entries that were merged into another one.
  var merged = Link<OrganisationID, OrganisationID>()
  /// What an organisation, or an expert, was found to be alike to, and what it was said to differ from.
  var doubts = Link<OrganisationID, OrganisationID>()
  var distinct = Link<OrganisationID, OrganisationID>()
  var expertDoubts = Link<ExpertID, ExpertID>()
  var distinctExperts = Link<ExpertID, ExpertID>()
  var relations = Link<ExpertID, RelationID>()
  var absences = Link<ExpertID, AbsenceID>()
  /// The audits on whose panel the expert sits.
  var panels = Link<ExpertID, AuditID>()
  /// The rows of the history in which the expert served.
  var served = Link<ExpertID, Int>()
  /// The audits that were submitted under a reference.
  var references: TreeDictionary<AuditReference, AuditID> = [:]
  /// By the hash of their secret.
  var tokens: TreeDictionary<Hash, TokenID> = [:]

  mutating func replace(_ old: Organisation?, by new: Organisation?) {
    if let old, let group = old.group { members.remove(old.id, from: group) }
    if let new, let group = new.group { members.insert(new.id, for: group) }
  }

  mutating func replace(_ id: InterestID, _ old: Interest?, by new: Interest?) {
    if let old {
      interests.remove(id, from: old.expert)
      interestsIn.remove(id, from: old.organisation)
    }
    if let new {
      interests.insert(id, for: new.expert)
      interestsIn.insert(id, for: new.organisation)
    }
  }

  mutating func replace(_ id: RelationID, _ old: Relation?, by new: Relation?) {
    for expert in old.map({ [$0.one, $0.other] }) ?? [] { relations.remove(id, from: expert) }
    for expert in new.map({ [$0.one, $0.other] }) ?? [] { relations.insert(id, for: expert) }
  }

  mutating func replace(_ id: AbsenceID, _ old: Absence?, by new: Absence?) {
    if let old { absences.remove(id, from: old.expert) }
    if let new { absences.insert(id, for: new.expert) }
  }

  mutating func replace(_ id: AuditID, _ old: StandingPanel?, by new: StandingPanel?) {
    for expert in old?.experts ?? [] { panels.remove(id, from: expert) }
    for expert in new?.experts ?? [] { panels.insert(id, for: expert) }
  }
}

extension Link where Key == Value {
  mutating func insert<Subject>(_ pair: Pair<Subject>) where Key == ID<Subject> {
    insert(pair.one, for: pair.other)
    insert(pair.other, for: pair.one)
  }

  mutating func remove<Subject>(_ pair: Pair<Subject>) where Key == ID<Subject> {
    remove(pair.one, from: pair.other)
    remove(pair.other, from: pair.one)
  }
}

/// A set of things for each key; persistent, so that a copy costs nothing.
struct Link<Key: Hashable & Sendable, Value: Hashable & Sendable>: Sendable {
  private var sets: TreeDictionary<Key, TreeSet<Value>> = [:]

  subscript(key: Key) -> TreeSet<Value> { sets[key] ?? [] }

  var keys: some Sequence<Key> { sets.keys }

  mutating func insert(_ value: Value, for key: Key) { sets[key, default: []].insert(value) }

  mutating func remove(_ value: Value, from key: Key) {
    sets[key]?.remove(value)
    if sets[key]?.isEmpty ?? false { sets[key] = nil }
  }
}
