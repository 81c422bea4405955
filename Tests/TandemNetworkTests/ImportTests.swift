import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Whole problems in and out.
@Suite struct ImportTests {
  @Test(
    "what is imported is exported again",
    arguments: ["optonet", "year-060", "replan-100", "disrupted-100"]
      + (1...24).map { "tiny-\($0 < 10 ? "0" : "")\($0)" }
      + ["03", "04", "09", "14", "19", "22"].map { "waived-\($0)" })
  func roundTrip(name: String) async throws {
    let file = try Sample.file(name).problem
    let network = try await Sample.imported(name)
    let export = try network.snapshot.export(nil, on: Sample.moment.today)
    let out = try Problem.read(export.problem.write())
    for (part, isEqual) in [
      ("policy", out.policy == file.policy), ("experts", out.experts == file.experts),
      ("audits", out.audits == file.audits), ("current", out.current == file.current),
      ("interests", Set(out.interests) == Set(file.interests)),
      ("relations", out.relations == file.relations), ("groups", out.groups == file.groups),
      ("history", out.history == file.history), ("travel", out.travel == file.travel),
      ("closures", out.closures == file.closures),
      (
        "unavailable",
        out.unavailable.mapValues(Set.init) == file.unavailable.mapValues(Set.init)
      ),
    ] {
      #expect(isEqual, "\(part) of \(name)")
    }
  }

  @Test("importing a file again adds nothing", arguments: ["optonet", "disrupted-100"])
  func again(name: String) async throws {
    let network = try await Sample.imported(name)
    let file = try Sample.file(name)
    let outcome = try await network.run(.importProblem(file, withoutAudits: false))
    #expect(outcome.events == [])
    #expect(outcome.counts(of: file, withoutAudits: false).allSatisfy { $0.added == 0 })
  }

  @Test("what differs from the network is refused at its place, and nothing is stored")
  func differs() async throws {
    let network = try await Sample.imported("optonet")
    var expert = try network.snapshot.state.expert("E0003")
    expert.expert.maxAudits += 1
    try await network.run(
      .updateExpert(expert.expert, expert.person, readAt: expert.revision))
    try await network.run(.setTravel([TravelLeg(home: "AT", country: "DE", units: 999)]))
    let before = network.snapshot.revision
    let refused = await refusal {
      try await network.run(
        .importProblem(try Sample.file("optonet"), withoutAudits: false))
    }
    guard case .invalid(let faults) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(Set(faults.map(\.place)) == ["/experts/2/max_audits", "/travel/AT/DE"])
    #expect(network.snapshot.revision == before)
  }

  @Test("without audits only the network is taken in")
  func withoutAudits() async throws {
    let network = try Sample.network()
    try await network.run(.importProblem(try Sample.file("optonet"), withoutAudits: true))
    #expect(network.snapshot.state.experts.count == 200)
    #expect(network.snapshot.state.audits.isEmpty)
  }

  @Test(
    "a ranking in the network is that of the exported problem with its pinned panels standing",
    arguments: ["replan-100", "disrupted-100"])
  func sameRanking(name: String) async throws {
    let network = try await Sample.imported(name)
    var compared = 0
    for entry in network.snapshot.state.audits.values.sorted(by: { $0.audit.id < $1.audit.id })
    where compared < 8 {
      let id = entry.audit.id
      let export = try network.snapshot.export(id, on: Sample.moment.today)
      let problem = try Problem.read(export.problem.write())
      let auditCase = try #require(
        AuditCase(
          id, in: IndexedProblem(problem), standing: problem.pinnedPanels.filter { $0.key != id }))
      let outside = PanelRanking(of: auditCase).prefix(20).map {
        "\($0.panel.start) \($0.panel.seats.experts) \($0.cost)"
      }
      let inside = try network.snapshot.ranking(of: id, on: Sample.moment.today).prefix(20).map {
        "\($0.start) \($0.experts) \($0.cost)"
      }
      #expect(outside == inside, "\(id)")
      compared += 1
    }
    #expect(compared == 8)
  }

  @Test("a network that was typed in, not imported, exports a readable problem")
  func typedIn() async throws {
    let network = try Sample.network()
    try await network.run(.createExpert(Sample.expert("E1"), Person(name: "Ada")))
    let audit = EventCodingTests.audit
    func submit(byPartner: Bool = false) async throws {
      var audit = audit
      (audit.objections, audit.recusals, audit.bids, audit.waivers) = ([], [], [:], [])
      try await network.run(.submitAudit(audit, contact: Person(), takesUnknown: byPartner))
    }
    guard case .invalid(let faults) = await refusal({ try await submit() }) else {
      Issue.record("no travel units are known yet")
      return
    }
    #expect(faults.map(\.place) == ["audit.country"])
    #expect(faults[0].reason.contains("`tandem travel set DE AT UNITS`"))
    // Where experts live is not told to a partner.
    guard case .invalid(let told) = await refusal({ try await submit(byPartner: true) }) else {
      Issue.record("no travel units are known yet")
      return
    }
    #expect(told.map(\.place) == ["audit.country"])
    #expect(!told[0].reason.contains("AT"))
    try await network.run(
      .setTravel([
        TravelLeg(home: "AT", country: "DE", units: 3),
        TravelLeg(home: "DE", country: "AT", units: 3),
      ]))
    try await submit()
    try await network.run(.admitAudit("A1"))
    let export = try network.snapshot.export("A1", on: Sample.moment.today)
    #expect(try Problem.read(export.problem.write()) == export.problem)
  }
}
