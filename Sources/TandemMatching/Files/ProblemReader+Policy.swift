import TandemModel

extension ProblemReader {
  package func policy(_ field: Field) -> Policy? {
    guard let policy = field.object() else { return nil }
    let labels: [Label: LabelPolicy] = policy["labels"].map(labelPolicy)
    let sameCountry: Policy.SameCountry? = policy["same_country"].word()
    let coolingOff: [InterestKind: Policy.CoolingOff] = policy["cooling_off_days"].map(coolingOff)
    let rotation = rotation(policy["rotation"])
    let repeatPairDays = policy["repeat_pair_days"].whole(0...100_000)
    let restDays = policy["rest_days"].whole(0...30)
    let costs = costs(policy["costs"])
    // Of the network, not of the problem: there the doubts that bar are groups already.
    let doubts: Policy.Doubts? = policy["doubts"].orNull { $0.word() }
    let scheme = policy["scheme"].orNull(Scheme.init)
    guard let sameCountry, let rotation, let repeatPairDays, let restDays, let costs else {
      return nil
    }
    return Policy(
      labels: labels, sameCountry: sameCountry, coolingOff: coolingOff, rotation: rotation,
      repeatPairDays: repeatPairDays, restDays: restDays, costs: costs, doubts: doubts ?? .bar,
      scheme: scheme ?? .standard)
  }

  private func labelPolicy(_ field: Field) -> LabelPolicy? {
    guard let label = field.object() else { return nil }
    let panel = label["panel"].whole(1...2)
    let days = label["days"].whole(1...30)
    let renewalDays = label["renewal_days"].whole(1...30)
    let level: Level? = label["level"].word()
    let lead = label["lead"].boolean()
    let nationals = nationals(label["nationals"], panel: panel ?? 2)
    guard let panel, let days, let renewalDays, let level, let lead, let nationals else {
      return nil
    }
    return LabelPolicy(
      panel: panel, days: days, renewalDays: renewalDays, level: level, lead: lead,
      nationals: nationals)
  }

  private func nationals(_ field: Field, panel: Int) -> ClosedRange<Int>? {
    guard let (first, second) = field.pair("the least and the most nationals") else { return nil }
    let (least, most) = (first.whole(0...panel), second.whole(0...panel))
    guard let least, let most else { return nil }
    guard least <= most else {
      field.refuse("has a least of \(least) above its most of \(most)")
      return nil
    }
    return least...most
  }

  private func coolingOff(_ field: Field) -> Policy.CoolingOff? {
    if field.value == .null { return .never }
    return field.whole(0...100_000).map { .days($0) }
  }

  private func rotation(_ field: Field) -> Policy.Rotation? {
    guard let rotation = field.object() else { return nil }
    let audits = rotation["audits"].whole(1...10_000)
    let days = rotation["days"].whole(0...100_000)
    guard let audits, let days else { return nil }
    return Policy.Rotation(audits: audits, days: days)
  }

  private func costs(_ field: Field) -> Costs? {
    guard let costs = field.object() else { return nil }
    return Costs { row in costs[row.rawValue].whole(0...Costs.limit) ?? 0 }
  }
}
