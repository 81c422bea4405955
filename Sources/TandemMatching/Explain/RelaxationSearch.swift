import TandemModel

/// Finds the least sets of waivers with which an audit that stands alone has a panel.
///
/// A set names no expert, one, or the two of one pair: the first two kinds stand in tables, and what
/// a pair needs is looked at only as far as these do not cover it.
struct RelaxationSearch: Sendable {
  private let auditCase: AuditCase
  private let starts: [RelaxableStart]
  /// In the order of their ids.
  private let members: [RelaxableMember]
  /// Sets that name nobody.
  private var ofNobody = NeedTable()
  /// Sets that name nobody but that member.
  private var ofMember: [NeedTable]
  private var ofPairs: [RelaxationNeed] = []

  init(of auditCase: AuditCase) {
    self.auditCase = auditCase
    let starts = RelaxableStart.all(of: auditCase)
    self.starts = starts
    members = auditCase.indexed.records.compactMap {
      RelaxableMember($0, in: auditCase, on: starts)
    }
    ofMember = Array(repeating: NeedTable(), count: members.count)
  }

  /// All of them, or the best.
  mutating func relaxations(best count: Int) -> [Relaxation] {
    if auditCase.labelPolicy.panel == 1 { lookAtMembers() } else { lookAtPairs() }
    return Array(found().compactMap(relaxation).sorted().prefix(count))
  }

  // MARK: Looking

  private mutating func lookAtMembers() {
    for (place, member) in members.enumerated() {
      guard let ofPanel = auditCase.panelNeeds(of: [member.record]),
        let language = auditCase.language(of: [member.levels])
      else { continue }
      for (start, need) in zip(starts, member.needs) {
        guard let need else { continue }
        let panel = RelaxedPanel(
          cost: member.cost + language.cost + start.cost, start: start.day,
          members: SeatedCandidates(place, nil))
        insert(
          RelaxationNeed(
            mine: need, theirs: [], together: [], ofPanel: ofPanel, days: start.days,
            panel: panel))
      }
    }
  }

  private mutating func lookAtPairs() {
    let needsOfPanels = KindPairs(of: members.lazy.map(\.record), in: auditCase)
    // Who needs least comes first, since what they need covers most of what the others do.
    let least = members.map { member in
      member.needs.lazy.compactMap { $0?.rawValue.nonzeroBitCount }.min() ?? 0
    }
    let order = members.indices.sorted { (least[$0], $0) < (least[$1], $1) }
    for (rank, first) in order.enumerated() {
      for second in order[(rank + 1)...] {
        let (one, other) = (members[min(first, second)], members[max(first, second)])
        guard let ofPanel = needsOfPanels[one.kind, other.kind],
          let language = auditCase.language(of: [one.levels, other.levels])
        else { continue }
        let pair = RelaxablePair(
          seated: SeatedCandidates(first, second), one: one, other: other, ofPanel: ofPanel,
          cost: one.cost + other.cost + language.cost)
        guard mayMatter(pair) else { continue }
        for need in pair.needs(on: starts, in: auditCase) where !isCovered(need) { insert(need) }
      }
    }
  }

  private mutating func insert(_ need: RelaxationNeed) {
    if need.isOfPair {
      ofPairs.append(need)
    } else if need.mine.isEmpty, need.theirs.isEmpty {
      ofNobody.insert(need.panel, needing: need.ofPanel, days: need.days)
    } else if !need.mine.isEmpty {
      ofMember[need.panel.members.one].insert(
        need.panel, needing: need.mine.union(need.ofPanel), days: need.days)
    } else if let other = need.panel.members.other {
      ofMember[other].insert(
        need.panel, needing: need.theirs.union(need.ofPanel), days: need.days)
    }
  }

  // MARK: What need not be looked at

  /// Whether the tables leave anything of a pair open, as long as no rule for the two together is
  /// known to bar them.
  private func mayMatter(_ pair: RelaxablePair) -> Bool {
    var last: (mine: WaivableRules, theirs: WaivableRules)?
    for (place, start) in starts.enumerated() {
      guard let mine = pair.one.needs[place], let theirs = pair.other.needs[place] else {
        continue
      }
      // Of starts on which they need the same the first one is the best.
      if let last, last == (mine, theirs) { continue }
      last = (mine, theirs)
      let least = RelaxationNeed(
        mine: mine, theirs: theirs, together: [], ofPanel: pair.ofPanel, days: start.days,
        panel: RelaxedPanel(
          cost: pair.cost + start.cost, start: start.day, members: pair.seated))
      if !isCovered(least) { return true }
    }
    return false
  }

  /// Whether a set of the tables asks for no more; one that asks for the same covers a need when
  /// its panel is as good.
  private func isCovered(_ need: RelaxationNeed) -> Bool {
    let (one, other) = (need.panel.members.one, need.panel.members.other)
    let isOfNobody = need.mine.isEmpty && need.theirs.isEmpty && need.together.isEmpty
    if isOfNobody {
      return !ofNobody.isImproved(by: need.panel, needing: need.ofPanel, days: need.days)
    }
    if ofNobody.covers(need.ofPanel, days: need.days) { return true }
    let mine = need.mine.union(need.ofPanel)
    if need.isOfPair || !need.mine.isEmpty, ofMember[one].covers(mine, days: need.days) {
      return need.isOfPair
        || !ofMember[one].isImproved(by: need.panel, needing: mine, days: need.days)
    }
    guard let other else { return false }
    let theirs = need.theirs.union(need.ofPanel)
    if need.isOfPair || !need.theirs.isEmpty, ofMember[other].covers(theirs, days: need.days) {
      return need.isOfPair
        || !ofMember[other].isImproved(by: need.panel, needing: theirs, days: need.days)
    }
    return false
  }

  // MARK: What was found

  /// The tables' sets that no other one covers, and those of pairs that the tables do not.
  private func found() -> [RelaxationNeed] {
    var found = ofPairs.filter { !isCovered($0) }
    for (rules, entry) in ofNobody.rows {
      found.append(
        RelaxationNeed(
          mine: [], theirs: [], together: [], ofPanel: rules, days: entry.days,
          panel: entry.panel))
    }
    for (place, table) in ofMember.enumerated() {
      for (rules, entry) in table.rows {
        let ofPanel = rules.intersection(.ofPanel)
        guard !ofNobody.covers(ofPanel, days: entry.days) else { continue }
        let isFirst = entry.panel.members.one == place
        let own = rules.subtracting(.ofPanel)
        found.append(
          RelaxationNeed(
            mine: isFirst ? own : [], theirs: isFirst ? [] : own, together: [], ofPanel: ofPanel,
            days: entry.days, panel: entry.panel))
      }
    }
    return found
  }

  private func relaxation(of need: RelaxationNeed) -> Relaxation? {
    let seated = [need.panel.members.one, need.panel.members.other].compactMap { $0 }
    let experts = seated.map { members[$0].record.id }
    guard let seats = Seats(experts),
      let language = auditCase.language(of: seated.map { members[$0].levels })
    else { return nil }
    var waivers = need.mine.waivers(of: experts[0]) + need.ofPanel.waiversOfPanel
    if experts.count == 2 {
      waivers += need.theirs.waivers(of: experts[1])
      waivers += need.together.waivers(of: experts[0], experts[1])
    }
    if need.days > 0 { waivers.append(.window(days: need.days)) }
    return Relaxation(
      waivers: waivers.sorted(), weight: waivers.reduce(0) { $0 + $1.weight },
      panel: Panel(
        start: need.panel.start, seats: seats,
        language: auditCase.audit.languages[language.place]),
      cost: need.panel.cost)
  }
}
