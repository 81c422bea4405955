import TandemModel

/// Some of the rules that can be waived, WINDOW aside, as bits: first those for one expert, then
/// those for a panel, then those for two experts.
struct WaivableRules: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let expertRules = sorted(Waiver.ofExpert)
  private static let panelRules = sorted(Waiver.ofPanel)
  private static let pairRules = sorted(Waiver.ofPair)
  private static let rules = expertRules + panelRules + pairRules

  private static func sorted(_ rules: Set<Rule>) -> [Rule] {
    rules.sorted { $0.rawValue < $1.rawValue }
  }

  /// How many sets there are of rules for one expert and for a panel.
  static let countOfExpertAndPanel = 1 << (expertRules.count + panelRules.count)
  static let ofPanel = WaivableRules(panelRules.compactMap { WaivableRules($0) })

  /// Nil when the rule cannot be waived.
  init?(_ rule: Rule) {
    guard let place = Self.rules.firstIndex(of: rule) else { return nil }
    self.init(rawValue: 1 << UInt16(place))
  }

  /// What has to be waived for all of the breaches to pass; nil when one of them cannot be.
  init?(needed breaches: [any Breach]) {
    self = []
    for breach in breaches {
      guard let waiver = breach.waiver, let rule = WaivableRules(waiver.rule) else { return nil }
      formUnion(rule)
    }
  }

  /// In the order of their bits.
  var rules: [Rule] { Self.rules.filter(contains) }

  /// The waivers of the rules for one expert.
  func waivers(of expert: ExpertID) -> [Waiver] {
    Self.expertRules.filter(contains).map { .expert($0, expert) }
  }

  /// The waivers of the rules for two experts, in the order of their ids.
  func waivers(of one: ExpertID, _ other: ExpertID) -> [Waiver] {
    Self.pairRules.filter(contains).map { .pair($0, one, other) }
  }

  /// The waivers of the rules for a panel.
  var waiversOfPanel: [Waiver] { Self.panelRules.filter(contains).map { .panel($0) } }

  private func contains(_ rule: Rule) -> Bool { WaivableRules(rule).map(contains) ?? false }
}
