import Testing

@testable import TandemMatching
@testable import TandemModel

/// What experts bear of whoever may be the same person.
@Suite struct RulesDoubtTests {
  private static func doubt(_ one: ExpertID, _ other: ExpertID) -> ExpertDoubt {
    ExpertDoubt(one, other, reason: "the same name")
  }

  /// The sample's A1 with that problem.
  private func breaches(
    _ sample: RulesSample, _ doubts: [ExpertDoubt], by bearers: Set<ExpertID> = ["E1", "E2", "E3"],
    of experts: [ExpertID] = ["E1", "E2"]
  ) throws -> [any Breach] {
    var problem = sample.problem
    let borne = problem.bear(doubts, by: bearers)
    let auditCase = try #require(
      AuditCase("A1", in: IndexedProblem(problem, borne: borne), standing: [:]))
    let found = auditCase.breaches(of: experts, on: "2027-03-08")
    // Whoever has the file and knows of no doubt finds the same rules broken.
    for home in ["AT", "DE", "FR"] as [Country] {
      problem.travel[home] = ["AT": 1, "DE": 1, "FR": 1]
    }
    let file = try Problem.read(problem.write())
    let again = try #require(AuditCase("A1", in: IndexedProblem(file), standing: [:]))
    #expect(again.breaches(of: experts, on: "2027-03-08").map(\.rule) == found.map(\.rule))
    return found
  }

  @Test("the two are related, by nothing but the doubt")
  func related() throws {
    let found = try breaches(RulesSample(), [Self.doubt("E1", "E2")])
    #expect(found.map(\.rule) == [.related])
    #expect(found.first?.sentence == "E1 may be the same person as E2: the same name.")
    #expect(found.first?.leansOnDoubt == true)
    #expect(
      found.first?.evidence.map { "\($0.name)=\($0.value)" }
        == ["person=E1 may be the same person as E2: the same name"])
  }

  @Test("an interest of the one bars the other, over a chain of doubts, and says whose it is")
  func interest() throws {
    var sample = RulesSample()
    sample.interests = [Interest(expert: "E3", organisation: "C1", kind: "employment")]
    let chain = [Self.doubt("E2", "E3"), Self.doubt("E1", "E2")]
    let found = try breaches(sample, chain)
    #expect(found.map(\.rule) == [.interest, .interest, .sharedOrganisation, .related])
    #expect(
      found.first?.sentence
        == "E1 may be the same person as E2: the same name; E2 may be the same person as E3: "
        + "the same name; E3 holds an employment interest in C1, the audited cluster, still running."
    )
    #expect(!found.contains { !$0.leansOnDoubt })
    #expect(try breaches(sample, [Self.doubt("E2", "E3")]).map(\.rule) == [.interest])
  }

  @Test("an interest that the expert holds as well is their own")
  func own() throws {
    var sample = RulesSample()
    sample.interests = ["E1", "E3"].map {
      Interest(expert: $0, organisation: "C1", kind: "employment")
    }
    let found = try breaches(sample, [Self.doubt("E1", "E3")])
    #expect(found.map(\.rule) == [.interest])
    #expect(found.first?.leansOnDoubt == false)
  }

  @Test(
    "a relation of the one keeps the other from a panel, and who shares an organisation with them")
  func borneRelation() throws {
    var sample = RulesSample()
    sample.relations = [try #require(Relation("E2", "E3"))]
    let found = try breaches(sample, [Self.doubt("E1", "E3")])
    #expect(found.map(\.rule) == [.related])
    #expect(
      found.first?.sentence
        == "A relation is declared between E2 and E3; E1 may be the same person as E3: the same name."
    )
    #expect(found.first?.leansOnDoubt == true)

    sample.relations = []
    sample.interests = ["E2", "E3"].map { Interest(expert: $0, organisation: "X", kind: "family") }
    let shared = try breaches(sample, [Self.doubt("E1", "E3")])
    #expect(shared.map(\.rule) == [.sharedOrganisation])
    #expect(
      shared.first?.sentence.hasSuffix("; E1 may be the same person as E3: the same name.") == true)
    #expect(shared.first?.leansOnDoubt == true)
  }

  @Test("who takes on nothing bears nothing, and what lies with them counts all the same")
  func bearers() throws {
    var sample = RulesSample()
    sample.interests = [
      Interest(expert: "E3", organisation: "C1", kind: "employment"),
      Interest(expert: "E1", organisation: "X", kind: "family"),
    ]
    var problem = sample.problem
    let borne = problem.bear([Self.doubt("E1", "E3")], by: ["E1", "E2"])
    #expect(borne.interests.keys.map(\.expert) == ["E1"])
    #expect(problem.relations.isEmpty && problem.interests.count == 3)
    #expect(
      try breaches(sample, [Self.doubt("E1", "E3")], by: ["E1", "E2"]).map(\.rule) == [.interest])
  }

  @Test("with no doubt a problem stays as it is, and bearing twice adds nothing")
  func unchanged() {
    var sample = RulesSample()
    sample.interests = [Interest(expert: "E3", organisation: "C1", kind: "employment")]
    var problem = sample.problem
    _ = problem.bear([], by: ["E1"])
    #expect(problem == sample.problem)
    _ = problem.bear([Self.doubt("E1", "E3")], by: ["E1", "E3"])
    let once = problem
    let again = problem.bear([Self.doubt("E1", "E3")], by: ["E1", "E3"])
    #expect(problem == once && again.interests.isEmpty && again.relations.isEmpty)
  }

  @Test(
    "in random problems whoever is doubted is barred as if all of them were one", arguments: 0..<60)
  func random(seed: UInt64) throws {
    var generator = RulesChance(state: seed)
    func pick<Item>(_ items: [Item]) throws -> Item {
      try #require(items.randomElement(using: &generator))
    }
    let experts: [ExpertID] = ["E1", "E2", "E3", "E4", "E5"]
    var sample = RulesSample()
    for id in experts { sample.experts[id] = RulesSample.expert(id, of: "AT", lead: ["gold"]) }
    sample.interests = try (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      Interest(
        expert: try pick(experts), organisation: try pick(["C1", "M1", "X", "Y"]),
        kind: try pick(["employment", "family"]))
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      if let relation = Relation(try pick(experts), try pick(experts)) {
        sample.relations.insert(relation)
      }
    }
    var doubts: [ExpertDoubt] = []
    var one = Dictionary(uniqueKeysWithValues: experts.map { ($0, $0) })
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let (first, second) = (try pick(experts), try pick(experts))
      guard first != second else { continue }
      doubts.append(Self.doubt(min(first, second), max(first, second)))
      let (kept, gone) = (one[first], one[second])
      for id in experts where one[id] == gone { one[id] = kept }
    }
    func group(_ id: ExpertID) -> Set<ExpertID> { Set(experts.filter { one[$0] == one[id] }) }
    for first in experts {
      for second in experts where first < second {
        let rules = Set(
          try breaches(sample, doubts, by: Set(experts), of: [first, second]).map(\.rule))
        let (mine, theirs) = (group(first), group(second))
        let organisations = { (group: Set<ExpertID>) in
          Set(sample.interests.filter { group.contains($0.expert) }.map(\.organisation))
        }
        let place: Comment = "seed \(seed): \(first) \(second)"
        let touched = organisations(mine).union(organisations(theirs))
        #expect(rules.contains(.interest) == !touched.isDisjoint(with: ["C1", "M1"]), place)
        #expect(
          rules.contains(.sharedOrganisation)
            == !organisations(mine).isDisjoint(with: organisations(theirs)), place)
        let isRelated = sample.relations.contains {
          mine.contains($0.one) && theirs.contains($0.other)
            || mine.contains($0.other) && theirs.contains($0.one)
        }
        #expect(rules.contains(.related) == (mine == theirs || isRelated), place)
      }
    }
  }
}
