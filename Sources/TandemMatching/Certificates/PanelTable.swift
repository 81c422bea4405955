import TandemModel

/// Whoever may sit on a panel of one audit, as a certificate looks at them: BUSY and CAPACITY do not
/// limit them, and a pinned audit has the members of its current panel only.
///
/// Members are kept as small as can be: a large problem has millions of them.
struct PanelTable: Sendable {
  struct Member: Sendable {
    /// What they cost whatever the language.
    let ownCost: Int
    /// Their position among the problem's experts.
    let expert: Int32
    /// How they speak the audit's languages: a position in `spoken`.
    let spoken: Int32
    /// The starts on which the rules let them serve: a position in `free`.
    let free: Int32
    let leads: Bool
    let isNational: Bool
  }

  let auditCase: AuditCase
  private(set) var members: [Member] = []
  /// Each way in which members speak the audit's languages, once.
  let spoken: [SpokenLevels]
  /// Each set of starts on which members are free, once.
  let free: [StartSet]
  /// What each start costs.
  let startCosts: [Int]

  var audit: AuditID { auditCase.audit.id }

  init(_ auditCase: AuditCase) {
    self.auditCase = auditCase
    startCosts = auditCase.starts.map { auditCase.cost(of: auditCase.units(on: $0)) }
    var spoken = Positions<SpokenLevels>()
    var free = Positions<StartSet>()
    let pinned = auditCase.current.flatMap { $0.pinned ? $0.experts : nil }
    for record in auditCase.indexed.records where pinned?.contains(record.id) ?? true {
      guard let levels = auditCase.levelsIfFit(record),
        let starts = auditCase.freeStarts(of: record)
      else { continue }
      members.append(
        Member(
          ownCost: auditCase.cost(of: auditCase.units(of: record).filter { $0.row != .load }),
          expert: Int32(record.position), spoken: spoken.position(of: levels),
          free: free.position(of: starts), leads: NoLeadBreach.leads(record, in: auditCase),
          isNational: NationalsBreach.counts(record, in: auditCase)))
    }
    // A copy lets go of the room that appending took.
    members = members.map(\.self)
    self.spoken = spoken.elements
    self.free = free.elements
  }
}

/// Different elements by the order in which they were first met.
private struct Positions<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var positions: [Element: Int32] = [:]

  mutating func position(of element: Element) -> Int32 {
    if let position = positions[element] { return position }
    let position = Int32(elements.count)
    elements.append(element)
    positions[element] = position
    return position
  }
}

extension AuditCase {
  /// How an expert speaks the audit's languages; nil when a rule bars them on all starts.
  fileprivate func levelsIfFit(_ record: ExpertRecord) -> SpokenLevels? {
    // Whom no waiver can let in is passed over before breaches are made, which takes long.
    guard NotAccreditedBreach.isAccredited(record.expert, for: audit.label) else { return nil }
    let levels = levels(of: record)
    guard levels.contains(where: { $0 != nil }) else { return nil }
    for bar in lastingBars(of: record) where !isWaived(bar.breach) { return nil }
    return levels
  }

  /// The starts on which the rules for one expert that depend on the day let them serve; nil when
  /// there are none.
  fileprivate func freeStarts(of record: ExpertRecord) -> StartSet? {
    guard let first = starts.first, let last = starts.last else { return nil }
    var free = StartSet(all: starts.count)
    for bar in datedBars(of: record, over: first...last) where !isWaived(bar.breach) {
      for (place, start) in starts.enumerated() where bar.starts.contains(start) {
        free.remove(place)
      }
    }
    return free.isEmpty ? nil : free
  }
}
