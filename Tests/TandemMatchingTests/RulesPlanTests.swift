import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A rule for a start or a whole plan")
struct RulesPlanTests {
  @Test(
    "BUSY asks for the rest days between two audits of one expert",
    arguments: [
      // The other audit lasts 2027-03-16 and 2027-03-17, this one two days.
      (0, "2027-03-11", false), (0, "2027-03-15", true), (0, "2027-03-17", true),
      (0, "2027-03-18", false), (3, "2027-03-11", false), (4, "2027-03-11", true),
      (6, "2027-03-24", false), (7, "2027-03-24", true),
    ] as [(Int, Day, Bool)])
  func busy(_ restDays: Int, _ start: Day, _ isBusy: Bool) {
    var sample = RulesSample()
    sample.policy.restDays = restDays
    sample.standing["A2"] = CurrentPanel(start: "2027-03-16", experts: ["E2", "E3"], pinned: false)
    #expect(sample.codes(on: start) == (isBusy ? [.busy] : []))
  }

  @Test(
    "BUSY names the other audit, its days and the rest",
    arguments: [
      (0, "E2 audits A2 from 2027-03-08 to 2027-03-09."),
      (1, "E2 audits A2 from 2027-03-08 to 2027-03-09, and 1 whole day must lie between."),
      (2, "E2 audits A2 from 2027-03-08 to 2027-03-09, and 2 whole days must lie between."),
    ])
  func busySentence(_ restDays: Int, _ sentence: String) {
    var sample = RulesSample()
    sample.policy.restDays = restDays
    sample.standing["A2"] = CurrentPanel(start: "2027-03-08", experts: ["E2"], pinned: false)
    #expect(sample.sentences() == [sentence])
    #expect(
      sample.evidence() == [
        "audit=A2", "from=2027-03-08", "until=2027-03-09", "rest_days=\(restDays)",
      ])
  }

  @Test("a renewal is as long as its label's renewals, in BUSY too")
  func renewal() {
    var sample = RulesSample()
    sample.others[0].renewal = true
    sample.standing["A2"] = CurrentPanel(start: "2027-03-09", experts: ["E2"], pinned: false)
    sample.policy.restDays = 0
    #expect(sample.codes(on: "2027-03-10") == [])
    #expect(sample.codes(on: "2027-03-08") == [.busy])
    sample.audit.renewal = true
    #expect(sample.codes(on: "2027-03-08") == [])
    #expect(sample.codes(on: "2027-03-12") == [])
  }

  @Test("the audit's own panel, unknown audits and unknown experts do not stand in its way")
  func passedOver() {
    var sample = RulesSample()
    for audit in ["A1", "A9"] as [AuditID] {
      sample.standing[audit] = CurrentPanel(
        start: "2027-03-08", experts: ["E1", "E2", "GONE"], pinned: true)
    }
    sample.experts["E1"]?.maxAudits = 1
    #expect(sample.codes() == [])
    #expect(AuditCase("A9", in: IndexedProblem(sample.problem), standing: [:]) == nil)
  }

  @Test(
    "CAPACITY counts the other audits that stand",
    arguments: [(3, nil), (2, "3 audits in the plan and takes on at most 2")])
  func capacity(_ maxAudits: Int, _ words: String?) {
    var sample = RulesSample()
    sample.experts["E2"]?.maxAudits = maxAudits
    sample.standing["A3"] = CurrentPanel(start: "2027-03-22", experts: ["E2"], pinned: false)
    sample.standing["A2"] = CurrentPanel(start: "2027-03-29", experts: ["E2"], pinned: false)
    #expect(sample.sentences() == [words].compactMap { $0.map { "E2 would have \($0)." } })
    if words != nil {
      #expect(sample.evidence() == ["audits=3", "max_audits=2", "others=A3, A2"])
    }
  }

  @Test("CAPACITY keeps off who takes on nothing")
  func noCapacity() {
    var sample = RulesSample()
    sample.experts["E2"]?.maxAudits = 0
    #expect(sample.sentences() == ["E2 would have 1 audit in the plan and takes on at most 0."])
  }

  @Test(
    "PINNED asks for exactly the current start and panel",
    arguments: [
      ("2027-03-08", ["E1", "E2"], nil), ("2027-03-08", ["E2", "E1"], nil),
      ("2027-03-09", ["E1", "E2"], [Rule.pinned]), ("2027-03-08", ["E2", "E3"], [.pinned]),
      ("2027-03-08", ["E1"], [.size, .pinned]),
    ] as [(Day, [ExpertID], [Rule]?)])
  func pinned(_ start: Day, _ experts: [ExpertID], _ codes: [Rule]?) {
    var sample = RulesSample()
    sample.current["A1"] = CurrentPanel(start: "2027-03-08", experts: ["E2", "E1"], pinned: true)
    #expect(sample.codes(experts, on: start) == codes ?? [])
    if let breach = sample.breaches(experts, on: start).last {
      #expect(breach.sentence == "A1 is pinned to E1 and E2 from 2027-03-08.")
      #expect(breach.evidence.map(\.value) == ["A1", "2027-03-08"])
    }
    sample.current["A1"]?.pinned = false
    #expect(!sample.codes(experts, on: start).contains(.pinned))
  }

  @Test("pinned panels are checked beside each other")
  func pinnedBesideEachOther() {
    var sample = RulesSample()
    sample.current["A1"] = CurrentPanel(start: "2027-03-08", experts: ["E1", "E2"], pinned: true)
    sample.current["A2"] = CurrentPanel(start: "2027-03-11", experts: ["E1", "E2"], pinned: true)
    sample.current["A3"] = CurrentPanel(start: "2027-03-07", experts: ["E1"], pinned: false)
    #expect(sample.problem.breachesOfPinned().isEmpty)
    sample.current["A2"]?.start = "2027-03-10"
    let breaches = sample.problem.breachesOfPinned()
    #expect(breaches.map(\.audit) == ["A1", "A2"])
    #expect(breaches.map { $0.breaches.map(\.rule) } == [[.busy, .busy], [.busy, .busy]])
    sample.current["A3"]?.pinned = true
    #expect(sample.problem.breachesOfPinned().map(\.audit) == ["A1", "A2", "A3"])
  }

  @Test(
    "a start is valid when every day is a working day inside the window and the horizon",
    arguments: [
      ("2027-03-01", nil), ("2027-03-30", nil),
      (
        "2027-02-26",
        "from 2027-02-26 to 2027-02-27 lies outside its window, 2027-03-01 to "
          + "2027-03-31, by 3 days."
      ),
      (
        "2027-03-31",
        "from 2027-03-31 to 2027-04-01 lies outside its window, 2027-03-01 to "
          + "2027-03-31, by 1 day."
      ),
      ("2027-03-12", "from 2027-03-12 to 2027-03-13 takes in 2027-03-13, a Saturday."),
      ("2027-03-14", "from 2027-03-14 to 2027-03-15 takes in 2027-03-14, a Sunday."),
      ("2027-03-16", "from 2027-03-16 to 2027-03-17 takes in 2027-03-17, a closure of DE."),
      ("2027-03-17", "from 2027-03-17 to 2027-03-18 takes in 2027-03-17, a closure of DE."),
      ("2027-03-18", nil),
    ] as [(Day, String?)])
  func start(_ start: Day, _ words: String?) {
    var sample = RulesSample()
    sample.closures = ["DE": ["2027-03-17"], "FR": ["2027-03-18"]]
    #expect(sample.sentences(on: start).first == words.map { "An audit \($0)" })
    #expect(sample.auditCase.starts.contains(start) == (words == nil))
  }

  @Test("a start gives its reasons one by one, and the horizon's edge is one")
  func reasons() {
    var sample = RulesSample()
    sample.horizon = "2027-03-08"..."2027-03-19"
    sample.closures["DE"] = ["2027-04-03"]
    #expect(sample.codes(on: "2027-03-08") == [])
    #expect(sample.codes(on: "2027-03-18") == [])
    #expect(
      sample.sentences(on: "2027-03-04") == [
        "An audit from 2027-03-04 to 2027-03-05 lies outside the horizon, 2027-03-08 to "
          + "2027-03-19."
      ])
    let breaches = sample.breaches(on: "2027-04-03")
    #expect(breaches.map { $0.evidence[2].value } == ["horizon", "window", "weekend", "closure"])
    #expect(
      breaches.map { $0.evidence.map(\.value).dropFirst(3).joined(separator: " ") } == [
        "2027-03-08 2027-03-19", "2027-03-01 2027-03-31 4", "2027-04-03", "2027-04-03 DE",
      ])
    sample.horizon = "2027-03-08"...Day.last
    sample.audit.window = "2027-03-08"...Day.last
    // 9999-12-31 is a Friday, and an audit of two days has no room for its second one.
    #expect(sample.codes(on: .last) == [.window, .window])
    #expect(sample.codes(on: "9999-12-30") == [])
  }

  @Test(
    "a waived WINDOW widens both ends by its days, the longest of several, and nothing else",
    arguments: [
      (2, "2027-02-26", true), (3, "2027-02-26", false), (0, "2027-03-31", true),
      (1, "2027-03-31", false), (28, "2027-02-27", true), (28, "2027-04-27", false),
      (28, "2027-04-28", true),
    ] as [(Int, Day, Bool)])
  func windowWaived(_ days: Int, _ start: Day, _ isBarred: Bool) {
    var sample = RulesSample()
    sample.audit.waivers = [1, days, 1].filter { $0 <= days }.map { .window(days: $0) }
    // A day later the start would lie on a weekend with its second day.
    sample.audit.renewal = start == "2027-02-26"
    #expect(sample.codes(on: start).contains(.window) == isBarred)
    #expect(sample.auditCase.starts.contains(start) == !isBarred)
  }

  @Test("every start that the list has is one without a breach, and the other way round")
  func starts() {
    var sample = RulesSample()
    sample.closures["DE"] = ["2027-03-26", "2027-03-29"]
    sample.audit.waivers = [.window(days: 10)]
    let days = (0..<90).map { ("2027-02-01" as Day).adding($0) }
    #expect(sample.auditCase.starts == days.filter { sample.codes(on: $0).isEmpty })
    #expect(sample.auditCase.starts.count == 26)
    sample.horizon = "2028-01-03"..."2028-12-29"
    #expect(sample.auditCase.starts.isEmpty)
  }
}
