import TandemMatching
import TandemModel
import TandemNames
import Testing

@testable import TandemNetwork

/// One organisation under many names: what is linked, what is in doubt, and what that does to panels.
@Suite struct IdentityTests {
  private static let iof = OrganisationName(
    checked: "Fraunhofer-Institut für Angewandte Optik und Feinmechanik IOF")

  private static func organisation(_ id: OrganisationID, _ name: String) -> Organisation {
    Organisation(id: id, names: [OrganisationName(checked: name)], country: "DE")
  }

  /// The small problem with two named organisations: E1 is employed in one and E2 owns the other.
  private func network() async throws -> Network {
    let network = try await SmallProblem().network()
    try await network.run(
      .createOrganisation(Self.organisation("JENOPTIK", "Jenoptik Aktiengesellschaft")))
    try await network.run(
      .createOrganisation(Organisation(id: "IOF", names: [Self.iof], country: "DE")))
    for (id, expert, organisation) in [("I1", "E1", "JENOPTIK"), ("I2", "E2", "IOF")] {
      try await network.run(
        .createInterest(
          InterestID(id) ?? "I",
          Interest(
            expert: ExpertID(expert) ?? "E", organisation: OrganisationID(organisation) ?? "O",
            kind: "employment")))
    }
    return network
  }

  private func submit(_ names: [String], to network: Network) async throws -> AuditEntry {
    let queries = try names.map { try NameQuery($0) }
    try await network.run(
      .submitAudit(SmallProblem.audit("N", of: "NEW"), contact: Person(), members: queries))
    try await network.run(.admitAudit("N"))
    return try network.snapshot.state.audit("N")
  }

  private func breaches(_ network: Network, of expert: ExpertID) throws -> [any Breach] {
    let auditCase = try network.snapshot.auditCase("N", on: Sample.moment.today)
    return auditCase.bars(of: expert, over: day("2027-03-09")...day("2027-03-09")).map(\.breach)
  }

  @Test("one is linked, one in doubt, one new; both of the first bar whoever is tied to them")
  func resolved() async throws {
    let network = try await network()
    let audit = try await submit(
      ["JENOPTIK AG", "Fraunhofer IOF", "Wasserwerke Nord", "wasserwerke  nord"], to: network)
    #expect(audit.memberNames.map(\.outcome) == [.linked, .doubt, .new, .linked])
    #expect(
      audit.memberNames.map(\.organisation)
        == ["JENOPTIK", "fraunhofer-iof", "wasserwerke-nord", "wasserwerke-nord"])
    #expect(audit.audit.members.isSuperset(of: ["JENOPTIK", "fraunhofer-iof"]))

    let linked = try breaches(network, of: "E1")
    #expect(linked.map(\.rule) == [.interest])
    let doubtful = try breaches(network, of: "E2")
    #expect(doubtful.map(\.rule) == [.interest])
    let leaning = doubtful.filter { $0.leansOnDoubt }
    #expect(leaning.count == 1)
    #expect(doubtful.first?.sentence.contains("may be the same as fraunhofer-iof") == true)
    #expect(doubtful.first?.evidence.contains { $0.name == "chain" } == true)

    let open = network.snapshot.state.openDoubts(on: Sample.moment.today)
    #expect(open.map(\.pair) == [pair("IOF", "fraunhofer-iof")])
    #expect(open.first?.barred.contains { $0.audit == "N" && $0.expert == "E2" } == true)
  }

  @Test("a doubt that is settled counts as it was settled, and is not asked again")
  func settled() async throws {
    let network = try await network()
    _ = try await submit(["Fraunhofer IOF"], to: network)
    let doubted: OrganisationPair = pair("IOF", "fraunhofer-iof")
    try await network.run(.distinguishOrganisations(doubted, reason: "another house"))
    #expect(try breaches(network, of: "E2").isEmpty)
    #expect(network.snapshot.state.openDoubts(on: Sample.moment.today).isEmpty)
    #expect(
      await network.refused(.distinguishOrganisations(doubted, reason: "again"))?
        .hasPrefix("not now") == true)
    try await network.updateOrganisation("fraunhofer-iof") {
      $0.names.append(OrganisationName(checked: "Fraunhofer IOF Jena"))
    }
    #expect(network.snapshot.state.openDoubts(on: Sample.moment.today).isEmpty)

    try await network.run(
      .mergeOrganisation("fraunhofer-iof", into: "IOF", reason: "the same after all"))
    #expect(try breaches(network, of: "E2").map(\.rule) == [.interest])
    let certain = try breaches(network, of: "E2").filter { !$0.leansOnDoubt }
    #expect(certain.count == 1)
    try await network.run(.splitOrganisation("fraunhofer-iof", reason: "a mistake"))
    #expect(try breaches(network, of: "E2").isEmpty)
    #expect(network.snapshot.state.openDoubts(on: Sample.moment.today).isEmpty)
  }

  @Test("where the policy says that doubts warn, they bar nobody and are shown")
  func warn() async throws {
    let network = try await network()
    _ = try await submit(["Fraunhofer IOF"], to: network)
    try await network.updatePolicy { $0.doubts = .warn }
    #expect(try breaches(network, of: "E2").isEmpty)
    let today = Sample.moment.today
    let choice = PanelChoice(experts: ["E1", "E2"], start: day("2027-03-09"))
    let finding = try network.snapshot.check(choice, for: "N", on: today)
    #expect(finding.breaches.isEmpty)
    #expect(network.snapshot.state.warnings(about: finding, on: today).map(\.rule) == [.interest])
  }

  @Test("a merge breaks the panels that it touches, and a split mends them")
  func effects() async throws {
    let network = try await network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    let merged = try await network.run(
      .mergeOrganisation("M", into: "JENOPTIK", reason: "one register number"))
    #expect(merged.effects(on: Sample.moment.today).map(\.audit) == ["A"])
    #expect(network.standingBreaches(of: "A") == [.interest])
    #expect(
      await network.refused(.mergeOrganisation("M", into: "IOF", reason: "x"))?
        .hasPrefix("not now") == true)
    #expect(await network.refused(.deleteOrganisation("M"))?.hasPrefix("not now") == true)
    let split = try await network.run(.splitOrganisation("M", reason: "a mistake"))
    #expect(split.effects(on: Sample.moment.today).map(\.breaches.isEmpty) == [true])
    #expect(network.standingBreaches(of: "A") == [])
  }

  @Test("a chain of doubts closes to one group, in the server and in the exported file alike")
  func chain() async throws {
    let network = try await network()
    let audit = try await submit(["Fraunhofer IOF", "Fraunhofer Inst. IOF, Jena"], to: network)
    let state = network.snapshot.state
    let names = Set(audit.memberNames.map(\.organisation)).union(["IOF"])
    #expect(Set(names.map { state.group(of: $0) }).count == 1)
    let export = try network.snapshot.export("N", on: Sample.moment.today)
    let file = try Problem.read(export.problem.write())
    #expect(Set(names.map { file.groups[$0] ?? $0 }).count == 1)
    let auditCase = try #require(
      AuditCase("N", in: IndexedProblem(file), standing: file.pinnedPanels))
    let bars = auditCase.bars(of: "E2", over: day("2027-03-09")...day("2027-03-09"))
    #expect(bars.map(\.breach.rule) == [.interest])
  }

  @Test("an audit held for one entry of a cluster counts for its other entry")
  func rotation() async throws {
    let network = try await SmallProblem {
      $0.history = (0..<3).map {
        HeldAudit(cluster: "OLD", date: day("2026-03-0\($0 + 2)"), experts: ["E1"])
      }
      $0.policy.rotation = Policy.Rotation(audits: 2, days: 1000)
    }.network()
    func rules() throws -> [Rule] {
      let finding = try network.snapshot.check(
        SmallProblem.choice, for: "A", on: Sample.moment.today)
      return finding.breaches.map(\.rule)
    }
    #expect(try rules() == [])
    try await network.run(.mergeOrganisation("OLD", into: "C", reason: "renamed"))
    #expect(try rules() == [.rotation])
  }

  @Test("an interest is declared in the expert's own words")
  func declared() async throws {
    let network = try await network()
    let declared = DeclaredInterest(
      expert: "E3", organisation: try NameQuery("Jenoptik AG"), kind: "ownership")
    try await network.run(.declareInterest("I9", declared))
    let state = network.snapshot.state
    #expect(state.interests["I9"]?.value.organisation == "JENOPTIK")
    #expect(state.declarations["I9"]?.outcome == .linked)
    // E5 lives in another country, in which the name is taken for another organisation.
    let abroad = DeclaredInterest(
      expert: "E5", organisation: try NameQuery("Jenoptik AG"), kind: "ownership")
    try await network.run(.declareInterest("I10", abroad))
    #expect(network.snapshot.state.declarations["I10"]?.outcome == .doubt)
    let unknown = DeclaredInterest(
      expert: "E99", organisation: try NameQuery("Jenoptik AG"), kind: "ownership")
    #expect(await network.refused(.declareInterest("I11", unknown)) == "invalid interest.expert")
  }

  @Test("two organisations of one number are in doubt, however they are called")
  func sameNumber() async throws {
    let network = try await network()
    let lei = Identifier(checked: .lei, country: nil, value: "529900T8BM49AURSDO55")
    var one = Self.organisation("ONE", "Alpha Systems")
    one.identifiers = [lei]
    var other = Self.organisation("OTHER", "Omega Holding")
    other.identifiers = [lei]
    try await network.run(.createOrganisation(one))
    try await network.run(.createOrganisation(other))
    let open = network.snapshot.state.openDoubts(of: "ONE", on: Sample.moment.today)
    #expect(open.map(\.pair) == [pair("ONE", "OTHER")])
  }
}
