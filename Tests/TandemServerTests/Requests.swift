import TandemClient
import TandemProtocol
import Testing

// Requests that tests of reasons send again and again, for the audit A1 where none is named.
extension TandemClient {
  /// All valid panels, the best first.
  func ranked(
    _ audit: String = "A1", whatIf: [Wire.Hypothesis] = []
  ) async throws -> [Wire.RankedPanel] {
    try await call(
      Methods.rankPanels,
      .with {
        $0.audit = audit
        $0.pageSize = 1_000
        $0.whatIf = whatIf
      }
    ).panels
  }

  func audit(_ id: String = "A1") async throws -> Wire.Audit {
    try #require(try await call(Methods.getAudit, .with { $0.id = id }).audit)
  }

  /// The panel that stands.
  func standing(_ id: String = "A1") async throws -> Wire.StandingPanel {
    try #require(try await audit(id).panel)
  }

  @discardableResult
  func assign(
    _ experts: [String], on start: Wire.Date = .day(2023, 1, 10), to audit: String = "A1",
    note: String = "a test"
  ) async throws -> Wire.AssignPanelResponse {
    try await call(
      Methods.assignPanel,
      .with {
        $0.audit = audit
        $0.experts = experts
        $0.start = start
        $0.note = note
      })
  }

  @discardableResult
  func unassign(_ audit: String = "A1") async throws -> Wire.UnassignPanelResponse {
    try await call(
      Methods.unassignPanel,
      .with {
        $0.audit = audit
        $0.reason = "a test"
      })
  }

  /// Whether a panel would be valid.
  func check(
    _ experts: [String], on start: Wire.Date = .day(2023, 1, 10), for audit: String = "A1"
  ) async throws -> Wire.CheckPanelResponse {
    try await call(
      Methods.checkPanel,
      .with {
        $0.audit = audit
        $0.experts = experts
        $0.start = start
      })
  }

  func explain(
    _ question: Wire.Question, _ set: (inout Wire.ExplainRequest) -> Void = { _ in }
  ) async throws -> Wire.ExplainResponse {
    var request = Wire.ExplainRequest.with {
      $0.audit = "A1"
      $0.question = question
    }
    set(&request)
    return try await call(Methods.explain, request)
  }

  /// Admits another audit, of the cluster D: one expert does not serve one cluster twice.
  func admit(_ id: String) async throws {
    var audit = Wire.Audit.sample(id)
    audit.cluster = "D"
    _ = try await call(Methods.submitAudit, .with { [audit] in $0.audit = audit })
    _ = try await call(Methods.admitAudit, .with { $0.id = id })
  }

  /// Makes a new version of the policy from the one in force.
  @discardableResult
  func changePolicy(
    note: String = "a test", _ edit: (inout Wire.Policy) -> Void
  ) async throws -> Wire.SetPolicyResponse {
    let read = try await call(Methods.getPolicy, .init())
    var policy = try #require(read.policy)
    edit(&policy)
    return try await call(
      Methods.setPolicy,
      .with { [policy] in
        $0.policy = policy
        $0.revision = read.revision
        $0.note = note
      })
  }

  /// Makes E4 speak German less well, so that a panel with them costs 2 more.
  func makeFourthDearer() async throws {
    let read = try await call(Methods.getExpert, .with { $0.id = "E4" })
    var expert = try #require(read.expert)
    expert.languages[0].level = "C1"
    _ = try await call(
      Methods.updateExpert,
      .with { [expert] in
        $0.expert = expert
        $0.updateMask = .with { $0.paths = ["languages"] }
        $0.revision = expert.revision
      })
  }
}

extension Wire.Panel {
  /// Who sits on it.
  var experts: [String] { seats.map(\.expert) }
}

extension Wire.RankedPanel {
  var experts: [String] { panel?.experts ?? [] }
}

extension Wire.Breach {
  /// The evidence by its names.
  var facts: [String: String] {
    Dictionary(evidence.map { ($0.name, $0.value) }) { one, other in "\(one), \(other)" }
  }
}

extension Wire.Hypothesis {
  static func absent(_ expert: String, _ first: Int, _ last: Int) -> Wire.Hypothesis {
    .with {
      $0.absence = .with {
        $0.expert = expert
        $0.firstDay = .day(2023, 1, first)
        $0.lastDay = .day(2023, 1, last)
      }
    }
  }

  static func employed(_ expert: String, in organisation: String) -> Wire.Hypothesis {
    .with {
      $0.interest = .with {
        $0.expert = expert
        $0.organisation = organisation
        $0.kind = "employment"
      }
    }
  }

  static func related(_ one: String, _ other: String) -> Wire.Hypothesis {
    .with { $0.relation = .with { $0.experts = [one, other] } }
  }

  static func retired(_ expert: String) -> Wire.Hypothesis { .with { $0.retired = expert } }

  /// That policy with a change.
  static func policy(
    _ policy: Wire.Policy, _ edit: (inout Wire.Policy) -> Void
  ) -> Wire.Hypothesis {
    var policy = policy
    edit(&policy)
    return .with { [policy] in $0.policy = policy }
  }
}
