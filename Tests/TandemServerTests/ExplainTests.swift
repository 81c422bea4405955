import TandemClient
import TandemProtocol
import Testing

/// Why a panel: the one that stands, one that somebody has in mind, or the best.
@Suite struct ExplainTests {
  /// Expects that the answer names every other free expert with the cheapest panel of the ranking that
  /// has them, the cheapest first, and what it adds.
  private func expectAlternatives(_ why: Wire.WhyPanel, among ranked: [Wire.RankedPanel]) {
    let cost = why.panel?.cost ?? 0
    #expect(why.panel?.rows.reduce(0) { $0 + $1.amount } == cost, "the rows add up")
    let chosen = why.panel?.experts ?? []
    let others = Set(ranked.flatMap(\.experts)).subtracting(chosen)
    #expect(Set(why.alternatives.map(\.expert)) == others)
    #expect(why.alternatives.count == others.count)
    for other in why.alternatives {
      let best = ranked.first { $0.experts.contains(other.expert) }
      #expect(other.panel == best?.panel, "\(other.expert)")
      #expect(other.cost == best?.cost, "\(other.expert)")
      #expect(other.difference == other.cost - cost, "\(other.expert)")
      #expect(other.name == "Name of \(other.expert)")
    }
    let places = why.alternatives.compactMap { other in
      ranked.firstIndex { $0.panel == other.panel }.map { ($0, other.expert) }
    }
    #expect(
      places.map(\.1) == places.sorted { $0 < $1 }.map(\.1), "the best panel first, then by id")
  }

  @Test("a panel that stands is explained with its decision and what each other expert would cost")
  func standing() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      let assigned = try await client.assign(["E4", "E1"], note: "E3 has the flu")
      for isNamed in [false, true] {
        let answer = try await client.explain(.whyPanel) {
          if isNamed {
            $0.experts = ["E1", "E4"]
            $0.start = .day(2023, 1, 10)
          }
        }
        #expect(answer.revision == assigned.revision)
        #expect(answer.policyVersion == 0)
        #expect(answer.experts.isEmpty && answer.unfilled == nil)
        let why = try #require(answer.panel)
        #expect(why.panel?.panel == assigned.audit?.panel?.panel)
        #expect(why.panel?.rows == assigned.audit?.panel?.rows)
        #expect(why.breaches.isEmpty)
        #expect(why.decision == assigned.audit?.panel?.decision)
        #expect(why.decision?.note == "E3 has the flu")
        #expect(why.decision?.best == ranked.first?.panel.map { $0.withoutLanguage })
        expectAlternatives(why, among: ranked)
        #expect(why.alternatives.map(\.difference) == [-2, -2], "E2 and E3 would cost 2 less")
      }
    }
  }

  @Test("a panel that somebody has in mind is explained, whether it is valid or not")
  func chosen() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      for (experts, rules) in [(["E2", "E4"], []), (["E1", "E2"], ["RELATED"])] {
        let answer = try await client.explain(.whyPanel) {
          $0.experts = experts
          $0.start = .day(2023, 1, 16)
        }
        let checked = try await client.check(experts, on: .day(2023, 1, 16))
        let why = try #require(answer.panel)
        #expect(why.panel == checked.panel)
        #expect(why.breaches == checked.breaches)
        #expect(why.breaches.map(\.rule) == rules)
        #expect(why.decision == nil)
        expectAlternatives(why, among: ranked)
      }
    }
  }

  @Test("where nothing stands and nothing is chosen the best panel is explained; nobody is cheaper")
  func best() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      let why = try #require(try await client.explain(.whyPanel).panel)
      #expect(why.panel == ranked.first)
      #expect(why.decision == nil)
      expectAlternatives(why, among: ranked)
      #expect(why.alternatives.map(\.difference) == [0, 2])
    }
  }

  @Test("a panel stays explained under the policy that it was decided under")
  func oldPolicy() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let cost = try await client.assign(["E3", "E4"]).audit?.panel?.cost ?? 0
      try await client.changePolicy { $0.costs?.travel += 10 }
      #expect(try await client.standing().cost == cost + 60, "3 units for each of two")
      let standing = try await client.explain(.whyPanel)
      #expect(standing.policyVersion == 0)
      #expect(standing.panel?.panel?.cost == cost)
      #expect(standing.panel?.decision?.policyVersion == 0)
      #expect(standing.panel?.alternatives.map(\.cost) == [cost, cost])
      let other = try await client.explain(.whyPanel) {
        $0.experts = ["E1", "E4"]
        $0.start = .day(2023, 1, 10)
      }
      #expect(other.policyVersion == 1, "nobody decided for that one")
      #expect(other.panel?.panel?.cost == cost + 60)
    }
  }
}

extension Wire.Panel {
  /// As a decision keeps it.
  fileprivate var withoutLanguage: Wire.Panel {
    var panel = self
    panel.language = ""
    return panel
  }
}
