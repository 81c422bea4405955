import TandemModel

/// The least sets of waivers that were found, of rules for one expert and for a panel and a WINDOW,
/// each with the best panel that it allows.
struct NeedTable: Sendable {
  struct Entry: Sendable {
    let days: Int
    var panel: RelaxedPanel
  }

  /// For each set of rules, the least WINDOW beside it.
  private var entries: [Entry?]
  /// For each set of rules, the least WINDOW beside it or a subset of it.
  private var covered: [Int]

  init() {
    entries = Array(repeating: nil, count: WaivableRules.countOfExpertAndPanel)
    covered = Array(repeating: .max, count: WaivableRules.countOfExpertAndPanel)
  }

  /// The sets in the table.
  var rows: [(rules: WaivableRules, entry: Entry)] {
    entries.enumerated().compactMap { place, entry in
      entry.map { (WaivableRules(rawValue: UInt16(place)), $0) }
    }
  }

  /// Whether a set in the table asks for no more than that.
  func covers(_ rules: WaivableRules, days: Int) -> Bool { covered[Int(rules.rawValue)] <= days }

  /// Whether a panel that needs that changes the table.
  func isImproved(by panel: RelaxedPanel, needing rules: WaivableRules, days: Int) -> Bool {
    guard covers(rules, days: days) else { return true }
    guard let entry = entries[Int(rules.rawValue)], entry.days == days else { return false }
    return panel < entry.panel
  }

  mutating func insert(_ panel: RelaxedPanel, needing rules: WaivableRules, days: Int) {
    guard isImproved(by: panel, needing: rules, days: days) else { return }
    entries[Int(rules.rawValue)] = Entry(days: days, panel: panel)
    for place in entries.indices {
      let other = WaivableRules(rawValue: UInt16(place))
      guard other.isSuperset(of: rules) else { continue }
      covered[place] = min(covered[place], days)
      if other != rules, let entry = entries[place], entry.days >= days { entries[place] = nil }
    }
  }
}

/// A panel that is valid with some waivers; the least is the best.
struct RelaxedPanel: Hashable, Comparable, Sendable {
  let cost: Int
  let start: Day
  let members: SeatedCandidates

  static func < (one: RelaxedPanel, other: RelaxedPanel) -> Bool {
    (one.cost, one.start, one.members) < (other.cost, other.start, other.members)
  }
}
