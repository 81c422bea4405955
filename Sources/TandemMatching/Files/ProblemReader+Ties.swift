import TandemModel

extension ProblemReader {
  package func interest(_ field: Field) -> Interest? {
    guard let interest = field.object() else { return nil }
    let expert = expert(interest["expert"])
    let organisation: OrganisationID? = interest["organisation"].word()
    let kind = kind(interest["kind"])
    let until: Day? = interest["until"].orNull { $0.word() }
    guard let expert, let organisation, let kind else { return nil }
    return Interest(expert: expert, organisation: organisation, kind: kind, until: until)
  }

  package func relation(_ field: Field) -> Relation? {
    guard let (first, second) = field.pair("two different experts") else { return nil }
    let (one, other) = (expert(first), expert(second))
    guard let one, let other else { return nil }
    guard let relation = Relation(one, other) else {
      field.refuse("relates \(one) to themselves: expected two different experts")
      return nil
    }
    return relation
  }

  /// Its experts may have left: they need not be in the file.
  package func heldAudit(_ field: Field) -> HeldAudit? {
    guard let audit = field.object() else { return nil }
    let cluster: OrganisationID? = audit["cluster"].word()
    let date: Day? = audit["date"].word()
    let experts: [ExpertID] = audit["experts"].distinct { $0.word() }
    guard let cluster, let date else { return nil }
    return HeldAudit(cluster: cluster, date: date, experts: Set(experts))
  }
}
