import TandemJournal
import TandemMatching
import TandemModel

@testable import TandemNetwork

/// A problem of five experts and two gold audits in which E1 and E2 may serve on A from Tuesday
/// 2027-03-09, to be edited by tests.
struct SmallProblem {
  static let choice = PanelChoice(experts: ["E1", "E2"], start: day("2027-03-09"))

  var policy = Policy.standard
  var experts = [
    expert("E1", "AT", lead: true), expert("E2", "FR", lead: false), expert("E3", "DE", lead: true),
    expert("E4", "DE", lead: false), expert("E5", "AT", lead: false),
  ]
  var audits = [audit("A", of: "C"), audit("B", of: "D")]
  var unavailable: [ExpertID: [ClosedRange<Day>]] = [:]
  var current: [AuditID: CurrentPanel] = [:]
  var groups: [OrganisationID: OrganisationID] = [:]
  var interests: [Interest] = []
  var relations: Set<Relation> = []
  var history: [HeldAudit] = []
  var closures: Closures = [:]

  init(_ edit: (inout SmallProblem) -> Void = { _ in }) { edit(&self) }

  var problem: Problem {
    let countries = Set(experts.map(\.country)).union(audits.map(\.country))
    let row = Dictionary(uniqueKeysWithValues: countries.map { ($0, 1) })
    return Problem(
      horizon: day("2027-01-01")...day("2027-12-31"), policy: policy, experts: experts,
      audits: audits, unavailable: unavailable, current: current, groups: groups,
      interests: interests, relations: relations, history: history,
      travel: Dictionary(uniqueKeysWithValues: countries.map { ($0, row) }), closures: closures)
  }

  func file() throws -> ProblemFile { try ProblemFile.read(problem.write()) }

  func network(_ journal: any Journal = MemoryJournal()) async throws -> Network {
    let network = try Sample.network(journal)
    try await network.run(.importProblem(try file(), withoutAudits: false))
    return network
  }

  static func expert(_ id: ExpertID, _ country: Country, lead: Bool) -> Expert {
    Expert(
      id: id, country: country, languages: ["de": .c2, "en": .c1], accredited: ["gold"],
      lead: lead ? ["gold"] : [], sectors: ["ict"], maxAudits: 2, priorLoad: 0)
  }

  static func audit(_ id: AuditID, of cluster: OrganisationID) -> Audit {
    Audit(
      id: id, cluster: cluster, country: "DE", label: "gold", languages: ["de", "en"],
      members: ["M"], sectors: ["ict"], window: day("2027-03-01")...day("2027-04-30"),
      priority: 5)
  }
}

extension Refusal {
  /// Which refusal it is, with what it names, for tests to compare.
  var summary: String {
    switch self {
    case .invalid(let faults): "invalid \(faults.map(\.place).joined(separator: " "))"
    case .notFound(let thing): "not found: \(thing)"
    case .alreadyExists(let thing): "already exists: \(thing)"
    case .referenceTaken(let reference, let audit):
      "reference taken: \(reference.name) by \(audit)"
    case .stale(let thing, let revision): "stale: \(thing) at \(revision)"
    case .notNow(let thing, let reason): "not now: \(thing): \(reason)"
    case .broken(let audit, let breaches):
      "broken: \(audit) \(breaches.map(\.rule.rawValue).joined(separator: " "))"
    case .noteMissing(let audit, _, _): "note missing: \(audit)"
    case .noPanel(let audit): "no panel: \(audit)"
    case .planOutdated(let changes, let broken):
      "outdated: \(changes.map(\.thing.id)) "
        + broken.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.rule.rawValue) }
        .joined(separator: " ")
    case .denied(let reason): "denied: \(reason)"
    case .notLetIn(let fault): "not let in: \(fault)"
    case .busy(let reason): "busy: \(reason)"
    case .requestReused(let id): "reused: \(id)"
    case .journal(let error): "journal: \(error)"
    }
  }
}

extension Network {
  /// What a command is refused with; nil when it is accepted.
  func refused(_ command: Command) async -> String? {
    do {
      try await run(command)
      return nil
    } catch {
      return (error as? Refusal)?.summary ?? "\(error)"
    }
  }

  /// The rules that the panel of an audit breaks; nil when none stands.
  nonisolated func standingBreaches(of audit: AuditID) -> [Rule]? {
    snapshot.state.standingPanel(of: audit, on: Sample.moment.today)?.breaches.map(\.rule)
  }

  func updateExpert(_ id: ExpertID, _ edit: (inout Expert) -> Void) async throws {
    var entry = try snapshot.state.expert(id)
    edit(&entry.expert)
    try await run(.updateExpert(entry.expert, entry.person, readAt: entry.revision))
  }

  func updateAudit(_ id: AuditID, _ edit: (inout Audit) -> Void) async throws {
    var entry = try snapshot.state.audit(id)
    edit(&entry.audit)
    try await run(.updateAudit(entry.audit, contact: entry.contact, readAt: entry.revision))
  }

  func updateOrganisation(_ id: OrganisationID, _ edit: (inout Organisation) -> Void) async throws {
    var entry = try snapshot.state.organisation(id)
    edit(&entry.value)
    try await run(.updateOrganisation(entry.value, readAt: entry.revision))
  }

  func updatePolicy(_ edit: (inout Policy) -> Void) async throws {
    var entry = snapshot.state.policy
    edit(&entry.policy)
    try await run(.setPolicy(entry.policy, note: "a test", readAt: entry.revision))
  }
}

extension NetworkState {
  /// The parts in which the two differ.
  func differences(from other: NetworkState) -> [String] {
    [
      ("experts", experts == other.experts), ("doubts", doubts == other.doubts),
      ("expert doubts", expertDoubts == other.expertDoubts),
      ("expert distinctions", expertDistinctions == other.expertDistinctions),
      ("organisations", organisations == other.organisations),
      ("interests", interests == other.interests), ("relations", relations == other.relations),
      ("absences", absences == other.absences), ("audits", audits == other.audits),
      ("history", history == other.history), ("policies", policies == other.policies),
      ("travel", travel == other.travel), ("closures", closures == other.closures),
      ("revision", revision == other.revision),
    ].filter { !$0.1 }.map(\.0)
  }
}

extension MemoryJournal {
  /// Every record, in order.
  var all: [Record] {
    var all: [Record] = []
    records(from: 1, through: nil) { all.append($0) }
    return all
  }
}
