import TandemClient
import TandemProtocol
import Testing

/// What cannot be supposed.
@Suite struct WhatIfRefusalTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var testDescription: String { place }
    let hypothesis: @Sendable (Wire.Policy) -> Wire.Hypothesis
    let place: String

    init(
      _ place: String, _ hypothesis: @escaping @Sendable (Wire.Policy) -> Wire.Hypothesis
    ) {
      self.hypothesis = hypothesis
      self.place = place
    }
  }

  private static let wrong = [
    Wrong("") { _ in .init() },
    Wrong("") { _ in
      .with {
        $0.retired = "E1"
        $0.absence = Wire.Hypothesis.absent("E1", 1, 2).absence
      }
    },
    Wrong(".absence.expert") { _ in .absent("", 1, 2) },
    Wrong(".absence.expert") { _ in .absent("nobody", 1, 2) },
    Wrong(".absence.first_day") { _ in .absent("E1", 32, 1) },
    Wrong(".absence.last_day") { _ in .absent("E1", 2, 1) },
    Wrong(".interest.expert") { _ in .employed("nobody", in: "O") },
    Wrong(".interest.organisation") { _ in .employed("E1", in: "nowhere") },
    Wrong(".interest.organisation") { _ in .employed("E1", in: "no where") },
    Wrong(".interest.kind") { _ in
      .with {
        $0.interest = Wire.Hypothesis.employed("E1", in: "O").interest
        $0.interest?.kind = "friendship"
      }
    },
    Wrong(".relation.experts") { _ in .related("E1", "nobody") },
    Wrong(".relation.experts[1]") { _ in .related("E1", "E1") },
    Wrong(".policy.rest_days") { policy in .policy(policy) { $0.restDays = 31 } },
    Wrong(".policy.labels") { policy in
      .policy(policy) { $0.labels.removeAll { $0.label == "silver" } }
    },
    Wrong(".policy.cooling_off") { policy in
      .policy(policy) { $0.coolingOff.removeAll { $0.kind == "employment" } }
    },
    Wrong(".retired") { _ in .retired("no body") },
  ]

  @Test("a change that cannot be supposed is named by its place", arguments: wrong)
  func wrongField(_ wrong: Wrong) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let revision = try await client.revision()
      let policy = try #require(try await client.call(Methods.getPolicy, .init()).policy)
      let hypotheses = [.related("E3", "E4"), wrong.hypothesis(policy)]
      let rank = await refusal(
        client, Methods.rankPanels,
        .with {
          $0.audit = "A1"
          $0.whatIf = hypotheses
        })
      let explain = await refusal(
        client, Methods.explain,
        .with {
          $0.audit = "A1"
          $0.question = .whyNot
          $0.whatIf = hypotheses
        })
      for details in [rank, explain] {
        #expect(details?.code == .invalidArgument)
        let places = details?.fieldViolations.map(\.place) ?? []
        #expect(
          !places.isEmpty && places.allSatisfy { $0 == "what_if[1]\(wrong.place)" }, "\(places)")
      }
      #expect(try await client.revision() == revision)
    }
  }

  @Test("somebody who is not there, or is retired already, cannot be supposed to retire")
  func retired() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for hypotheses: [Wire.Hypothesis] in [
        [.retired("nobody")], [.retired("E1"), .retired("E1")],
      ] {
        let details = await refusal(
          client, Methods.rankPanels,
          .with {
            $0.audit = "A1"
            $0.whatIf = hypotheses
          })
        #expect(details != nil)
        #expect(
          details?.fieldViolations.map(\.place) == ["what_if[\(hypotheses.count - 1)].retired"])
      }
    }
  }

  @Test("all wrong changes are named at once, and more than a hundred are refused")
  func many() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      func places(_ hypotheses: [Wire.Hypothesis]) async -> [String]? {
        await refusal(
          client, Methods.rankPanels,
          .with {
            $0.audit = "A1"
            $0.whatIf = hypotheses
          })?.fieldViolations.map(\.place)
      }
      #expect(
        await places([.init(), .absent("E1", 2, 1), .retired("?")])
          == ["what_if[0]", "what_if[1].absence.last_day", "what_if[2].retired"])
      let days = (0...100).map { _ in Wire.Hypothesis.absent("E1", 9, 9) }
      #expect(await places(days) == ["what_if"])
      #expect(await places(Array(days.prefix(100))) == nil)
    }
  }
}
