import Foundation
import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// The record of decisions: what it holds, and that anybody can check it.
@Suite struct RecordTests {
  @Test("the file of all decisions and of each audit is intact, and ends where the journal does")
  func intact() async throws {
    let network = try await RecordSample.network()
    for (audit, count) in [(nil, 5), ("A", 4), ("B", 1)] as [(AuditID?, Int)] {
      let file = try RecordSample.file(network, of: audit)
      let check = try RecordCheck.check(file, expecting: network.snapshot.head)
      #expect(check.head == network.snapshot.head)
      #expect(check.decisions == count)
      #expect(try RecordSample.file(network, of: audit) == file, "it is the same again")
    }
    #expect(
      await refusal { _ = try RecordSample.file(network, of: "Z") }?.summary == "not found: audit Z"
    )
  }

  @Test("a decision says who, when, under which policy and waivers, and what was known")
  func decision() async throws {
    let network = try await RecordSample.network()
    let decisions = try RecordSample.decisions(try RecordSample.file(network))
    #expect(
      decisions.map { $0["decision"] as? String }
        == ["waiver granted", "assigned", "assigned", "unassigned", "waiver revoked"])
    #expect(decisions.map { $0["audit"] as? String } == ["A", "A", "B", "A", "A"])
    #expect(
      decisions.map { $0["actor"] as? String } == ["clara", "clara", "tester", "tester", "tester"])
    #expect(decisions.allSatisfy { $0["time"] as? Int == 1_668_500_000_000 })
    let versions = decisions.compactMap { $0["policy_version"] as? Int }
    #expect(versions.map { $0 - versions[0] } == [0, 0, 1, 1, 1])
    let revisions = decisions.compactMap { $0["revision"] as? Int }
    #expect(revisions == revisions.sorted() && revisions.last == network.snapshot.revision)

    let assigned = decisions[1]
    #expect(assigned["experts"] as? [String] == ["E1", "E2"])
    #expect(assigned["start"] as? String == "2027-03-09")
    #expect(assigned["decided_on"] as? String == "2022-11-15")
    #expect(assigned["note"] as? String == RecordSample.note)
    let waivers = try #require(assigned["waivers"] as? [[String: Any]])
    #expect(waivers.count == 1)
    #expect(waivers.first?["waiver"] as? [String] == ["INTEREST", "E1"])
    #expect(waivers.first?["until"] as? String == "2027-06-30")
    #expect(waivers.first?["reason"] as? String == RecordSample.reasons[0])
    #expect(waivers.first?["by"] as? String == "clara")
    #expect(decisions[2]["note"] == nil, "it is the best")
    #expect((decisions[2]["waivers"] as? [Any])?.isEmpty == true)
    #expect(decisions[3]["reason"] as? String == RecordSample.reasons[1])
    #expect(decisions[4]["reason"] as? String == RecordSample.reasons[2])
  }

  @Test("the problem of each decision ranks the best panel first and gives the panel's cost again")
  func repeatable() async throws {
    let network = try await RecordSample.network()
    let decisions = try RecordSample.decisions(try RecordSample.file(network))
    for decision in decisions where decision["decision"] as? String == "assigned" {
      let problem = try #require(try RecordSample.problem(decision))
      let audit = try #require((decision["audit"] as? String).flatMap { AuditID($0) })
      let auditCase = try #require(
        AuditCase(audit, in: IndexedProblem(problem), standing: problem.pinnedPanels))
      let experts = (decision["experts"] as? [String] ?? []).compactMap { ExpertID($0) }
      let start = day(decision["start"] as? String ?? "")
      #expect(auditCase.breaches(of: experts, on: start).isEmpty)
      let seats = try #require(Seats(experts))
      #expect(auditCase.costRows(of: seats, on: start).total == decision["cost"] as? Int)
      let best = try #require(PanelRanking(of: auditCase).first { _ in true })
      let named = decision["best"] as? [String: Any] ?? decision
      #expect(best.panel.seats.experts.map(\.text) == named["experts"] as? [String])
      #expect(best.panel.start.description == named["start"] as? String)
      #expect(best.cost == named["cost"] as? Int)
    }
  }

  @Test("notes and reasons of the decisions can be read, and nothing else that is personal")
  func personal() async throws {
    let network = try await RecordSample.network()
    func text(_ audit: AuditID?) throws -> String {
      String(decoding: try RecordSample.file(network, of: audit), as: UTF8.self)
    }
    for part in [RecordSample.note] + RecordSample.reasons {
      #expect(try text(nil).contains(part), "\(part)")
      #expect(try text("A").contains(part), "\(part)")
      #expect(try !text("B").contains(part), "\(part) is about another audit")
    }
    for part in ["Byron", "ada@example", "Hopper", "grace@example"] {
      for audit in [nil, "A", "B"] as [AuditID?] {
        #expect(try !text(audit).contains(part), "\(part)")
      }
    }
  }

  @Test("what belongs to others stays sealed to whoever has the file")
  func sealed() async throws {
    let network = try await RecordSample.network()
    let file = try RecordSample.file(network, of: "B")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(file)) as? [String: Any])
    #expect((json["disclosed"] as? [Any])?.isEmpty == true, "B has neither note nor reason")
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(try RecordSample.file(network)))
        as? [String: Any])
    #expect((all["disclosed"] as? [Any])?.count == 4)
  }

  @Test("a file still checks when the key of somebody whom it is about is gone")
  func erased() async throws {
    let journal = MemoryJournal()
    _ = try await RecordSample.network(journal)
    for subject in journal.keys().map(\.subject) where subject != "request digests" {
      let left = MemoryJournal()
      try left.append(journal.all, keys: journal.keys().filter { $0.subject != subject })
      let network = try Sample.network(left)
      for audit in [nil, "A", "B"] as [AuditID?] {
        let file = try RecordSample.file(network, of: audit)
        let check = try RecordCheck.check(file, expecting: journal.head)
        #expect(check.decisions == (audit == nil ? 5 : audit == "A" ? 4 : 1), "\(subject)")
        let text = String(decoding: file, as: UTF8.self)
        if audit != "B" {
          let isNoted = !["expert/E1", "expert/E2"].contains(subject)
          #expect(text.contains(RecordSample.note) == isNoted, "\(subject)")
          #expect(text.contains(RecordSample.reasons[0]) == (subject != "expert/E1"), "\(subject)")
        }
      }
    }
  }

  @Test("a file of the past checks on its own, and is refused where a later head was noted down")
  func past() async throws {
    let journal = MemoryJournal()
    let network = try await RecordSample.small(journal)
    let before = network.snapshot
    try await network.run(.unassignPanel("A", reason: "a test"))
    let file = try network.recordFile(of: nil, through: before)
    #expect(try RecordCheck.check(file).head == before.head)
    let late = try #require(RecordVerdict(of: file, expecting: network.snapshot.head))
    #expect(late.isNamed, "\(late.error)")
    let now = try RecordSample.file(network)
    for record in journal.all {
      let check = try RecordCheck.check(now, expecting: record.head)
      #expect(check.head == network.snapshot.head)
    }
  }

  @Test("the head of another chain is refused, at whatever revision it was noted down")
  func otherChain() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    let other = MemoryJournal()
    let network = try Sample.network(other)
    for number in 1...7 {
      let id = ID<Organisation>("O\(number)") ?? "O"
      try await network.run(.createOrganisation(Organisation(id: id)))
    }
    for record in other.all {
      let verdict = try #require(
        RecordVerdict(of: file, expecting: record.head), "revision \(record.revision)")
      guard case JournalError.unexpected(record.head, _) = verdict.error else {
        Issue.record("\(verdict.error)")
        continue
      }
      #expect(verdict.isNamed)
    }
  }

  @Test("a panel that came with a file is a decision that was made elsewhere")
  func imported() async throws {
    let network = try await SmallProblem {
      $0.current["A"] = CurrentPanel(start: day("2027-03-09"), experts: ["E1", "E2"], pinned: true)
    }.network()
    let file = try RecordSample.file(network)
    #expect(try RecordCheck.check(file).decisions == 1)
    let decision = try RecordSample.decisions(file).first
    #expect(decision?["decision"] as? String == "assigned")
    #expect(decision?["experts"] as? [String] == ["E1", "E2"])
    #expect(decision?["problem"] == nil)
  }

  @Test("a network without decisions has a record too")
  func empty() async throws {
    let network = try Sample.network()
    let check = try RecordCheck.check(try RecordSample.file(network), expecting: .genesis)
    #expect(check.head == .genesis)
    #expect(check.decisions == 0)
  }
}
