import TandemJournal
import TandemMatching
import TandemModel
import TandemNames

@testable import TandemNetwork

/// Makes events from a seed, with texts that are hard to store.
struct RandomEvents {
  private static let texts = [
    "", " ", "\"", "\\", "\\u0000", "{\"sealed\":1}", "caf\u{E9}", "cafe\u{301}", "日本", "👩‍🔬",
    "a\u{200B}b", "\u{FEFF}", "</script>", "'; DROP TABLE", "~0~1/", "\u{10FFFF}",
    "line\nbreak\t\u{7F}\u{85}",
    String(repeating: "long ", count: 300),
  ]
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func events(_ count: Int) -> [Event] {
    (0..<count).map { _ in event() }
  }

  private mutating func event() -> Event {
    switch whole(0...47) {
    case 0: .expertSet(expert(), person(), openingDay: date())
    case 1: .expertRetired(id())
    case 2: .organisationSet(organisation())
    case 3: .organisationDeleted(id())
    case 4: .interestSet(id(), interest())
    case 5: .interestDeleted(id())
    case 6: relation()
    case 7: .relationDeleted(id())
    case 8: .absenceSet(id(), Absence(expert: id(), days: dates()))
    case 9: .absenceDeleted(id())
    case 10: .policySet(policy(), note: text())
    case 11: .travelSet(list(0...4) { $0.leg() })
    case 12: .closuresSet(term(), Set(list(0...5) { $0.date() }))
    case 13:
      .auditHeld(HeldAudit(cluster: id(), date: date(), experts: Set(list(0...3) { $0.id() })))
    case 14:
      .auditSubmitted(audit(), contact: person(), reference: whole(0...1) == 0 ? nil : id())
    case 15: .auditAdmitted(id())
    case 16: .auditUpdated(audit(), contact: person())
    case 17: .auditWithdrawn(id(), reason: text())
    case 18: .panelAssigned(id(), panel())
    case 19: .panelUnassigned(id(), reason: text(), experts: Set(list(0...3) { $0.id() }))
    case 20: .panelPinned(id())
    case 21: .waiverGranted(id(), waiver(), until: date(), reason: text())
    case 22: .waiverRevoked(id(), waiver(), reason: text())
    case 23: .planPublished(plan())
    case 24: .tokenCreated(token())
    case 25: .tokenRotated(id(), hash(), until: date())
    case 26: .tokenRevoked(id())
    case 27: .doubtFound(pair(), reason: text(), likeness: whole(0...100))
    case 28: .organisationsDistinguished(pair(), reason: text())
    case 29: .organisationMerged(id(), into: id(), reason: text())
    case 30: .organisationSplit(id(), reason: text())
    case 31: .interestNamed(id(), resolved())
    case 32: .membersNamed(id(), list(0...3) { $0.resolved() })
    case 33: .panelAnnounced(id(), on: date())
    case 34: .expertsInvited(id(), on: date())
    case 35:
      .invitationAccepted(id(), id(), Declaration(version: whole(1...1_000_000), text: text()))
    case 36:
      .expertExcluded(
        id(), id(),
        Exclusion(
          cause: Exclusion.Cause.allCases.randomElement(using: &random) ?? .other, reason: text()))
    case 37: .panelHeld(id())
    case 38: .reportFiled(id(), id(), report())
    case 39: .auditDecided(id(), awarded: boolean(), reason: text())
    case 40: .auditCancelled(id(), reason: text())
    case 41:
      .labelAwarded(
        AwardedLabel(
          cluster: id(), label: term(), awarded: date(), until: date(), audit: optional { $0.id() }
        ))
    case 42: .expertDoubtFound(pair(), reason: text(), likeness: whole(0...100))
    case 43: .expertsDistinguished(pair(), reason: text())
    case 44: .expertMerged(id(), into: id(), reason: text())
    case 45: .interestsDeclared(id(), on: date())
    case 46: .bidPlaced(id(), id(), whole(0...3))
    default: .panelUnpinned(id())
    }
  }

  // MARK: Things

  private mutating func report() -> AuditReport {
    AuditReport(
      recommended: boolean(),
      scores: Dictionary(list(0...4) { ($0.term(), $0.whole(0...100)) }) { one, _ in one },
      note: text())
  }

  private mutating func expert() -> Expert {
    Expert(
      id: id(), country: term(),
      languages: map { (Level.allCases.randomElement(using: &$0.random)) },
      accredited: terms(), lead: terms(), sectors: terms(), maxAudits: whole(0...10_000),
      priorLoad: whole(0...10_000))
  }

  private mutating func organisation() -> Organisation {
    Organisation(
      id: id(), names: list(0...2) { $0.name() }, formerNames: list(0...1) { $0.name() },
      country: optional { $0.term() }, group: optional { $0.id() },
      groupSource: boolean() ? text() : "", groupDate: optional { $0.date() },
      isCluster: boolean(),
      members: Set(list(0...5) { $0.id() }))
  }

  private mutating func name() -> OrganisationName {
    while true {
      if let name = try? OrganisationName(text(), language: optional { $0.term() }) { return name }
    }
  }

  private mutating func pair<Subject>() -> Pair<Subject> {
    while true { if let pair = Pair<Subject>(id(), id()) { return pair } }
  }

  private mutating func resolved() -> ResolvedName {
    let outcome = ResolvedName.Outcome.allCases.randomElement(using: &random) ?? .new
    return ResolvedName(name: text(), organisation: id(), outcome: outcome, reason: text())
  }

  private mutating func interest() -> Interest {
    Interest(expert: id(), organisation: id(), kind: term(), until: optional { $0.date() })
  }

  private mutating func relation() -> Event {
    while true {
      if let relation = Relation(id(), id()) { return .relationSet(id(), relation) }
    }
  }

  private mutating func leg() -> TravelLeg {
    TravelLeg(home: term(), country: term(), units: whole(0...1_000_000))
  }

  private mutating func panel() -> Assignment {
    Assignment(
      start: date(), experts: Set(list(0...3) { $0.id() }), pinned: boolean(), current: boolean(),
      selection: optional { $0.selection() })
  }

  private mutating func token() -> AccessToken {
    let grant: Grant =
      switch whole(0...3) {
      case 0: .coordinator
      case 1: .expert(id())
      case 2: .partner(Set(list(0...3) { $0.id() }))
      default: .observer
      }
    return AccessToken(id: id(), grant: grant, secretHash: hash(), until: date())
  }

  private mutating func hash() -> Hash { Hash(of: Array(text().utf8)) }

  private mutating func plan() -> PublishedPlan {
    PublishedPlan(
      madeFrom: whole(0...1_000_000), on: date(),
      scope: PlanScope(audits: Set(list(0...3) { $0.id() }), repair: boolean()),
      panels: Dictionary(list(0...4) { ($0.id(), $0.plannedPanel()) }) { one, _ in one },
      unfilled: Set(list(0...3) { $0.id() }),
      objective: Objective(unfilled: whole(0...1_000_000), cost: whole(0...1_000_000)),
      certificate: optional { Array($0.text().utf8) })
  }

  private mutating func plannedPanel() -> CurrentPanel {
    CurrentPanel(start: date(), experts: Set(list(1...2) { $0.id() }), pinned: boolean())
  }

  private mutating func selection() -> Selection {
    Selection(
      on: date(), cost: whole(0...1_000_000), best: optional { $0.rankedChoice() }, note: text())
  }

  private mutating func rankedChoice() -> RankedChoice {
    RankedChoice(
      experts: Set(list(1...2) { $0.id() }), start: date(), cost: whole(0...1_000_000))
  }

  private mutating func audit() -> Audit {
    Audit(
      id: id(), cluster: id(), country: term(), label: term(),
      languages: Array(Set(list(1...4) { $0.term() })), members: Set(list(0...4) { $0.id() }),
      sectors: terms(), window: dates(), priority: whole(1...1_000_000),
      objections: Set(list(0...2) { $0.id() }), recusals: Set(list(0...2) { $0.id() }),
      bids: Dictionary(list(0...3) { ($0.id(), $0.whole(0...3)) }) { one, _ in one },
      preferred: optional { $0.date() }, renewal: boolean(), remote: boolean(),
      waivers: Array(Set(list(0...4) { $0.waiver() })))
  }

  private mutating func waiver() -> Waiver {
    switch whole(0...3) {
    case 0: .expert(Waiver.ofExpert.sorted { $0.rawValue < $1.rawValue }[whole(0...3)], id())
    case 1: .pair(Waiver.ofPair.sorted { $0.rawValue < $1.rawValue }[whole(0...2)], "A", "B")
    case 2: .panel(boolean() ? .noLead : .nationals)
    default: .window(days: whole(1...28))
    }
  }

  private mutating func policy() -> Policy {
    var policy = Policy.standard
    policy.labels = map { random in
      let panel = random.whole(1...2)
      let most = random.whole(0...panel)
      return LabelPolicy(
        panel: panel, days: random.whole(1...30), renewalDays: random.whole(1...30),
        level: .c1, lead: random.boolean(), nationals: random.whole(0...most)...most)
    }
    policy.coolingOff = map { $0.boolean() ? .never : .days($0.whole(0...100_000)) }
    policy.sameCountry = boolean() ? .forbid : .allow
    policy.restDays = whole(0...30)
    for row in Costs.Row.allCases { policy.costs[row] = whole(0...Costs.limit) }
    return policy
  }

  private mutating func person() -> Person { Person(name: text(), email: text()) }

  // MARK: Values

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func boolean() -> Bool { Bool.random(using: &random) }

  private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }

  private mutating func term<Vocabulary>() -> Term<Vocabulary> {
    Term(text()) ?? Term("\(whole(0...9))") ?? term()
  }

  private mutating func terms<Vocabulary>() -> Set<Term<Vocabulary>> {
    Set(list(0...4) { $0.term() })
  }

  private mutating func id<Subject>() -> ID<Subject> {
    ID("\(whole(0...99))._-\(String(repeating: "x", count: whole(0...58)))") ?? id()
  }

  private mutating func date() -> Day { Day.first.adding(whole(0...3_652_058)) }

  private mutating func dates() -> ClosedRange<Day> {
    let first = date()
    return first...first.adding(whole(0...400))
  }

  private mutating func optional<Value>(_ make: (inout RandomEvents) -> Value) -> Value? {
    boolean() ? make(&self) : nil
  }

  private mutating func list<Value>(
    _ count: ClosedRange<Int>, _ make: (inout RandomEvents) -> Value
  ) -> [Value] {
    (0..<whole(count)).map { _ in make(&self) }
  }

  private mutating func map<Vocabulary, Value>(
    _ make: (inout RandomEvents) -> Value?
  ) -> [Term<Vocabulary>: Value] {
    var map: [Term<Vocabulary>: Value] = [:]
    for _ in 0..<whole(0...4) { map[term()] = make(&self) }
    return map
  }
}
