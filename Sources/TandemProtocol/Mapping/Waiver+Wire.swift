import TandemModel

extension Wire.Waiver {
  public init(_ waiver: Waiver) {
    self.init()
    rule = waiver.rule.rawValue
    experts = waiver.experts.map(\.text)
    if case .window(let days) = waiver { self.days = days }
  }
}

extension FieldReader {
  /// What a waiver lets pass; why and until when is not read.
  public mutating func waiver(_ wire: Wire.Waiver?, at place: String) -> Waiver? {
    guard let wire = given(wire, at: place) else { return nil }
    let experts: [ExpertID] = list(wire.experts, upTo: Limit.panel, at: "\(place).experts") {
      $0.id($1, at: $2)
    }
    guard let rule = Rule(rawValue: wire.rule), rule.isWaivable else {
      let waivable = Rule.allCases.filter(\.isWaivable).map(\.rawValue)
      refuse(
        "is \(wire.rule.isEmpty ? "missing" : "no rule that can be waived"): expected one of "
          + waivable.joined(separator: ", "), at: "\(place).rule")
      return nil
    }
    let count = rule.expertsOfWaiver
    guard wire.experts.count == count else {
      refuse(
        "has \(wire.experts.count) entries, and a waiver of \(rule.rawValue) names \(count)",
        at: "\(place).experts")
      return nil
    }
    if rule == .window {
      return whole(wire.days, Waiver.windowDays, at: "\(place).days").map { .window(days: $0) }
    }
    guard wire.days == 0 else {
      refuse("is for WINDOW only", at: "\(place).days")
      return nil
    }
    guard experts.count == count else { return nil }
    switch count {
    case 0: return .panel(rule)
    case 1: return .expert(rule, experts[0])
    default:
      guard experts[0] != experts[1] else {
        refuse("names one expert twice: expected two different ones", at: "\(place).experts")
        return nil
      }
      return .pair(rule, min(experts[0], experts[1]), max(experts[0], experts[1]))
    }
  }
}

extension Rule {
  fileprivate var isWaivable: Bool {
    self == .window || Waiver.ofExpert.contains(self) || Waiver.ofPair.contains(self)
      || Waiver.ofPanel.contains(self)
  }

  /// How many experts a waiver of the rule names.
  fileprivate var expertsOfWaiver: Int {
    if Waiver.ofExpert.contains(self) { return 1 }
    return Waiver.ofPair.contains(self) ? 2 : 0
  }
}
