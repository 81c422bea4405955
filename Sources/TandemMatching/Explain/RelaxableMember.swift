import TandemModel

/// An expert who could serve on an audit if enough were waived.
struct RelaxableMember: Sendable {
  let record: ExpertRecord
  let levels: SpokenLevels
  /// The rows of the member alone.
  let cost: Int
  let kind: Candidate.Kind
  /// What has to be waived for them on each start; nil where that is not enough.
  let needs: [WaivableRules?]

  /// Nil when something bars the expert on all starts that cannot be waived.
  init?(_ record: ExpertRecord, in auditCase: AuditCase, on starts: [RelaxableStart]) {
    let lasting =
      auditCase.lastingBars(of: record) + CapacityBreach.bars(of: record, in: auditCase)
    guard let always = WaivableRules(needed: auditCase.unwaived(lasting).map(\.breach)),
      let reach = starts.reach
    else { return nil }
    var needs: [WaivableRules?] = Array(repeating: always, count: starts.count)
    for bar in auditCase.unwaived(auditCase.datedBars(of: record, over: reach)) {
      let needed = WaivableRules(needed: [bar.breach])
      for (place, start) in starts.enumerated() where bar.starts.contains(start.day) {
        needs[place] = needed.flatMap { needs[place]?.union($0) }
      }
    }
    guard needs.contains(where: { $0 != nil }) else { return nil }
    self.record = record
    self.needs = needs
    levels = auditCase.levels(of: record)
    cost = auditCase.cost(of: auditCase.units(of: record))
    kind = Candidate.Kind(of: record, in: auditCase)
  }
}

extension [RelaxableStart] {
  /// From the earliest to the latest; nil when there are none.
  var reach: ClosedRange<Day>? {
    guard let first = lazy.map(\.day).min(), let last = lazy.map(\.day).max() else { return nil }
    return first...last
  }
}

extension AuditCase {
  /// What has to be waived for a panel of these members, of the rules for a panel.
  func panelNeeds(of records: [ExpertRecord]) -> WaivableRules? {
    let nationals = NationalsBreach.breaches(of: records, in: self).filter { !isWaived($0) }
    let lead = NoLeadBreach.breaches(of: records, in: self).filter { !isWaived($0) }
    guard var needs = WaivableRules(needed: nationals.map { $0 as any Breach } + lead) else {
      return nil
    }
    // A member whose HOME_COUNTRY is waived is not counted.
    let isHomeWaived = records.contains { record in
      HomeCountryBreach.bars(of: record, in: self).contains { !isWaived($0.breach) }
    }
    if isHomeWaived, let rule = WaivableRules(.nationals) { needs.subtract(rule) }
    return needs
  }
}
