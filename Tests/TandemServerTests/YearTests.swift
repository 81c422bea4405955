import Foundation
import TandemClient
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// One whole year of the network over gRPC, each caller with a token of their own: what is due says who
/// acts next.
@Suite struct YearTests {
  @Test("sixty audits from their requests to their labels, with all that comes between")
  func year() async throws {
    var year = try await Year()
    try await year.begin()
    for week in 0..<66 {
      try await year.week(on: day("2026-10-01").adding(7 * week))
    }
    let (journal, story) = (year.journal, year.story)
    #expect(story.objections == 2 && story.declines == 7)
    #expect(story.retired && story.policyChanged)
    #expect(story.replaced >= 8, "every seat that opened was filled: \(story.replaced)")
    try await Year.serving(journal, on: day("2029-06-30")) { client in
      let coordinator = client.by("clara")
      let audits = try await coordinator.answer(Methods.listAudits) { $0.pageSize = 100 }.audits
      let decided = audits.filter { $0.state == .decided }
      #expect(audits.count == 60 && decided.count >= 57, "\(decided.count) were decided")
      #expect(audits.allSatisfy { $0.state == .decided || $0.panel == nil })
      let register = try await client.by("watcher").answer(Methods.listLabels) { $0.pageSize = 100 }
      let awarded = decided.filter { $0.verdict?.awarded == true }
      #expect(register.labels.count == awarded.count && awarded.count < decided.count)
      let renewals = try await coordinator.answer(Methods.listDue) {
        $0.days = 366
        $0.pageSize = 1_000
      }.dues.filter { $0.kind == .renew }
      #expect(renewals.count == awarded.count)
      let check = try await coordinator.answer(Methods.verifyJournal) { _ in }
      #expect(check.intact, "\(check.finding)")
      let record = try await coordinator.answer(Methods.exportRecord) { _ in }
      let head = try #require(Head("\(check.revision):\(check.head)"))
      let found = try RecordCheck.check(record.record, expecting: head)
      #expect(found.decisions >= 9)
    }
  }

  private func day(_ text: String) -> Day { Day(text) ?? .first }
}

/// What came between.
private struct Story {
  var objections = 0
  var declines = 0
  var replaced = 0
  var retired = false
  var policyChanged = false
}

/// The network of a shared problem whose audits are submitted by three partners.
private struct Year {
  let journal = MemoryJournal()
  var story = Story()
  private let problem: Problem
  private let file: [UInt8]
  /// The secrets of experts' tokens.
  private var secrets: [String: String] = [:]

  init() async throws {
    let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/instances")
    file = Array(try Data(contentsOf: shared.appending(path: "year-060.json")))
    problem = try Problem.read(file)
    try await AccessNetwork.admitCallers(
      to: journal, on: Day("2026-09-30") ?? .first, for: 1_095,
      [("clara", .coordinator), ("watcher", .observer)])
  }

  static func serving(
    _ journal: MemoryJournal, on day: Day,
    _ body: @Sendable @escaping (RawClient) async throws -> Void
  ) async throws {
    try await AccessNetwork.serving(journal, on: day.description, body)
  }

  /// The network is imported; partners submit what they ask for, and the year is planned and published.
  mutating func begin() async throws {
    let (problem, file) = (problem, file)
    try await Year.serving(journal, on: Day("2026-10-01") ?? .first) { client in
      let coordinator = client.by("clara")
      _ = try await coordinator.answer(Methods.importProblem) {
        $0.problem = file
        $0.withoutAudits = true
      }
      for part in 0..<3 {
        let audits = problem.audits.enumerated().filter { $0.offset % 3 == part }.map(\.element)
        let token = try await coordinator.answer(Methods.createToken) {
          $0.token = .with {
            $0.id = "partner-\(part)"
            $0.role = .partner
            $0.clusters = Set(audits.map(\.cluster.text)).sorted()
          }
        }
        let partner = client.by(token.secret)
        for var audit in audits {
          audit.bids = [:]
          audit.recusals = []
          audit.objections = []
          audit.priority = 1
          let wire = Wire.Audit.with {
            $0 = Wire.Audit(audit, contact: Person(), state: .submitted)
            $0.id = ""
            $0.priority = 0
            $0.state = .unspecified
            $0.reference = audit.id.text
          }
          let submitted = try await partner.answer(Methods.submitAudit) { $0.audit = wire }
          _ = try await coordinator.answer(Methods.admitAudit) { $0.id = submitted.audit?.id ?? "" }
        }
      }
    }
    try await plan(on: Day("2026-10-01") ?? .first)
  }

  private func plan(on day: Day) async throws {
    let secret = try #require(AccessNetwork.secrets["clara"]).text
    let token = try #require(BearerToken(secret))
    try await withServerAddress(journal, admission: nil, on: day.description) { address in
      try await TandemClient.connected(to: address, token: token) { client in
        let answers = LastAnswer()
        try await client.stream(Methods.plan, .init()) { answers.take($0) }
        let answer = try #require(answers.last)
        let plan = try #require(answer.plan)
        #expect(plan.optimal)
        _ = try await client.call(
          Methods.publishPlan,
          .with {
            $0.madeFrom = answer.revision
            $0.plannedOn = plan.plannedOn
            $0.planFile = plan.planFile
            $0.certificateFile = plan.certificateFile
          })
      }
    }
  }

  /// Everybody does what is due.
  mutating func week(on day: Day) async throws {
    let turn = Turn(story: story, secrets: secrets, day: day)
    try await Year.serving(journal, on: day) { try await turn.act($0) }
    (story, secrets) = await (turn.story, turn.secrets)
  }
}

private final class LastAnswer: @unchecked Sendable {
  private let lock = NSLock()
  private var answer: Wire.PlanResponse?
  var last: Wire.PlanResponse? { lock.withLock { answer } }
  func take(_ next: Wire.PlanResponse) { lock.withLock { answer = next } }
}

/// One day on which people look at what is due, and act.
private actor Turn {
  var story: Story
  var secrets: [String: String]
  private let day: Day

  init(story: Story, secrets: [String: String], day: Day) {
    self.story = story
    self.secrets = secrets
    self.day = day
  }

  func act(_ client: RawClient) async throws {
    if day >= Day("2027-06-01") ?? .last, !story.retired { try await retire(client) }
    if day >= Day("2027-07-01") ?? .last, !story.policyChanged { try await changePolicy(client) }
    // What one step makes due, the next round does; each audit takes few steps a day.
    for _ in 0..<4 {
      let dues = try await client.by("clara").answer(Methods.listDue) {
        $0.days = 70
        $0.pageSize = 1_000
      }.dues
      var acted = false
      // A panel that breaks a rule goes no further.
      let broken = dues.filter { $0.kind == .broken }
      for due in broken.isEmpty ? dues : broken where try await act(on: due, client) {
        acted = true
      }
      guard acted else { return }
    }
  }

  /// Whether there was something to do by now.
  private func act(on due: Wire.Due, _ client: RawClient) async throws -> Bool {
    let coordinator = client.by("clara")
    switch due.kind {
    case .announce:
      _ = try await coordinator.answer(Methods.announcePanel) { $0.audit = due.audit }
      if story.objections < 2 { try await object(to: due.audit, client) }
    case .invite where due.by.map { isOver($0) } ?? false:
      _ = try await coordinator.answer(Methods.inviteExperts) { $0.audit = due.audit }
    case .answer: try await answer(due, client)
    case .panel: return try await replace(due.audit, client)
    case .broken:
      _ = try await coordinator.answer(Methods.unassignPanel) {
        $0.audit = due.audit
        $0.reason = due.sentence
      }
    case .hold: _ = try await coordinator.answer(Methods.holdAudit) { $0.id = due.audit }
    case .report: try await report(due, client)
    case .decide:
      let audit = try await coordinator.answer(Methods.getAudit) { $0.id = due.audit }.audit
      _ = try await coordinator.answer(Methods.decideAudit) {
        $0.id = due.audit
        $0.awarded = audit?.reports.first?.recommended ?? false
      }
    default: return false
    }
    return true
  }

  private func isOver(_ date: Wire.Date) -> Bool {
    (Day(year: date.year, month: date.month, day: date.day) ?? .last) <= day
  }

  private func object(to audit: String, _ client: RawClient) async throws {
    let panel = try await client.by("clara").answer(Methods.getAudit) { $0.id = audit }.audit
    let seat = try #require(panel?.panel?.panel?.seats.first)
    let (name, cluster) = ("objects-\(story.objections)", panel?.cluster ?? "")
    let token = try await client.by("clara").answer(Methods.createToken) {
      $0.token = .with {
        $0.id = name
        $0.role = .partner
        $0.clusters = [cluster]
      }
    }
    _ = try await client.by(token.secret).answer(Methods.objectToExpert) {
      $0.id = audit
      $0.expert = seat.expert
      $0.reason = "works for a rival"
    }
    story.objections += 1
  }

  private func answer(_ due: Wire.Due, _ client: RawClient) async throws {
    let expert = try await own(due.expert, client)
    if story.declines < 7, story.objections == 2 {
      story.declines += 1
      _ = try await expert.answer(Methods.declineInvitation) {
        $0.audit = due.audit
        $0.expert = due.expert
        $0.cause = .busy
      }
    } else {
      let policy = try await expert.answer(Methods.getPolicy) { _ in }.policy
      _ = try await expert.answer(Methods.acceptInvitation) {
        $0.audit = due.audit
        $0.expert = due.expert
        $0.declarationVersion = policy?.scheme?.declaration?.version ?? 0
      }
    }
  }

  /// The least disturbing panel; false when none is valid, or the window is over.
  private func replace(_ audit: String, _ client: RawClient) async throws -> Bool {
    let assigned = try await client.by("clara").call(Methods.assignPanel) { $0.audit = audit }
    if assigned.code == nil { story.replaced += 1 }
    return assigned.code == nil
  }

  /// Every tenth audit fails.
  private func report(_ due: Wire.Due, _ client: RawClient) async throws {
    let expert = try await own(due.expert, client)
    let policy = try await expert.answer(Methods.getPolicy) { _ in }.policy
    let isGood = !due.audit.hasSuffix("0")
    _ = try await expert.answer(Methods.fileReport) {
      $0.audit = due.audit
      $0.expert = due.expert
      $0.report = .with {
        $0.recommended = isGood
        $0.scores = (policy?.scheme?.areas ?? []).map { area in
          .with {
            $0.area = area
            $0.percent = isGood ? 85 : 60
          }
        }
      }
    }
  }

  /// One who sits on a panel to come.
  private func retire(_ client: RawClient) async throws {
    let audits = try await client.by("clara").answer(Methods.listAudits) {
      $0.pageSize = 100
      $0.state = .proposed
    }.audits
    let seat = try #require(audits.last?.panel?.panel?.seats.first)
    let answer = try await client.by("clara").answer(Methods.retireExpert) { $0.id = seat.expert }
    #expect(!answer.effects.isEmpty, "the panels of who retires are flagged")
    story.retired = true
  }

  private func changePolicy(_ client: RawClient) async throws {
    let read = try await client.by("clara").answer(Methods.getPolicy) { _ in }
    var policy = try #require(read.policy)
    policy.scheme?.answerDays = 7
    policy.scheme?.declaration?.version = 2
    policy.scheme?.declaration?.text = "I am independent of the cluster, and of its rivals."
    let changed = policy
    _ = try await client.by("clara").answer(Methods.setPolicy) {
      $0.policy = changed
      $0.note = "more time to answer"
      $0.revision = read.revision
    }
    story.policyChanged = true
  }

  private func own(_ id: String, _ client: RawClient) async throws -> RawClient {
    if let secret = secrets[id] { return client.by(secret) }
    let made = try await client.by("clara").answer(Methods.createToken) {
      $0.token = .with {
        $0.id = "expert-\(id)"
        $0.role = .expert
        $0.expert = id
      }
    }
    secrets[id] = made.secret
    return client.by(made.secret)
  }
}
