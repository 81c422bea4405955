import TandemModel

/// One audit as the planner sees it: its starts as bits, and what rules and costs say of its members by
/// their words, with exceptions for the few whom the audit has something particular to do with.
struct PlannedAudit: Sendable {
  /// Starts that cost the same.
  struct Tier: Sendable {
    let cost: Int
    /// Bits of the audit's window.
    let starts: DayBits
  }

  /// One of the audit's languages.
  struct Lane: Sendable {
    let language: Language
    let rankCost: Int
    /// What a member costs by their level in it, 0…6; nil below the label's level.
    let levelCosts: [Int?]
  }

  /// An expert whom more than their words decides about.
  struct Exception: Sendable {
    let expert: Int
    /// What they cost as a member, but for language and load.
    let cost: Int
    let isNational: Bool
  }

  let auditCase: AuditCase
  let priority: Int
  let size: Int
  let length: Int
  /// Its days and the rest days after them.
  let occupied: Int
  /// The first day of the window, counted from the roster's first day.
  let firstDay: Int
  /// Days from the first to the last valid start, both counted.
  let windowDays: Int
  /// The cheapest first; together all valid starts.
  let tiers: [Tier]
  let lanes: [Lane]
  /// What a member costs by where they live: travel and home country. Nil where they may not serve.
  let homeCosts: [Int?]
  let homeNumber: Int32?
  /// What a member costs who shares a sector, and one who does not.
  let sectorCosts: (shared: Int, other: Int)
  let sectors: [UInt64]
  /// What every member costs whom the audit does not name.
  let commonCost: Int
  let exceptions: [Exception]
  /// For each exception the starts on which the rules for one expert let them serve: bits of the
  /// window, one exception after another.
  private let exceptionStarts: [UInt64]
  /// Whether members of two kinds may sit together, by ``kind(leads:isNational:)``; on a panel of one
  /// the two are the same.
  let mayServe: [[Bool]]
  /// Whether two who live in one country may not sit together.
  let forbidsSameCountry: Bool
  let sameCountryCost: Int
  let hasPairWaivers: Bool
  /// The panel it is pinned to.
  let pinned: CurrentPanel?

  static func kind(leads: Bool, isNational: Bool) -> Int { (leads ? 2 : 0) + (isNational ? 1 : 0) }

  init(_ auditCase: AuditCase, in roster: Roster) {
    let audit = auditCase.audit
    self.auditCase = auditCase
    priority = audit.priority
    size = auditCase.labelPolicy.panel
    length = auditCase.length
    occupied = auditCase.length + auditCase.policy.restDays
    let first = auditCase.starts.first ?? roster.firstDay
    let windowDays = auditCase.starts.last.map { first.days(to: $0) + 1 } ?? 0
    firstDay = roster.firstDay.days(to: first)
    self.windowDays = windowDays
    tiers = Self.tiers(of: auditCase, from: first, windowDays: windowDays)
    lanes = audit.languages.indices.map { place in
      Lane(
        language: audit.languages[place], rankCost: auditCase.rankCost(of: place),
        levelCosts: (0...6).map { number in
          Level(rawValue: number).flatMap {
            $0 >= auditCase.labelPolicy.level ? auditCase.levelCost(of: $0) : nil
          }
        })
    }
    homeCosts = roster.countries.map { country in
      HomeCountryBreach.barsResidents(of: country, in: auditCase)
        ? nil : auditCase.cost(of: auditCase.units(fromHome: country))
    }
    homeNumber = roster.countries.firstIndex(of: audit.country).map(Int32.init)
    sectorCosts = (
      auditCase.cost(of: auditCase.units(sharingSector: true)),
      auditCase.cost(of: auditCase.units(sharingSector: false))
    )
    var sectors = Array(repeating: UInt64(0), count: roster.sectorWords)
    for sector in audit.sectors {
      guard let number = roster.sectorNumbers[sector] else { continue }
      sectors[number >> 6] |= 1 << UInt64(number & 63)
    }
    self.sectors = sectors
    commonCost = auditCase.cost(of: auditCase.personalUnits(of: nil))
    let excepted = windowDays == 0 ? [] : Self.excepted(auditCase, in: roster)
    exceptions = excepted.map { record in
      Exception(
        expert: record.position, cost: auditCase.memberCost(of: record),
        isNational: NationalsBreach.counts(record, in: auditCase))
    }
    exceptionStarts = excepted.flatMap {
      auditCase.startBits(of: $0, from: first, windowDays: windowDays).words
    }
    mayServe = (0..<4).map { one in
      (0..<4).map { other in
        let kinds = auditCase.labelPolicy.panel == 1 ? [one] : [one, other]
        return Self.mayServe(kinds, in: auditCase)
      }
    }
    forbidsSameCountry = auditCase.policy.sameCountry == .forbid
    sameCountryCost = auditCase.policy.costs[.sameCountry]
    hasPairWaivers = auditCase.waivers.contains { Waiver.ofPair.contains($0.rule) }
    pinned = auditCase.current.flatMap { $0.pinned ? $0 : nil }
  }

  private static func mayServe(_ kinds: [Int], in auditCase: AuditCase) -> Bool {
    let leads = kinds.count { $0 & 2 != 0 }
    let nationals = kinds.count { $0 & 1 != 0 }
    let waived = auditCase.waivers
    return
      (!NoLeadBreach.isBroken(byLeads: leads, in: auditCase) || waived.contains(.panel(.noLead)))
      && (!NationalsBreach.isBroken(byNationals: nationals, in: auditCase)
        || waived.contains(.panel(.nationals)))
  }

  private static func tiers(
    of auditCase: AuditCase, from first: Day, windowDays: Int
  ) -> [Tier] {
    var byCost: [Int: DayBits] = [:]
    for start in auditCase.starts {
      let cost = auditCase.cost(of: auditCase.units(on: start))
      byCost[cost, default: DayBits(dayCount: windowDays)].insert(first.days(to: start))
    }
    return byCost.sorted { $0.key < $1.key }.map { Tier(cost: $0.key, starts: $0.value) }
  }

  /// The experts whom more than their words decides about, in their order.
  private static func excepted(_ auditCase: AuditCase, in roster: Roster) -> [ExpertRecord] {
    let audit = auditCase.audit
    var ids = audit.objections.union(audit.recusals).union(audit.bids.keys)
    ids.formUnion(auditCase.current?.experts ?? [])
    for waiver in audit.waivers { ids.formUnion(waiver.experts) }
    var experts = Set(
      ids.compactMap { auditCase.indexed.record(of: $0).map { Int32($0.position) } })
    for group in auditCase.auditedGroups.keys { experts.formUnion(roster.holders[group] ?? []) }
    experts.formUnion(roster.servedOn[audit.cluster] ?? [])
    return experts.sorted().map { roster.records[Int($0)] }
  }

  /// The starts of an exception, by its position: bits of the window.
  func starts(ofException number: Int) -> ArraySlice<UInt64> {
    let words = (windowDays + 63) / 64
    return exceptionStarts[number * words..<(number + 1) * words]
  }
}

extension AuditCase {
  /// The starts on which the rules for one expert let them serve, as bits of a window.
  func startBits(of record: ExpertRecord, from first: Day, windowDays: Int) -> DayBits {
    var free = DayBits(dayCount: windowDays)
    guard lastingBars(of: record).allSatisfy({ isWaived($0.breach) }) else { return free }
    free.insert(0..<windowDays)
    let window = first...first.adding(windowDays - 1)
    for bar in datedBars(of: record, over: window) where !isWaived(bar.breach) {
      free.remove(bar.starts, from: first, windowDays: windowDays)
    }
    return free
  }

  /// What a member costs, but for language and load.
  func memberCost(of record: ExpertRecord) -> Int {
    cost(of: units(of: record).filter { $0.row != .load })
  }
}

extension DayBits {
  /// Takes those days out that lie in the window.
  mutating func remove(_ days: ClosedRange<Day>, from first: Day, windowDays: Int) {
    let start = max(0, first.days(to: days.lowerBound))
    let end = min(windowDays, first.days(to: days.upperBound) + 1)
    if start < end { remove(start..<end) }
  }
}
