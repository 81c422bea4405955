import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// What the day does to windows: no panel begins before today, whatever is waived.
@Suite struct WindowTests {
  private static let today = day("2027-03-17")

  private func starts(_ small: SmallProblem, _ id: AuditID = "A") async throws -> [Day] {
    let network = try await small.network()
    return try network.snapshot.ranking(of: id, on: Self.today).map(\.start)
  }

  @Test("a waived window reaches past both ends, and never into the past")
  func waived() async throws {
    let small = SmallProblem {
      $0.audits[0].window = day("2027-03-18")...day("2027-03-19")
      $0.audits[0].waivers = [.window(days: 14)]
    }
    let starts = try await self.starts(small)
    #expect(starts.min() == Self.today)
    #expect(starts.max() == day("2027-04-01"))
  }

  @Test("a window that is over can still be reached by its waiver")
  func over() async throws {
    var small = SmallProblem { $0.audits[0].window = day("2027-03-01")...day("2027-03-16") }
    let refused = await refusal { _ = try await self.starts(small) }
    #expect(
      refused?.summary
        == "not now: audit A: its window ended on 2027-03-16, before today, 2027-03-17")
    small.audits[0].waivers = [.window(days: 3)]
    let reached = try await self.starts(small)
    #expect(Set(reached) == [day("2027-03-17"), day("2027-03-18")])
  }

  @Test("alternatives to a panel that stands begin today at the earliest")
  func alternatives() async throws {
    let small = SmallProblem {
      $0.current["A"] = CurrentPanel(
        start: day("2027-03-23"), experts: ["E1", "E2"], pinned: false)
    }
    let starts = try await self.starts(small)
    #expect(starts.min() == Self.today)
    #expect(starts.contains(day("2027-03-23")))
  }

  @Test("a panel that has begun stands unbroken")
  func begun() async throws {
    let small = SmallProblem {
      $0.current["A"] = CurrentPanel(
        start: day("2027-03-09"), experts: ["E1", "E2"], pinned: true)
    }
    let network = try await small.network()
    let finding = network.snapshot.state.standingPanel(of: "A", on: day("2027-03-10"))
    #expect(finding?.breaches.isEmpty == true)
    let export = try network.snapshot.export("B", on: day("2027-03-10"))
    #expect(try Problem.read(export.problem.write()).current["A"]?.pinned == true)
  }

  @Test("a panel whose days are over is history: it bars by rotation, and takes up no capacity")
  func held() async throws {
    let network = try await SmallProblem {
      $0.current["A"] = CurrentPanel(
        start: day("2027-03-09"), experts: ["E1", "E2"], pinned: true)
      $0.audits[1].cluster = "C"
      for index in $0.experts.indices { $0.experts[index].maxAudits = 1 }
    }.network()
    let choice = PanelChoice(experts: ["E1", "E3"], start: day("2027-04-06"))
    func broken(on today: Day) throws -> [Rule] {
      try network.snapshot.check(choice, for: "B", on: today).breaches.map(\.rule)
    }
    #expect(try broken(on: day("2027-03-10")) == [.capacity])
    #expect(try broken(on: day("2027-03-11")) == [.rotation])
    let problem = try network.snapshot.export("B", on: day("2027-03-11")).problem
    #expect(
      problem.history == [
        HeldAudit(cluster: "C", date: day("2027-03-09"), experts: ["E1", "E2"])
      ])
    #expect(problem.audits.map(\.id) == ["B"])
    #expect(problem.experts.map(\.priorLoad) == [1, 1, 0, 0, 0])
    let finding = network.snapshot.state.standingPanel(of: "A", on: day("2027-03-11"))
    #expect(finding?.breaches.isEmpty == true)
    try await network.run(
      .createInterest("I", Interest(expert: "E1", organisation: "C", kind: "family")))
    let broken = network.snapshot.brokenPanels(on: day("2027-03-11"))
    #expect(broken.map(\.audit.id) == ["A"], "a conflict that was found afterwards")
    #expect(broken.first?.breaches.map(\.rule) == [.interest])
  }

  @Test(
    "the horizon is the calendar years of all windows and panels, this year when there are none")
  func horizon() async throws {
    let network = try await SmallProblem {
      $0.audits[1].window = day("2027-12-01")...day("2028-01-31")
    }.network()
    let today = Sample.moment.today
    let both = try network.snapshot.export(nil, on: today).problem.horizon
    #expect(both == day("2027-01-01")...day("2028-12-31"))
    try await network.run(.withdrawAudit("A", reason: "merged"))
    try await network.run(.withdrawAudit("B", reason: "merged"))
    let none = try network.snapshot.export(nil, on: today).problem.horizon
    #expect(none == day("2022-01-01")...day("2022-12-31"))
  }
}
