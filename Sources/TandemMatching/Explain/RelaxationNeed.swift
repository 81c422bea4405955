import TandemModel

/// What has to be waived for one panel on one start.
struct RelaxationNeed: Sendable {
  /// For the first member, and for the second.
  let mine: WaivableRules
  let theirs: WaivableRules
  /// For the two together.
  let together: WaivableRules
  let ofPanel: WaivableRules
  /// The days of the WINDOW; 0 when it needs none.
  let days: Int
  var panel: RelaxedPanel

  /// Whether it names both members, so that no other panel can need the same.
  var isOfPair: Bool { !together.isEmpty || !mine.isEmpty && !theirs.isEmpty }

  /// Whether another need of the same two members asks for no more.
  func isCovered(by other: RelaxationNeed) -> Bool {
    other.days <= days && mine.isSuperset(of: other.mine) && theirs.isSuperset(of: other.theirs)
      && together.isSuperset(of: other.together) && ofPanel.isSuperset(of: other.ofPanel)
  }
}

/// Two experts who share a language, with what they need on every start alike.
struct RelaxablePair: Sendable {
  let seated: SeatedCandidates
  /// In the order of their ids.
  let one: RelaxableMember
  let other: RelaxableMember
  let ofPanel: WaivableRules
  /// What the two cost, without the start and what they cost together.
  let cost: Int

  /// The least of what they need on those starts, each with the best start for it.
  func needs(on starts: [RelaxableStart], in auditCase: AuditCase) -> [RelaxationNeed] {
    guard let reach = starts.reach else { return [] }
    let bars = auditCase.unwaived(auditCase.pairBars(one.record, other.record, over: reach))
      .map { (starts: $0.starts, rules: WaivableRules(needed: [$0.breach])) }
    let lastingCost = auditCase.lastingCost(of: one.record, other.record)
    var needs: [RelaxationNeed] = []
    for (place, start) in starts.enumerated() {
      guard let mine = one.needs[place], let theirs = other.needs[place] else { continue }
      var together: WaivableRules? = []
      for bar in bars where bar.starts.contains(start.day) {
        together = bar.rules.flatMap { together?.union($0) }
      }
      guard let together else { continue }
      let pairCost =
        lastingCost
        ?? auditCase.cost(of: auditCase.units(of: one.record, other.record, on: start.day))
      let need = RelaxationNeed(
        mine: mine, theirs: theirs, together: together, ofPanel: ofPanel, days: start.days,
        panel: RelaxedPanel(cost: cost + pairCost + start.cost, start: start.day, members: seated))
      needs.add(need)
    }
    return needs
  }
}

extension [RelaxationNeed] {
  /// Adds a need of the same two members as the others, unless one of them asks for no more; of equal
  /// ones the better panel stays. None of the others may ask for more days.
  fileprivate mutating func add(_ need: RelaxationNeed) {
    if let place = firstIndex(where: { need.isCovered(by: $0) }) {
      let isEqual = self[place].isCovered(by: need)
      if isEqual, need.panel < self[place].panel { self[place].panel = need.panel }
    } else {
      removeAll { $0.isCovered(by: need) }
      append(need)
    }
  }
}
