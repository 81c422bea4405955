import TandemMatching
import TandemModel

extension NetworkState {
  /// Takes in a whole problem: what is there and equal is skipped, what is there and differs is a
  /// fault at its place in the file, and nothing is overwritten.
  func importProblem(
    _ file: ProblemFile, withoutAudits: Bool, on today: Day
  ) throws(Refusal) -> [Event] {
    var problem = ProblemImport(file, into: self, on: today)
    problem.policy()
    problem.words()
    problem.travel()
    problem.countries(withAudits: !withoutAudits)
    problem.closures()
    problem.organisations(withAudits: !withoutAudits)
    problem.experts()
    problem.ties()
    problem.history()
    if !withoutAudits { problem.audits() }
    try refuse(problem.faults)
    let faults = problem.brokenPins()
    try refuse(faults)
    return problem.events
  }
}

/// One import under way: what it makes happen, and what stands against it.
struct ProblemImport {
  let file: ProblemFile
  let state: NetworkState
  let today: Day
  var events: [Event] = []
  private(set) var faults: [Fault] = []
  private var ids: GeneratedIDs

  var problem: Problem { file.problem }

  init(_ file: ProblemFile, into state: NetworkState, on today: Day) {
    self.file = file
    self.state = state
    self.today = today
    ids = GeneratedIDs(revision: state.revision + 1)
  }

  mutating func refuse(_ reason: String, at place: String) {
    faults.append(Fault(at: place, reason))
  }

  mutating func refuse(difference name: String, at place: String) {
    refuse("differs from the network's \(name); change one of the two first", at: place)
  }

  // MARK: Policy, travel, closures

  mutating func policy() {
    let known = state.policy.policy
    let new = problem.policy
    guard state.policy.version > 0 else {
      faults += state.faults(
        in: new, labelsAt: "/policy/labels", kindsAt: "/policy/cooling_off_days")
      events.append(.policySet(new, note: ""))
      return
    }
    guard known != new else { return }
    for label in Set(known.labels.keys).union(new.labels.keys).sorted()
    where known.labels[label] != new.labels[label] {
      refuse(difference: "policy", at: "/policy/labels/\(label.text.inPointer)")
    }
    for kind in Set(known.coolingOff.keys).union(new.coolingOff.keys).sorted()
    where known.coolingOff[kind] != new.coolingOff[kind] {
      refuse(difference: "policy", at: "/policy/cooling_off_days/\(kind.text.inPointer)")
    }
    for row in Costs.Row.allCases where known.costs[row] != new.costs[row] {
      refuse(difference: "policy", at: "/policy/costs/\(row.rawValue)")
    }
    for (name, isEqual) in [
      ("same_country", known.sameCountry == new.sameCountry),
      ("rotation", known.rotation == new.rotation),
      ("repeat_pair_days", known.repeatPairDays == new.repeatPairDays),
      ("rest_days", known.restDays == new.restDays),
    ] where !isEqual {
      refuse(difference: "policy", at: "/policy/\(name)")
    }
  }

  /// Files may use any words; the network's countries and languages are checked.
  mutating func words() {
    for expert in problem.experts {
      let place = file.place(of: expert.id)
      refuseUnassigned(expert.country, at: "\(place)/country")
      for language in expert.languages.keys.sorted() {
        refuseNoTag(language, at: "\(place)/languages/\(language.text.inPointer)")
      }
    }
    for audit in problem.audits {
      let place = file.place(of: audit.id)
      refuseUnassigned(audit.country, at: "\(place)/country")
      for (index, language) in audit.languages.enumerated() {
        refuseNoTag(language, at: "\(place)/languages/\(index)")
      }
    }
  }

  private mutating func refuseUnassigned(_ country: Country, at place: String) {
    if !country.isAssigned { refuse("is no ISO 3166-1 alpha-2 code of a country", at: place) }
  }

  private mutating func refuseNoTag(_ language: Language, at place: String) {
    if !language.isPrimaryTag { refuse("is no BCP 47 primary tag of a language", at: place) }
  }

  mutating func travel() {
    var legs: [TravelLeg] = []
    for (home, row) in problem.travel.sorted(by: { $0.key < $1.key }) {
      for (country, units) in row.sorted(by: { $0.key < $1.key }) {
        switch state.travel[home]?[country] {
        case nil: legs.append(TravelLeg(home: home, country: country, units: units))
        case units: break
        default:
          let place = "/travel/\(home.text.inPointer)/\(country.text.inPointer)"
          refuse(difference: "travel table", at: place)
        }
      }
    }
    if !legs.isEmpty { events.append(.travelSet(legs)) }
  }

  /// Travel must lead from and to the countries that only the network has.
  mutating func countries(withAudits: Bool) {
    var both = state
    both.travel.merge(problem.travel) { $0.merging($1) { known, _ in known } }
    var homes = problem.experts.map { ($0.country, file.place(of: $0.id)) }
    if withAudits { homes += problem.audits.map { ($0.country, file.place(of: $0.id)) } }
    var seen: Set<Country> = []
    for (country, place) in homes where seen.insert(country).inserted {
      faults += both.missingTravel(for: country, at: "\(place)/country")
    }
  }

  /// Days are added to those that the network has.
  mutating func closures() {
    for (country, days) in problem.closures.sorted(by: { $0.key < $1.key }) {
      let known = state.closures[country, default: []]
      if !days.isSubset(of: known) { events.append(.closuresSet(country, known.union(days))) }
    }
  }

  // MARK: Experts and their ties

  mutating func experts() {
    for expert in problem.experts {
      if let known = state.experts[expert.id] {
        compare(known, expert)
      } else {
        events.append(.expertSet(expert, Person(), openingDay: today))
      }
    }
    let known = Set(state.absences.values.lazy.map(\.value))
    for (expert, absences) in problem.unavailable.sorted(by: { $0.key < $1.key }) {
      for days in absences.distinct() {
        let absence = Absence(expert: expert, days: days)
        if !known.contains(absence) {
          events.append(.absenceSet(ids.next("U") { state.absences[$0] == nil }, absence))
        }
      }
    }
  }

  private mutating func compare(_ known: ExpertEntry, _ expert: Expert) {
    let place = file.place(of: expert.id)
    if known.retired { refuse("\(expert.id) is retired in the network", at: place) }
    for (name, isEqual) in [
      ("country", known.expert.country == expert.country),
      ("languages", known.expert.languages == expert.languages),
      ("accredited", known.expert.accredited == expert.accredited),
      ("lead", known.expert.lead == expert.lead),
      ("sectors", known.expert.sectors == expert.sectors),
      ("max_audits", known.expert.maxAudits == expert.maxAudits),
      ("prior_load", known.expert.priorLoad == expert.priorLoad),
    ] where !isEqual {
      refuse(difference: "expert", at: "\(place)/\(name)")
    }
  }

  mutating func ties() {
    let interests = Set(state.interests.values.lazy.map(\.value))
    for interest in problem.interests.distinct() where !interests.contains(interest) {
      events.append(.interestSet(ids.next("I") { state.interests[$0] == nil }, interest))
    }
    let relations = Set(state.relations.values.lazy.map(\.value))
    for relation in problem.relations.subtracting(relations).sorted(by: {
      ($0.one, $0.other) < ($1.one, $1.other)
    }) {
      events.append(.relationSet(ids.next("P") { state.relations[$0] == nil }, relation))
    }
  }

  /// A row that stands twice counts twice: as many are added as the network has fewer.
  mutating func history() {
    var known: [HeldAudit: Int] = [:]
    for held in state.history { known[held, default: 0] += 1 }
    for held in problem.history {
      if let count = known[held], count > 0 {
        known[held] = count - 1
      } else {
        events.append(.auditHeld(held))
      }
    }
  }
}

/// Ids that an import gives to rows of files, which have none: the same for the same network.
private struct GeneratedIDs {
  let revision: Int
  private var count = 0

  init(revision: Int) { self.revision = revision }

  mutating func next<Subject>(_ prefix: String, isFree: (ID<Subject>) -> Bool) -> ID<Subject> {
    while true {
      count += 1
      if let id = ID<Subject>("\(prefix)-\(revision)-\(count)"), isFree(id) { return id }
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order in which it came first.
  fileprivate func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// As a step of a JSON Pointer (RFC 6901).
  fileprivate var inPointer: String {
    split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
