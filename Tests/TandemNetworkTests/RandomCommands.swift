import TandemJournal
import TandemMatching
import TandemModel
import TandemNames

@testable import TandemNetwork

/// Makes commands from a seed over a few ids, so that most meet things that are there and many do not
/// fit.
struct RandomCommands {
  private static let countries: [Country] = ["AT", "DE", "FR", "IT"]
  private static let labels: [Label] = ["bronze", "silver", "gold", "platinum"]
  private static let kinds: [InterestKind] = ["employment", "family", "membership", "friendship"]
  private static let languages: [Language] = ["de", "en", "fr"]
  private var random: SeededGenerator
  /// The plan made last.
  private var plan: PublishedPlan?

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A command, as somebody would give it who has read that state, or an older one.
  mutating func next(_ state: NetworkState, on today: Day) -> Command {
    switch whole(0...99) {
    case 0..<6: .createExpert(expert(id("E", 9)), person())
    case 6..<12: updateExpert(state)
    case 12: whole(0...1) == 0 ? .retireExpert(id("E", 9)) : .declareInterests(id("E", 9))
    case 13:
      whole(0...2) > 0 ? identity() : .placeBid(id("A", 9), id("E", 9), whole(0...4))
    case 14..<18: .createOrganisation(organisation(id("O", 9)))
    case 18..<24: updateOrganisation(state)
    case 24..<27: .deleteOrganisation(id("O", 9))
    case 27..<32: .createInterest(id("I", 5), interest())
    case 32..<34: updateInterest(state)
    case 34: .deleteInterest(id("I", 5))
    case 35: .declareInterest(id("I", 5), declared())
    case 36: identity()
    case 37..<40: relation()
    case 40..<42: .deleteRelation(id("P", 4))
    case 42..<45: .createAbsence(id("U", 5), absence(today))
    case 45..<47: updateAbsence(state, today)
    case 47..<50: .deleteAbsence(id("U", 5))
    case 50..<53: setPolicy(state)
    case 53..<57: .setTravel(legs())
    case 57: .setClosures(pick(Self.countries), [today.adding(whole(0...40))])
    case 58..<66:
      .submitAudit(
        audit(newAuditID(state), today), contact: person(), members: queries(),
        reference: whole(0...1) == 0 ? nil : AuditReference(id("F", 9), of: "tester"),
        takesUnknown: whole(0...1) == 0)
    case 66..<73: .admitAudit(auditID(state, .submitted))
    case 73..<79: updateAudit(state, today)
    case 79: .withdrawAudit(auditID(state), reason: "merged")
    case 80..<85: assign(state, today)
    case 85..<90: life(state, today)
    case 90: grant(state, today)
    case 91: revoke(state)
    case 92: .unassignPanel(auditID(state, .proposed), reason: "ill")
    case 93, 94: life(state, today)
    case 95: publishPlan(state, today)
    case 96: token(state, today)
    case 97: .pinPanel(auditID(state, .proposed))
    default: .unpinPanel(auditID(state, .proposed))
    }
  }

  /// A step of an audit from its panel to its label, more often one that can be.
  private mutating func life(_ state: NetworkState, _ today: Day) -> Command {
    let aims: [AuditState] = [.proposed, .invited, .confirmed, .held, .admitted]
    let id = auditID(state, aims[whole(0...4)])
    let seats = state.audits[id]?.seated.sorted() ?? []
    let expert =
      seats.isEmpty || whole(0...5) == 0 ? self.id("E", 9) : seats[whole(0...seats.count - 1)]
    switch whole(0...20) {
    case 20:
      return .recordLabel(
        pick(Self.labels), self.id("O", 9), on: today.adding(whole(-100...3)))
    case 0: return .cancelAudit(id, reason: "merged")
    case 1: return .recuseExpert(id, expert, reason: "a cousin")
    case 2: return .objectToExpert(id, expert, reason: "a rival", byCluster: whole(0...1) == 0)
    case 3:
      let start = state.audits[id]?.panel?.start ?? today
      return .changePanel(
        id, PanelChoice(experts: [expert, self.id("E", 9)], start: start.adding(whole(0...1))),
        reason: "asked for")
    case 4:
      let cause = Exclusion.Cause.allCases[whole(0...2)]
      return .declineInvitation(
        id, expert, Exclusion(cause: cause, reason: ""),
        interest: whole(0...1) == 0 ? nil : .createInterest(self.id("I", 5), interest()))
    case 5...7:
      return .fileReport(
        id, expert,
        AuditReport(
          recommended: whole(0...1) == 0,
          scores: Dictionary(
            uniqueKeysWithValues: Scheme.standard.areas.dropFirst(whole(0...5) / 5)
              .map { ($0, whole(0...100)) }), note: ""))
    case 8, 9:
      return .decideAudit(id, awarded: whole(0...1) == 0, reason: whole(0...1) == 0 ? "" : "so")
    case 10, 11: return .holdAudit(id)
    case 12: return .acceptInvitation(id, expert, declaration: whole(0...3))
    default:
      switch state.audits[id]?.state {
      case .invited: return .acceptInvitation(id, expert, declaration: 1)
      case .proposed where state.audits[id]?.panel?.announcement != nil: return .inviteExperts(id)
      default: return .announcePanel(id)
      }
    }
  }

  private mutating func token(_ state: NetworkState, _ today: Day) -> Command {
    let id: TokenID = id("T", 5)
    let hash = Hash(of: Array("\(random.next())".utf8))
    let until = today.adding(whole(-3...1_100))
    switch whole(0...3) {
    case 0: return .rotateToken(id, hash, until: until)
    case 1: return .revokeToken(id)
    default:
      let grant: Grant = [
        .coordinator, .observer, .expert(self.id("E", 9)), .partner([self.id("O", 9)]),
      ][
        whole(0...3)]
      return .createToken(AccessToken(id: id, grant: grant, secretHash: hash, until: until))
    }
  }

  /// A plan of all audits or some, now and then one that was made long ago.
  private mutating func publishPlan(_ state: NetworkState, _ today: Day) -> Command {
    if let plan, whole(0...3) == 0 { return .publishPlan(plan) }
    var scope = PlanScope(repair: whole(0...1) == 0)
    if whole(0...1) == 0 { scope.audits = [auditID(state, .proposed), auditID(state, .admitted)] }
    let snapshot = Snapshot(state: state, head: .genesis)
    if (try? snapshot.export(scope, on: today)) == nil { scope.audits = [] }
    guard let problem = try? snapshot.export(scope, on: today).problem,
      let result = try? Planner(problem).plan()
    else { return .unpinPanel(auditID(state, .proposed)) }
    let made = PublishedPlan(
      result.plan, of: problem, scope, madeFrom: state.revision, on: today,
      certificate: result.certificate?.write())
    plan = made
    return .publishPlan(made)
  }

  // MARK: Updates

  private mutating func updateExpert(_ state: NetworkState) -> Command {
    let id: ExpertID = id("E", 9)
    return .updateExpert(expert(id), person(), readAt: readAt(state.experts[id]?.revision))
  }

  private mutating func updateOrganisation(_ state: NetworkState) -> Command {
    let id: OrganisationID = id("O", 9)
    let readAt = readAt(state.organisations[id]?.revision)
    return .updateOrganisation(organisation(id), readAt: readAt)
  }

  private mutating func updateInterest(_ state: NetworkState) -> Command {
    let id: InterestID = id("I", 5)
    return .updateInterest(id, interest(), readAt: readAt(state.interests[id]?.revision))
  }

  private mutating func updateAbsence(_ state: NetworkState, _ today: Day) -> Command {
    let id: AbsenceID = id("U", 5)
    return .updateAbsence(id, absence(today), readAt: readAt(state.absences[id]?.revision))
  }

  private mutating func updateAudit(_ state: NetworkState, _ today: Day) -> Command {
    let id = auditID(state)
    var audit = audit(id, today)
    // Most updates change little, so that panels stand for some time.
    if let known = state.audits[id]?.audit, whole(0...3) > 0 {
      audit.cluster = known.cluster
      audit.country = known.country
      audit.label = known.label
      audit.window = known.window
    }
    return .updateAudit(
      audit, contact: person(), readAt: readAt(state.audits[id]?.revision),
      takesUnknown: whole(0...1) == 0)
  }

  private mutating func setPolicy(_ state: NetworkState) -> Command {
    var policy = Policy.standard
    policy.restDays = whole(0...4)
    policy.sameCountry = whole(0...3) == 0 ? .forbid : .allow
    policy.labels["gold"]?.nationals = 0...whole(0...2)
    policy.labels["silver"]?.level = .b1
    if whole(0...2) == 0 { policy.labels[pick(Self.labels)] = nil }
    if whole(0...2) == 0 { policy.coolingOff[pick(Self.kinds)] = nil }
    return .setPolicy(policy, note: "a test", readAt: readAt(state.policy.revision))
  }

  /// A choice among the best, or any.
  private mutating func assign(_ state: NetworkState, _ today: Day) -> Command {
    let id = auditID(state, .admitted)
    if whole(0...3) == 0 { return .assignPanel(id, nil, note: "") }
    let planning = Planning(of: state, on: today)
    if whole(0...1) == 0, let auditCase = planning.auditCase(id),
      let panel = PanelRanking(of: auditCase).prefix(whole(1...9)).map({ $0 }).last?.panel
    {
      return .assignPanel(
        id, PanelChoice(experts: panel.seats.experts, start: panel.start), note: "a test")
    }
    let experts: [ExpertID] = (0..<whole(1...2)).map { _ in self.id("E", 9) }
    return .assignPanel(
      id, PanelChoice(experts: experts, start: today.adding(whole(-3...60))), note: "a test")
  }

  private mutating func grant(_ state: NetworkState, _ today: Day) -> Command {
    let experts: [ExpertID] = [id("E", 9), id("E", 9)].sorted()
    let waiver: Waiver =
      switch whole(0...3) {
      case 0: .expert(pick([.homeCountry, .interest, .rotation, .unavailable]), experts[0])
      case 1: .pair(pick([.sharedOrganisation, .related, .sameCountry]), experts[0], experts[1])
      case 2: .panel(pick([.noLead, .nationals]))
      default: .window(days: whole(1...28))
      }
    return .grantWaiver(
      auditID(state), waiver, until: today.adding(whole(-1...90)), reason: "nobody else can")
  }

  private mutating func revoke(_ state: NetworkState) -> Command {
    let id = auditID(state)
    let granted = state.audits[id]?.waivers.map(\.waiver) ?? []
    return .revokeWaiver(
      id, granted.isEmpty ? .panel(.noLead) : pick(granted), reason: "somebody can")
  }

  // MARK: Things

  private mutating func expert(_ id: ExpertID) -> Expert {
    Expert(
      id: id, country: pick(Self.countries), languages: ["de": .c2, "en": .c1, "fr": .b2],
      accredited: labels(), lead: labels(), sectors: ["ict"], maxAudits: whole(0...20),
      priorLoad: whole(0...2))
  }

  private mutating func organisation(_ id: OrganisationID) -> Organisation {
    Organisation(
      id: id, names: name().map { [$0] } ?? [], country: whole(0...1) == 0 ? "DE" : nil,
      group: whole(0...3) == 0 ? self.id("O", 9) : nil,
      isCluster: whole(0...1) == 0, members: whole(0...2) == 0 ? [self.id("O", 9)] : [])
  }

  /// Of few words, so that many names are alike or the same.
  private mutating func name() -> OrganisationName? {
    let words = ["Optik", "Institut", "Jena", "Werke", "GmbH", "Optics"]
    let name = (0..<whole(1...3)).map { _ in pick(words) }.joined(separator: " ")
    return try? OrganisationName(name)
  }

  private mutating func queries() -> [NameQuery] {
    (0..<whole(0...2)).compactMap { _ in name().map { NameQuery(names: [$0]) } }
  }

  private mutating func declared() -> DeclaredInterest {
    let interest = interest()
    return DeclaredInterest(
      expert: interest.expert, organisation: NameQuery(names: name().map { [$0] } ?? []),
      kind: interest.kind, until: interest.until)
  }

  private mutating func identity() -> Command {
    switch whole(0...5) {
    case 0: .mergeExpert(id("E", 9), into: id("E", 9), reason: "one passport")
    case 1:
      ExpertPair(id("E", 9), id("E", 9)).map {
        .distinguishExperts($0, reason: "asked both")
      } ?? identity()
    case 2...3: .mergeOrganisation(id("O", 9), into: id("O", 9), reason: "one seat")
    case 4: .splitOrganisation(id("O", 9), reason: "two seats")
    default:
      OrganisationPair(id("O", 9), id("O", 9)).map {
        .distinguishOrganisations($0, reason: "asked both")
      } ?? identity()
    }
  }

  private mutating func interest() -> Interest {
    Interest(
      expert: id("E", 9), organisation: id("O", 9), kind: pick(Self.kinds),
      until: whole(0...1) == 0 ? nil : day("2026-01-01").adding(whole(0...300)))
  }

  private mutating func relation() -> Command {
    while true {
      if let relation = Relation(id("E", 9), id("E", 9)) {
        return .createRelation(id("P", 4), relation, takesUnknown: whole(0...1) == 0)
      }
    }
  }

  private mutating func absence(_ today: Day) -> Absence {
    let first = today.adding(whole(0...60))
    return Absence(expert: id("E", 9), days: first...first.adding(whole(0...9)))
  }

  private mutating func audit(_ id: AuditID, _ today: Day) -> Audit {
    let first = today.adding(whole(-60...30))
    return Audit(
      id: id, cluster: self.id("O", 9), country: pick(Self.countries), label: pick(Self.labels),
      languages: Array(Self.languages.prefix(whole(1...3))),
      members: whole(0...1) == 0 ? [self.id("O", 9)] : [], sectors: ["ict"],
      window: first...first.adding(whole(30...80)), priority: whole(1...9),
      objections: whole(0...4) == 0 ? [self.id("E", 9)] : [],
      recusals: whole(0...4) == 0 ? [self.id("E", 9)] : [], bids: [self.id("E", 9): whole(0...3)],
      renewal: whole(0...2) == 0,
      waivers: whole(0...2) == 0
        ? [.window(days: whole(1...28)), .expert(.interest, self.id("E", 9)), .panel(.noLead)] : [])
  }

  private mutating func legs() -> [TravelLeg] {
    let home = pick(Self.countries)
    return Self.countries.filter { $0 != home }.flatMap {
      [
        TravelLeg(home: home, country: $0, units: whole(0...9)),
        TravelLeg(home: $0, country: home, units: whole(0...9)),
      ]
    }
  }

  private mutating func labels() -> Set<Label> {
    // Platinum is in no policy.
    Set(Self.labels.dropLast(whole(0...9) == 0 ? 0 : 1).filter { _ in whole(0...3) > 0 })
  }

  private mutating func person() -> Person { Person(name: "Somebody \(whole(0...9))") }

  /// The revision of a thing, or now and then an older one.
  private mutating func readAt(_ revision: Int?) -> Int {
    max(0, (revision ?? 0) - (whole(0...5) == 0 ? 1 : 0))
  }

  /// One of the last audits submitted, or the next; mostly one that is in that state, if any is.
  private mutating func auditID(_ state: NetworkState, _ wanted: AuditState? = nil) -> AuditID {
    let count = state.audits.count
    let fitting = state.audits.values.filter { $0.state == wanted }.map(\.audit.id).sorted()
    if !fitting.isEmpty, whole(0...3) > 0 { return pick(fitting) }
    return ID("A\(whole(max(0, count - 8)...count))") ?? auditID(state)
  }

  private mutating func newAuditID(_ state: NetworkState) -> AuditID {
    whole(0...3) == 0 ? auditID(state) : ID("A\(state.audits.count)") ?? auditID(state)
  }

  private mutating func id<Subject>(_ prefix: String, _ last: Int) -> ID<Subject> {
    ID("\(prefix)\(whole(0...last))") ?? id(prefix, last)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[whole(0...(items.count - 1))]
  }

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
}
