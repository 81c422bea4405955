import TandemModel

extension Policy {
  /// What the policy says, for people.
  func facts(version: Int) -> Facts {
    let labels = labels.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value.text) }
    let kinds = coolingOff.sorted { $0.key < $1.key }.map { kind, coolingOff in
      switch coolingOff {
      case .never: "\(kind) never"
      case .days(let days): "\(kind) \(days) days"
      }
    }
    let costs = Costs.Row.allCases.map { "\($0.rawValue) \(self.costs[$0])" }
    return Facts(
      [("version", String(version))] + labels + [
        ("same country", sameCountry.rawValue), ("cooling off", kinds.joined(separator: ", ")),
        ("rotation", "fewer than \(rotation.audits) of one cluster in \(rotation.days) days"),
        ("repeat pair", "within \(repeatPairDays) days"), ("rest", "\(restDays) days"),
        ("doubts", doubts.rawValue),
        ("costs", costs.joined(separator: ", ")),
      ])
  }
}

extension LabelPolicy {
  fileprivate var text: String {
    let nationals =
      nationals.lowerBound == nationals.upperBound
      ? String(nationals.lowerBound) : "\(nationals.lowerBound) to \(nationals.upperBound)"
    return "panel of \(panel), \(days) days (renewal \(renewalDays)), language at \(level), "
      + (lead ? "one may lead, " : "") + "nationals \(nationals)"
  }
}
