import TandemJournal
import TandemModel
import TandemProtocol
import Testing

/// The way of one audit from its panel to its label, each step by whom it falls to, on its day.
@Suite struct AuditLifeTests {
  /// A journal that servers of several days share, and a few calls.
  private struct Life {
    let journal: MemoryJournal

    func on(
      _ day: String, _ body: @Sendable @escaping (RawClient) async throws -> Void
    ) async throws {
      try await AccessNetwork.serving(journal, on: day, body)
    }
  }

  @Test("announced, invited, accepted, held, reported and decided")
  func road() async throws {
    let life = Life(journal: try await AccessNetwork.prepared())
    try await life.on("2022-11-15") { client in
      let (clara, partner) = (client.by("clara"), client.by("c-tool"))
      let before = try await partner.answer(Methods.getAudit) { $0.id = "A1" }
      #expect(before.audit?.state == .admitted && before.audit?.panel == nil)
      let early = try await clara.call(Methods.inviteExperts) { $0.audit = "A1" }
      #expect(early.code == .failedPrecondition)
      #expect(early.details?.message.contains("tandem panel announce A1") == true)
      let announced = try await clara.answer(Methods.announcePanel) { $0.audit = "A1" }
      #expect(announced.audit?.announcement?.objectionsUntil == .day(2022, 11, 22))
      let told = try await partner.answer(Methods.getAudit) { $0.id = "A1" }
      #expect(told.audit?.state == .proposed)
      #expect(told.audit?.panel?.panel?.seats.count == 2)
      #expect(told.audit?.panel?.rows == [] && told.audit?.panel?.decision == nil)
    }
    try await life.on("2022-11-22") { client in
      let refused = try await client.by("clara").call(Methods.inviteExperts) { $0.audit = "A1" }
      #expect(refused.details?.message.contains("until 2022-11-22") == true)
    }
    try await life.on("2022-11-23") { client in
      let late = try await client.by("c-tool").call(Methods.objectToExpert) {
        $0.id = "A1"
        $0.expert = "E1"
        $0.reason = "a rival"
      }
      #expect(late.code == .failedPrecondition)
      let invited = try await client.by("clara").answer(Methods.inviteExperts) { $0.audit = "A1" }
      #expect(invited.audit?.state == .invited)
      #expect(invited.audit?.invitations.first?.answerBy == .day(2022, 11, 28))
      try await accept(client)
    }
    let start = try await start(life)
    try await life.on("2022-11-24") { client in
      let early = try await client.by("clara").call(Methods.holdAudit) { $0.id = "A1" }
      #expect(early.details?.message.contains("begins on") == true)
    }
    try await life.on(start) { client in
      let clara = client.by("clara")
      #expect(try await clara.answer(Methods.holdAudit) { $0.id = "A1" }.audit?.state == .held)
      try await report(client)
      let against = try await clara.call(Methods.decideAudit) { $0.id = "A1" }
      #expect(against.details?.fieldViolations.map(\.place) == ["reason"])
      let decided = try await clara.answer(Methods.decideAudit) {
        $0.id = "A1"
        $0.awarded = true
      }
      #expect(decided.audit?.state == .decided && decided.audit?.verdict?.awarded == true)
      let told = try await client.by("c-tool").answer(Methods.getAudit) { $0.id = "A1" }
      #expect(told.audit?.verdict?.awarded == true && told.audit?.verdict?.actor == "")
      #expect(told.audit?.reports == [])
      let register = try await client.by("watcher").answer(Methods.listLabels) { $0.on = nil }
      #expect(register.labels.map(\.cluster) == ["C"] && register.labels[0].state == .valid)
      #expect(register.labels[0].until?.year == register.labels[0].awarded.map { $0.year + 2 })
    }
  }

  /// Each expert by their own token; the other's is no good for it.
  private func accept(_ client: RawClient) async throws {
    let seats = try await client.experts(of: "A1")
    let strangers = try await client.expert("E4").call(Methods.acceptInvitation) {
      $0.audit = "A1"
      $0.expert = seats[0]
      $0.declarationVersion = 1
    }
    #expect(strangers.code == .notFound)
    for expert in seats {
      let own = try await client.expert(expert)
      let old = try await own.call(Methods.acceptInvitation) {
        $0.audit = "A1"
        $0.expert = expert
        $0.declarationVersion = 7
      }
      #expect(old.details?.fieldViolations.map(\.place) == ["declaration_version"])
      let accepted = try await own.answer(Methods.acceptInvitation) {
        $0.audit = "A1"
        $0.expert = expert
        $0.declarationVersion = 1
      }
      #expect(accepted.assignment?.invitation?.declarationVersion == 1)
    }
    let audit = try await client.by("clara").answer(Methods.getAudit) { $0.id = "A1" }.audit
    #expect(audit?.state == .confirmed && audit?.panel?.pinned == true)
  }

  /// Nobody sees the first report before the second is in.
  private func report(_ client: RawClient) async throws {
    let areas = ["structure", "governance", "financing", "strategy", "services", "involvement"]
    for (place, expert) in try await client.experts(of: "A1").enumerated() {
      let own = try await client.expert(expert)
      let partial = try await own.call(Methods.fileReport) {
        $0.audit = "A1"
        $0.expert = expert
        $0.report = .with { $0.recommended = true }
      }
      #expect(partial.details?.fieldViolations.count == areas.count)
      let filed = try await own.answer(Methods.fileReport) {
        $0.audit = "A1"
        $0.expert = expert
        $0.report = .with {
          $0.recommended = true
          $0.scores = areas.map { area in
            .with {
              $0.area = area
              $0.percent = 85
            }
          }
        }
      }
      #expect(filed.assignment?.report?.scores.count == areas.count)
      let seen = try await client.by("clara").answer(Methods.getAudit) { $0.id = "A1" }
      #expect(seen.audit?.reports.count == (place == 0 ? 0 : 2))
      if place == 0 {
        let early = try await client.by("clara").call(Methods.decideAudit) { $0.id = "A1" }
        #expect(early.details?.message.contains("is missing") == true)
      }
    }
  }

  private func start(_ life: Life) async throws -> String {
    let day = Mailbox()
    try await life.on("2022-11-24") { client in
      let audit = try await client.by("clara").answer(Methods.getAudit) { $0.id = "A1" }.audit
      let start = audit?.panel?.panel?.start ?? Wire.Date()
      await day.put(
        String(describing: Day(year: start.year, month: start.month, day: start.day) ?? .first))
    }
    return await day.text
  }

  private actor Mailbox {
    var text = ""

    func put(_ text: String) { self.text = text }
  }

  @Test("a seat that opens keeps the other expert, their word and the day")
  func replacement() async throws {
    let life = Life(journal: try await AccessNetwork.prepared())
    try await life.on("2022-11-15") { client in
      _ = try await client.by("clara").answer(Methods.announcePanel) { $0.audit = "A1" }
    }
    try await life.on("2022-11-23") { client in
      let clara = client.by("clara")
      let invited = try await clara.answer(Methods.inviteExperts) { $0.audit = "A1" }
      let start = invited.audit?.panel?.panel?.start
      // E1 is related to E2 and could be kept with nobody.
      let seats = Array(try await client.experts(of: "A1").reversed())
      _ = try await client.expert(seats[0]).answer(Methods.acceptInvitation) {
        $0.audit = "A1"
        $0.expert = seats[0]
        $0.declarationVersion = 1
      }
      let bare = try await client.expert(seats[1]).call(Methods.declineInvitation) {
        $0.audit = "A1"
        $0.expert = seats[1]
        $0.cause = .conflict
      }
      #expect(bare.details?.fieldViolations.map(\.place) == ["interest"])
      _ = try await client.expert(seats[1]).answer(Methods.declineInvitation) {
        $0.audit = "A1"
        $0.expert = seats[1]
        $0.cause = .conflict
        $0.interest = .with { $0.kind = "family" }
        $0.organisation = .with { $0.name = "C" }
      }
      let interests = try await clara.answer(Methods.listInterests) { $0.expert = seats[1] }
      #expect(interests.interests.contains { $0.kind == "family" && $0.named?.name == "C" })
      let open = try await clara.answer(Methods.getAudit) { $0.id = "A1" }.audit
      #expect(open?.state == .admitted && open?.vacancy?.seats.map(\.expert) == [seats[0]])
      #expect(open?.recusals == [seats[1]])
      let ranked = try await clara.answer(Methods.listReplacements) { $0.audit = "A1" }
      let keeps = ranked.replacements.map { ($0.keepsExperts ? 1 : 0) + ($0.keepsDay ? 2 : 0) }
      #expect(keeps.first == 3 && Set(keeps).count > 1)
      #expect(
        !ranked.replacements.contains { replacement in
          replacement.panel?.panel?.seats.contains { $0.expert == seats[1] } ?? true
        })
      let assigned = try await clara.answer(Methods.assignPanel) { $0.audit = "A1" }.audit
      #expect(assigned?.panel?.panel == ranked.replacements.first?.panel?.panel)
      #expect(assigned?.panel?.panel?.start == start && assigned?.vacancy == nil)
      #expect(assigned?.invitations.map(\.expert) == [seats[0]])
      #expect(assigned?.invitations.first?.accepted == true)
    }
  }

  @Test("who is left of a panel in which a seat opened sees that, and answers still")
  func left() async throws {
    let life = Life(journal: try await AccessNetwork.prepared())
    try await life.on("2022-11-15") { client in
      _ = try await client.by("clara").answer(Methods.announcePanel) { $0.audit = "A1" }
    }
    try await life.on("2022-11-23") { client in
      _ = try await client.by("clara").answer(Methods.inviteExperts) { $0.audit = "A1" }
      let seats = try await client.experts(of: "A1")
      let (gone, left) = (try await client.expert(seats[0]), try await client.expert(seats[1]))
      _ = try await gone.answer(Methods.declineInvitation) {
        $0.audit = "A1"
        $0.expert = seats[0]
        $0.cause = .busy
      }
      let assignments = try await left.answer(Methods.listAssignments) { $0.expert = seats[1] }
      #expect(assignments.assignments.first?.panel?.panel?.seats.map(\.expert) == [seats[1]])
      let accepted = try await left.answer(Methods.acceptInvitation) {
        $0.audit = "A1"
        $0.expert = seats[1]
        $0.declarationVersion = 1
      }
      #expect(accepted.assignment?.invitation?.accepted == true)
      let none = try await gone.answer(Methods.listAssignments) { $0.expert = seats[0] }
      #expect(none.assignments == [])
      let again = try await gone.call(Methods.acceptInvitation) {
        $0.audit = "A1"
        $0.expert = seats[0]
        $0.declarationVersion = 1
      }
      #expect(again.code == .failedPrecondition || again.code == .notFound)
    }
  }

  @Test("a cluster objects within its period, and only for its own audits")
  func objection() async throws {
    let life = Life(journal: try await AccessNetwork.prepared())
    try await life.on("2022-11-16") { client in
      let partner = client.by("c-tool")
      func object(_ id: String, _ expert: String) async throws -> RawClient.Answer {
        try await partner.call(Methods.objectToExpert) {
          $0.id = id
          $0.expert = expert
          $0.reason = "a rival"
        }
      }
      let seats = try await client.experts(of: "A1")
      #expect(try await object("A1", seats[0]).code == .failedPrecondition)
      _ = try await client.by("clara").answer(Methods.announcePanel) { $0.audit = "A1" }
      #expect(try await object("A2", seats[0]).code == .notFound)
      #expect(try await object("A1", "E9").code == .invalidArgument)
      #expect(try await object("A1", seats[0]).code == nil)
      let open = try await partner.answer(Methods.getAudit) { $0.id = "A1" }.audit
      #expect(open?.state == .admitted && open?.panel == nil && open?.vacancy == nil)
      #expect(open?.objections == [seats[0]])
    }
  }

  @Test("changing a panel by hand asks the cluster and the new expert again; cancelling ends it")
  func changes() async throws {
    try await AccessNetwork.serving { client in
      let clara = client.by("clara")
      _ = try await clara.answer(Methods.announcePanel) { $0.audit = "A1" }
      let ranked = try await clara.answer(Methods.rankPanels) { $0.audit = "A1" }
      let other = try #require(ranked.panels.dropFirst().first?.panel)
      let bare = try await clara.call(Methods.changePanel) {
        $0.audit = "A1"
        $0.experts = other.seats.map(\.expert)
        $0.start = other.start
      }
      #expect(bare.details?.fieldViolations.map(\.place) == ["reason"])
      let changed = try await clara.answer(Methods.changePanel) {
        $0.audit = "A1"
        $0.experts = other.seats.map(\.expert)
        $0.start = other.start
        $0.reason = "asked for"
      }.audit
      #expect(changed?.panel?.panel?.seats == other.seats && changed?.announcement == nil)
      #expect(changed?.panel?.decision?.note == "asked for")
      let cancelled = try await clara.answer(Methods.cancelAudit) {
        $0.id = "A1"
        $0.reason = "merged"
      }.audit
      #expect(cancelled?.state == .cancelled && cancelled?.panel == nil)
      let again = try await clara.call(Methods.announcePanel) { $0.audit = "A1" }
      #expect(again.details?.message.contains("it is cancelled") == true)
    }
  }
}

extension RawClient {
  fileprivate func experts(of audit: String) async throws -> [String] {
    let answer = try await by("clara").answer(Methods.getAudit) { $0.id = audit }
    return answer.audit?.panel?.panel?.seats.map(\.expert) ?? []
  }

  /// A client with a new token of an expert.
  fileprivate func expert(_ id: String) async throws -> RawClient {
    let revision = try await by("clara").answer(Methods.getServerInfo) { _ in }.revision
    let made = try await by("clara").answer(Methods.createToken) {
      $0.token = .with {
        $0.id = "\(id)-\(revision)"
        $0.role = .expert
        $0.expert = id
      }
    }
    return by(made.secret)
  }
}
