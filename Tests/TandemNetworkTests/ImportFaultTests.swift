import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// What an import adds to a network that knows something already, and what it refuses.
@Suite struct ImportFaultTests {
  /// A file that differs from the small network in one thing, and where it is refused.
  struct Difference: Sendable, CustomTestStringConvertible {
    var places: [String]
    var edit: @Sendable (inout SmallProblem) -> Void

    init(_ places: String..., edit: @escaping @Sendable (inout SmallProblem) -> Void) {
      self.places = places
      self.edit = edit
    }

    var testDescription: String { places.joined(separator: " ") }
  }

  private static func start(_ small: inout SmallProblem) {
    small.groups = ["M": "OWNER"]
    small.current["B"] = CurrentPanel(
      start: day("2027-03-09"), experts: ["E1", "E2"], pinned: false)
    small.closures = ["DE": [day("2027-05-06")]]
  }

  static let differences: [Difference] = [
    Difference("/policy/labels/gold") { $0.policy.labels["gold"]?.days = 3 },
    Difference("/policy/labels/a~1b~0c") {
      $0.policy.labels["a/b~c"] = Policy.standard.labels["gold"]
    },
    Difference("/policy/cooling_off_days/family") { $0.policy.coolingOff["family"] = .days(1) },
    Difference("/policy/costs/move") { $0.policy.costs[.move] = 77 },
    Difference("/policy/same_country", "/policy/rest_days") {
      $0.policy.sameCountry = .forbid
      $0.policy.restDays = 2
    },
    Difference("/policy/rotation", "/policy/repeat_pair_days") {
      $0.policy.rotation.days = 1
      $0.policy.repeatPairDays = 1
    },
    Difference("/groups/M") { $0.groups = ["M": "ANOTHER"] },
    Difference("/experts/0/country") { $0.experts[0].country = "FR" },
    Difference("/experts/1/languages") { $0.experts[1].languages["de"] = .b2 },
    Difference("/experts/1/accredited", "/experts/1/lead") {
      $0.experts[1].accredited = ["silver"]
      $0.experts[1].lead = ["bronze"]
    },
    Difference("/experts/2/sectors", "/experts/4/max_audits", "/experts/4/prior_load") {
      $0.experts[2].sectors = []
      $0.experts[4].maxAudits = 9
      $0.experts[4].priorLoad = 9
    },
    Difference("/audits/0/cluster") { $0.audits[0].cluster = "OTHER" },
    Difference("/audits/0/country") { $0.audits[0].country = "FR" },
    Difference("/audits/0/label") { $0.audits[0].label = "silver" },
    Difference("/audits/0/languages", "/audits/0/members", "/audits/0/sectors") {
      $0.audits[0].languages = ["en", "de"]
      $0.audits[0].members = []
      $0.audits[0].sectors = []
    },
    Difference("/audits/0/earliest") {
      $0.audits[0].window = day("2027-03-02")...day("2027-04-30")
    },
    Difference("/audits/0/latest") {
      $0.audits[0].window = day("2027-03-01")...day("2027-04-29")
    },
    Difference("/audits/0/priority", "/audits/0/objections", "/audits/0/recusals") {
      $0.audits[0].priority = 6
      $0.audits[0].objections = ["E1"]
      $0.audits[0].recusals = ["E1"]
    },
    Difference("/audits/0/bids", "/audits/0/preferred", "/audits/0/renewal") {
      $0.audits[0].bids = ["E1": 0]
      $0.audits[0].preferred = day("2027-03-09")
      $0.audits[0].renewal = true
    },
    Difference("/audits/0/remote", "/audits/0/waivers") {
      $0.audits[0].remote = true
      $0.audits[0].waivers = [.panel(.noLead)]
    },
    Difference("/audits/0/current") {
      $0.current["A"] = CurrentPanel(start: day("2027-04-06"), experts: ["E3"], pinned: false)
    },
    Difference("/audits/1/current") { $0.current["B"]?.start = day("2027-03-10") },
    Difference("/audits/1/current") { $0.current["B"]?.experts = ["E1", "E3"] },
    Difference("/audits/1/current") { $0.current["B"]?.pinned = true },
  ]

  @Test("what differs from the network is refused where it stands", arguments: differences)
  func differs(_ difference: Difference) async throws {
    let network = try await SmallProblem(Self.start).network()
    let file = try SmallProblem {
      Self.start(&$0)
      difference.edit(&$0)
    }.file()
    let refused = await network.refused(.importProblem(file, withoutAudits: false))
    #expect(refused == "invalid \(difference.places.joined(separator: " "))")
    #expect(network.snapshot.revision == 1)
  }

  @Test("a chain of groups is refused, in a file and across it and the network")
  func chains() async throws {
    let empty = try Sample.network()
    let within = try SmallProblem { $0.groups = ["M": "OWNER", "OWNER": "TOP"] }.file()
    #expect(
      await empty.refused(.importProblem(within, withoutAudits: false))
        == "invalid /groups/M /groups/OWNER")
    let network = try Sample.network()
    try await network.run(.createOrganisation(Organisation(id: "SUB", group: "HOLD")))
    let across = try SmallProblem { $0.groups = ["HOLD": "TOP"] }.file()
    #expect(
      await network.refused(.importProblem(across, withoutAudits: true))
        == "invalid /groups/HOLD")
    #expect(network.snapshot.revision == 1)
  }

  @Test("a pin that breaks a rule which only the network knows is refused where it stands")
  func brokenPin() async throws {
    let network = try await SmallProblem { $0.audits = [] }.network()
    try await network.run(.createOrganisation(Organisation(id: "M")))
    try await network.run(
      .createInterest("I", Interest(expert: "E1", organisation: "M", kind: "family")))
    func file(pinned: Bool) throws -> ProblemFile {
      try SmallProblem {
        $0.current["A"] = CurrentPanel(
          start: day("2027-03-09"), experts: ["E1", "E2"], pinned: pinned)
      }.file()
    }
    #expect(
      await network.refused(.importProblem(try file(pinned: true), withoutAudits: false))
        == "invalid /audits/0/current")
    let outcome = try await network.run(
      .importProblem(try file(pinned: false), withoutAudits: false))
    let effects = outcome.effects(on: Sample.moment.today)
    #expect(effects.map(\.audit) == ["A"], "one that is not pinned is taken in, and named")
    #expect(effects.first?.breaches.map(\.rule) == [.interest])
  }

  @Test("retired experts and withdrawn audits are not brought back by a file")
  func gone() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.retireExpert("E3"))
    try await network.run(.withdrawAudit("B", reason: "merged"))
    let file = try SmallProblem().file()
    let refused = await network.refused(.importProblem(file, withoutAudits: false))
    #expect(refused == "invalid /experts/2 /audits/1")
  }

  @Test("what is new is added to what is there: closures and history too")
  func merges() async throws {
    let held = HeldAudit(cluster: "C", date: day("2020-01-07"), experts: ["E1", "GONE"])
    let other = HeldAudit(cluster: "D", date: day("2020-01-07"), experts: ["E1"])
    let network = try await SmallProblem {
      Self.start(&$0)
      $0.history = [held, other]
    }.network()
    let file = try SmallProblem {
      $0.experts.append(SmallProblem.expert("E6", "FR", lead: true))
      $0.closures = ["DE": [day("2027-10-04")]]
      $0.history = [held, held, held]
      $0.unavailable["E1"] = [day("2027-01-01")...day("2027-01-02")]
    }.file()
    let outcome = try await network.run(.importProblem(file, withoutAudits: false))
    let state = network.snapshot.state
    #expect(state.closures["DE"] == [day("2027-05-06"), day("2027-10-04")])
    #expect(state.history == [held, other, held, held])
    #expect(state.experts.count == 6)
    #expect(
      outcome.counts(of: file, withoutAudits: false).map {
        "\($0.what) \($0.added) \($0.skipped)"
      } == [
        "policy 0 1", "organisations 0 3", "experts 1 5", "absences 1 0", "interests 0 0",
        "relations 0 0", "history 2 1",
        "audits 0 2",
      ])
  }

  @Test("rows that stand twice in a file are one thing, but two audits held")
  func repeatedRows() async throws {
    let interest = Interest(expert: "E1", organisation: "X", kind: "family")
    let held = HeldAudit(cluster: "C", date: day("2020-01-07"), experts: ["E1"])
    let file = try SmallProblem {
      $0.interests = [interest, interest]
      $0.unavailable["E1"] = Array(repeating: day("2027-01-01")...day("2027-01-02"), count: 3)
      $0.history = [held, held]
    }.file()
    let network = try Sample.network()
    let outcome = try await network.run(.importProblem(file, withoutAudits: false))
    let state = network.snapshot.state
    #expect(state.interests.count == 1)
    #expect(state.absences.count == 1)
    #expect(state.history == [held, held])
    #expect(
      outcome.counts(of: file, withoutAudits: false).map { $0.skipped } == [0, 0, 0, 2, 1, 0, 0, 0])
    #expect(try await network.run(.importProblem(file, withoutAudits: false)).events == [])
  }

  @Test("a file whose policy lacks a label in use is refused where that is missing")
  func labelInUse() async throws {
    let network = try Sample.network()
    var expert = SmallProblem.expert("TYPED", "AT", lead: true)
    expert.accredited = ["silver"]
    try await network.run(.createExpert(expert, Person()))
    let file = try SmallProblem { $0.policy.labels["silver"] = nil }.file()
    let refused = await network.refused(.importProblem(file, withoutAudits: false))
    #expect(refused?.hasPrefix("invalid /policy/labels") == true, "\(refused ?? "accepted")")
  }

  @Test("a file that does not lead to the network's countries is refused where they are left")
  func missingTravel() async throws {
    let network = try Sample.network()
    try await network.run(
      .createExpert(SmallProblem.expert("TYPED", "IT", lead: true), Person()))
    let file = try SmallProblem().file()
    #expect(
      await network.refused(.importProblem(file, withoutAudits: false))
        == "invalid /experts/0/country /experts/1/country /experts/2/country")
    for country in ["AT", "FR", "DE"] as [Country] {
      try await network.run(
        .setTravel([
          TravelLeg(home: country, country: "IT", units: 4),
          TravelLeg(home: "IT", country: country, units: 4),
        ]))
    }
    try await network.run(.importProblem(file, withoutAudits: false))
    let export = try network.snapshot.export(nil, on: Sample.moment.today)
    #expect(try Problem.read(export.problem.write()) == export.problem)
  }

  @Test("countries and languages that no code names are refused at each place")
  func words() async throws {
    let file = try SmallProblem {
      $0.experts[0].country = "Austria"
      $0.experts[1].languages["German"] = .c2
      $0.audits[1].country = "EU"
      $0.audits[1].languages = ["de", "de-AT"]
    }.file()
    let refused = await (try Sample.network()).refused(
      .importProblem(file, withoutAudits: false))
    #expect(
      refused == "invalid /experts/0/country /experts/1/languages/German /audits/1/country "
        + "/audits/1/languages/1")
  }
}
