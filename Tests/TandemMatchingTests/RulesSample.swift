@testable import TandemMatching
@testable import TandemModel

/// A problem in which E1 and E2 may audit A1 from any Monday to Thursday of March 2027, to be
/// changed by tests.
struct RulesSample {
  var horizon: ClosedRange<Day> = "2027-01-04"..."2027-12-17"
  var policy = Policy(
    labels: [
      "bronze": LabelPolicy(
        panel: 1, days: 1, renewalDays: 1, level: .b2, lead: false, nationals: 0...0),
      "gold": LabelPolicy(
        panel: 2, days: 2, renewalDays: 1, level: .c1, lead: true, nationals: 0...1),
    ],
    sameCountry: .allow, coolingOff: ["employment": .days(730), "family": .never],
    rotation: Policy.Rotation(audits: 1, days: 1460), repeatPairDays: 730, restDays: 1,
    costs: Costs { _ in 1 })
  var experts: [ExpertID: Expert] = [
    "E1": expert("E1", of: "FR", lead: ["gold"]), "E2": expert("E2", of: "AT"),
    "E3": expert("E3", of: "DE", lead: ["gold"]),
  ]
  var audit = Audit(
    id: "A1", cluster: "C1", country: "DE", label: "gold", languages: ["de", "en"],
    members: ["M1", "M2"], sectors: ["ict"], window: "2027-03-01"..."2027-03-31", priority: 1)
  var others: [Audit] = [
    Audit(
      id: "A2", cluster: "C2", country: "DE", label: "gold", languages: ["de"], sectors: [],
      window: "2027-03-01"..."2027-03-31", priority: 1),
    Audit(
      id: "A3", cluster: "C3", country: "DE", label: "bronze", languages: ["de"], sectors: [],
      window: "2027-03-01"..."2027-03-31", priority: 1),
  ]
  var unavailable: [ExpertID: [ClosedRange<Day>]] = [:]
  var current: [AuditID: CurrentPanel] = [:]
  var standing: [AuditID: CurrentPanel] = [:]
  var groups: [OrganisationID: OrganisationID] = [:]
  var interests: [Interest] = []
  var relations: Set<Relation> = []
  var history: [HeldAudit] = []
  var travel: TravelTable = ["FR": ["DE": 2], "AT": ["DE": 1], "DE": ["DE": 0]]
  var closures: Closures = [:]

  static func expert(_ id: ExpertID, of country: Country, lead: Set<Label> = []) -> Expert {
    Expert(
      id: id, country: country, languages: ["de": .c2, "en": .c1],
      accredited: ["bronze", "gold"], lead: lead, sectors: ["ict"], maxAudits: 2, priorLoad: 0)
  }

  var problem: Problem {
    Problem(
      horizon: horizon, policy: policy, experts: Array(experts.values), audits: [audit] + others,
      unavailable: unavailable, current: current, groups: groups, interests: interests,
      relations: relations, history: history, travel: travel, closures: closures)
  }

  /// Of A1.
  var auditCase: AuditCase {
    guard let auditCase = AuditCase("A1", in: IndexedProblem(problem), standing: standing) else {
      preconditionFailure("the sample has no policy for the label of A1")
    }
    return auditCase
  }

  func breaches(_ experts: [ExpertID] = ["E1", "E2"], on start: Day = "2027-03-08")
    -> [any Breach]
  {
    auditCase.breaches(of: experts, on: start)
  }

  func sentences(_ experts: [ExpertID] = ["E1", "E2"], on start: Day = "2027-03-08") -> [String] {
    breaches(experts, on: start).map(\.sentence)
  }

  func codes(_ experts: [ExpertID] = ["E1", "E2"], on start: Day = "2027-03-08") -> [Rule] {
    breaches(experts, on: start).map(\.rule)
  }

  /// Each piece of evidence of the only breach as `name=value`.
  func evidence(_ experts: [ExpertID] = ["E1", "E2"], on start: Day = "2027-03-08") -> [String] {
    let breaches = breaches(experts, on: start)
    guard breaches.count == 1 else { return breaches.map { "not the only one: \($0.sentence)" } }
    return breaches[0].evidence.map { "\($0.name)=\($0.value)" }
  }
}

// Tests write ids, words and days as they are; one that is not well-formed is a fault of the test.
extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let id = ID(text) else { preconditionFailure("\(text) is no id") }
    self = id
  }
}

extension Term: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let term = Term(text) else { preconditionFailure("\(text) is no term") }
    self = term
  }
}

extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    self = day
  }
}
