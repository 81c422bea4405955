import TandemMatching
import TandemModel
import TandemNames

// Which experts are, or may be, one person. Names and addresses are looked at in memory only: doubts say
// why two are alike without naming anybody.
extension NetworkState {
  /// The entry that stands for an expert, at the end of all merges; itself where there is none.
  public func canonical(_ id: ExpertID) -> ExpertID {
    var id = id
    while let into = experts[id]?.mergedInto { id = into }
    return id
  }

  /// Whether two experts were found to be alike, and nobody has said yet whether they are the same.
  func isOpen(_ pair: ExpertPair) -> Bool {
    expertDoubts[pair] != nil && !expertDistinctions.contains(pair)
  }

  /// The doubts that an expert, as they are to be, brings up: with none of whom they were found alike
  /// before, or said to differ.
  func newDoubts(about expert: Expert, _ person: Person) -> [Event] {
    let profile = PersonProfile(id: expert.id, person: person, country: expert.country)
    return people.doubts(profile) { other in
      ExpertPair(expert.id, other).map {
        expertDoubts[$0] != nil || expertDistinctions.contains($0)
      } ?? true
    }.compactMap { match in
      ExpertPair(expert.id, match.id).map {
        .expertDoubtFound($0, reason: match.reason.description, likeness: match.reason.likeness)
      }
    }
  }

  /// Who may be the same person as one of some experts, over chains of open doubts, and these themselves.
  func doubted(with experts: some Sequence<ExpertID>) -> Set<ExpertID> {
    var all = Set(experts)
    var waiting = Array(all)
    while let id = waiting.popLast() {
      for other in links.expertDoubts[id]
      where !all.contains(other) && ExpertPair(id, other).map(isOpen) == true {
        all.insert(other)
        waiting.append(other)
      }
    }
    return all
  }

  /// The open doubts about some experts, or about all.
  func unsettledExpertDoubts(about experts: Set<ExpertID>? = nil) -> [ExpertDoubt] {
    let pairs =
      experts.map { experts in
        Set(experts.flatMap { id in links.expertDoubts[id].compactMap { ExpertPair(id, $0) } })
      } ?? Set(expertDoubts.keys)
    return pairs.filter(isOpen).sorted().compactMap { pair in
      expertDoubts[pair].map { ExpertDoubt(pair.one, pair.other, reason: $0.reason) }
    }
  }

  /// Of some experts those who may serve: only they bear what lies with whoever may be the same person.
  func serving(_ experts: some Sequence<ExpertID>) -> Set<ExpertID> {
    Set(experts).filter { self.experts[$0]?.retired == false }
  }

  /// A relation between the entries that stand for its experts; nil when both are one.
  func canonical(_ relation: Relation) -> Relation? {
    Relation(canonical(relation.one), canonical(relation.other))
  }

  /// Who stated what of an audit's experts, by the entries that stand for them.
  func statements(of entry: AuditEntry) -> Statements {
    func canonical(
      _ statements: [ExpertID: Statements.Statement]
    ) -> [ExpertID: Statements.Statement] {
      Dictionary(
        statements.sorted { $0.key < $1.key }.map { (self.canonical($0.key), $0.value) }
      ) { one, _ in one }
    }
    return Statements(
      objections: canonical(entry.statements.objections),
      recusals: canonical(entry.statements.recusals))
  }
}
