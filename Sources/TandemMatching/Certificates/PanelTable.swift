import TandemModel

/// All valid panels of one audit, as a certificate looks at them: BUSY and CAPACITY do not limit them,
/// and a pinned audit has its current panel only.
struct PanelTable: Sendable {
  /// An answer to a split on the way to a part.
  struct Answer: Sendable {
    let split: Certificate.Split
    let isYes: Bool
  }

  private struct Member: Sendable {
    let record: ExpertRecord
    let levels: SpokenLevels
    /// What they cost at the least: their own rows and their cheapest level.
    let cost: Int
    /// What they cost whatever the language.
    let ownCost: Int
    /// For each start whether the rules let them serve.
    let isFree: [Bool]
  }

  let audit: AuditID
  let priority: Int
  private let auditCase: AuditCase
  private let members: [Member]
  /// What each start costs.
  private let startCosts: [Int]

  init(_ auditCase: AuditCase) {
    audit = auditCase.audit.id
    priority = auditCase.audit.priority
    self.auditCase = auditCase
    startCosts = auditCase.starts.map { auditCase.cost(of: auditCase.units(on: $0)) }
    guard let first = auditCase.starts.first, let last = auditCase.starts.last else {
      members = []
      return
    }
    members = auditCase.indexed.records.compactMap { record in
      guard auditCase.lastingBars(of: record).allSatisfy({ auditCase.isWaived($0.breach) }) else {
        return nil
      }
      var isFree = Array(repeating: true, count: auditCase.starts.count)
      for bar in auditCase.datedBars(of: record, over: first...last)
      where !auditCase.isWaived(bar.breach) {
        for (place, start) in auditCase.starts.enumerated() where bar.starts.contains(start) {
          isFree[place] = false
        }
      }
      let levels = auditCase.levels(of: record)
      let least = levels.compactMap { $0.map(auditCase.levelCost) }.min() ?? 0
      let own = auditCase.cost(of: auditCase.units(of: record).filter { $0.row != .load })
      return Member(
        record: record, levels: levels, cost: own + least, ownCost: own, isFree: isFree)
    }
  }

  /// Whether the audit can stay without a panel.
  func mayStayOpen(_ answers: [Answer]) -> Bool {
    guard auditCase.current?.pinned != true else { return false }
    return answers.allSatisfy { answer in
      if case .before = answer.split { return true }
      return !answer.isYes
    }
  }

  /// The least price of a panel that agrees with the answers; nil when there is none.
  func cheapest(_ prices: PanelPrices, _ answers: [Answer]) -> Int128? {
    guard let leastStart = startCosts.min() else { return nil }
    let scale = Int128(prices.costScale)
    let seats = members.map { member in
      (member, value: scale * Int128(member.cost) + Int128(prices.price(of: member.record.id)))
    }.sorted { $0.value < $1.value }
    let base = scale * Int128(leastStart)
    var best: Int128?
    func take(_ panel: [Member]) {
      guard let value = least(panel, prices, answers, below: best) else { return }
      best = value
    }
    for (row, first) in seats.enumerated() {
      guard auditCase.labelPolicy.panel == 2 else {
        if let best, base + first.value >= best { break }
        take([first.0])
        continue
      }
      for (place, second) in seats[(row + 1)...].enumerated() {
        if let best, base + first.value + second.value >= best {
          // Later rows begin no lower than this one.
          if place == 0 { return best }
          break
        }
        take([first.0, second.0])
      }
    }
    return best
  }

  /// The least price of these members over all starts, if it is below `limit`.
  private func least(
    _ panel: [Member], _ prices: PanelPrices, _ answers: [Answer], below limit: Int128?
  ) -> Int128? {
    let panel = panel.sorted { $0.record.position < $1.record.position }
    let records = panel.map(\.record)
    guard let language = auditCase.language(of: panel.map(\.levels)), isFit(records) else {
      return nil
    }
    let scale = Int128(prices.costScale)
    let own = panel.reduce(language.cost) { $0 + $1.ownCost }
    let members = panel.reduce(scale * Int128(own)) {
      $0 + Int128(prices.price(of: $1.record.id))
    }
    let ids = records.map(\.id)
    let isPlain = ids.allSatisfy(prices.isPlain)
    let bars = pairBars(records)
    var best = limit
    var found: Int128?
    for (place, start) in auditCase.starts.enumerated() {
      let date = scale * Int128(startCosts[place]) + members
      if let best, date >= best { continue }
      guard panel.allSatisfy({ $0.isFree[place] }),
        !bars.contains(where: { $0.starts.contains(start) }), agrees(ids, start, answers)
      else { continue }
      var value = date
      if records.count == 2 {
        let together = auditCase.units(of: records[0], records[1], on: start)
        value += scale * Int128(auditCase.cost(of: together))
      }
      if !isPlain {
        let days = start...start.adding(auditCase.length + auditCase.policy.restDays - 1)
        value += prices.extras(audit, ids, days)
      }
      if best.map({ value < $0 }) ?? true {
        best = value
        found = value
      }
    }
    return found
  }

  /// What bars a pair from serving together, on whatever starts.
  private func pairBars(_ records: [ExpertRecord]) -> [Bar] {
    guard records.count == 2, let first = auditCase.starts.first, let last = auditCase.starts.last
    else { return [] }
    return auditCase.pairBars(records[0], records[1], over: first...last)
      .filter { !auditCase.isWaived($0.breach) }
  }

  private func isFit(_ records: [ExpertRecord]) -> Bool {
    NoLeadBreach.breaches(of: records, in: auditCase).allSatisfy(auditCase.isWaived)
      && NationalsBreach.breaches(of: records, in: auditCase).allSatisfy(auditCase.isWaived)
  }

  private func agrees(_ experts: [ExpertID], _ start: Day, _ answers: [Answer]) -> Bool {
    if let current = auditCase.current, current.pinned {
      guard start == current.start, Set(experts) == current.experts else { return false }
    }
    return answers.allSatisfy { answer in
      let isTrue =
        switch answer.split {
        case .filled: true
        case .serves(_, let expert): experts.contains(expert)
        case .together(_, let one, let other): experts.contains(one) && experts.contains(other)
        case .before(_, let day): start < day
        }
      return isTrue == answer.isYes
    }
  }
}
