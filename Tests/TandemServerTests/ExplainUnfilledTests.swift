import TandemClient
import TandemProtocol
import Testing

/// Why nobody, what would have to be waived, and questions that are none.
@Suite struct ExplainUnfilledTests {
  /// Leaves A1 without a valid panel: E1 is employed by a member, E2 is away, and the cluster objects
  /// to E4.
  private static func bar(_ client: TandemClient) async throws {
    _ = try await client.declare("I2", of: "E1", in: "M2")
    _ = try await client.call(
      Methods.createAbsence,
      .with {
        $0.absence = .with {
          $0.expert = "E2"
          $0.firstDay = .day(2023, 1, 1)
          $0.lastDay = .day(2023, 2, 28)
        }
      })
    let audit = try await client.audit()
    _ = try await client.call(
      Methods.updateAudit,
      .with {
        $0.audit = .with {
          $0.id = "A1"
          $0.objections = ["E4"]
        }
        $0.updateMask = .with { $0.paths = ["objections"] }
        $0.revision = audit.revision
      })
  }

  /// Expects that no step has more than the one before, and that one step stands for each rule.
  private func expectFalling(_ funnel: Wire.Funnel) {
    var left = funnel.experts
    for step in funnel.expertSteps {
      #expect(step.left <= left, "\(step.rule)")
      left = step.left
    }
    #expect(funnel.panels == left * (left - 1) / 2)
    var panels = funnel.panels
    for step in funnel.panelSteps {
      #expect(step.left <= panels, "\(step.rule)")
      panels = step.left
    }
    let rules = funnel.expertSteps.map(\.rule) + funnel.panelSteps.map(\.rule)
    #expect(Set(rules).count == rules.count)
  }

  @Test("the funnel says after which rule nobody is left, for each start and for all together")
  func funnel() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      #expect(try await client.ranked().isEmpty)
      let answer = try await client.explain(.whyUnfilled)
      #expect(answer.panel == nil && answer.experts.isEmpty)
      let why = try #require(answer.unfilled)
      let whole = try #require(why.whole)
      #expect(whole.start == nil)
      #expect(whole.experts == 4)
      var left = 4
      let falls = whole.expertSteps.filter { step in
        defer { left = step.left }
        return step.left < left
      }
      #expect(falls.map(\.rule) == ["OBJECTION", "INTEREST", "UNAVAILABLE"])
      #expect(falls.map(\.left) == [3, 2, 1])
      #expect(whole.panels == 0)
      for funnel in [whole] + why.starts { expectFalling(funnel) }
      #expect(
        why.starts.map(\.start)
          == [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map { .day(2023, 1, $0) })
      for (one, all) in why.starts.flatMap({ zip($0.expertSteps, whole.expertSteps) }) {
        #expect(one.rule == all.rule)
        #expect(one.left <= all.left)
      }
    }
  }

  @Test("an audit that can be filled needs no waiver, and its funnel ends with panels")
  func filled() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let why = try #require(try await client.explain(.whyUnfilled).unfilled)
      #expect(why.whole?.expertSteps.last?.left == 4)
      #expect(why.whole?.panels == 6)
      #expect(why.whole?.panelSteps.last?.left == 5, "E1 and E2 are related")
      #expect(why.relaxations.map(\.waivers) == [[]])
      #expect(why.relaxations.first?.weight == 0)
      #expect(why.relaxations.first?.panel == (try await client.ranked().first?.panel))
    }
  }

  @Test("what the first relaxation names, once it is waived, gives the panel that it promised")
  func relaxed() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      let all = try #require(try await client.explain(.whyUnfilled).unfilled).relaxations
      #expect(all.map(\.weight) == all.map(\.weight).sorted(), "the least first")
      #expect(all.allSatisfy { !$0.waivers.isEmpty })
      #expect(Set(all.map(\.waivers)).count == all.count)
      let first = try #require(all.first)
      #expect(first.waivers.map(\.rule) == ["UNAVAILABLE"])
      #expect(first.waivers.first?.experts == ["E2"])
      #expect(first.panel?.experts == ["E2", "E3"])
      let two = try await client.explain(.whyUnfilled) { $0.relaxations = 2 }
      #expect(two.unfilled?.relaxations == Array(all.prefix(2)))
      for waiver in first.waivers {
        _ = try await client.call(
          Methods.grantWaiver,
          .with {
            $0.audit = "A1"
            $0.waiver = waiver
            $0.until = .day(2023, 1, 31)
            $0.reason = "nobody else is free"
          })
      }
      let ranked = try await client.ranked()
      #expect(ranked.first?.panel == first.panel)
      #expect(ranked.first?.cost == first.cost)
      let after = try #require(try await client.explain(.whyUnfilled).unfilled)
      #expect(after.relaxations.map(\.waivers) == [[]], "nothing more is needed")
      #expect(after.whole?.expertSteps.last?.left == 2, "what is waived removes nobody")
    }
  }

  @Test("each field that is wrong is named alone", arguments: wrong)
  func wrongField(_ wrong: Wrong) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      var request = Wire.ExplainRequest.with {
        $0.audit = "A1"
        $0.question = .whyNot
      }
      wrong.set(&request)
      let details = await refusal(client, Methods.explain, request)
      #expect(details?.code == .invalidArgument)
      #expect(details?.fieldViolations.map(\.place) == [wrong.place])
    }
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: String
    let set: @Sendable (inout Wire.ExplainRequest) -> Void
  }

  private static let wrong = [
    Wrong(testDescription: "no question", place: "question") { $0.question = .unspecified },
    Wrong(testDescription: "no audit", place: "audit") { $0.audit = "" },
    Wrong(testDescription: "an audit that is no id", place: "audit") { $0.audit = "A 1" },
    Wrong(testDescription: "an expert that is no id", place: "experts[1]") {
      $0.experts = ["E1", "?"]
    },
    Wrong(testDescription: "an expert twice", place: "experts[1]") { $0.experts = ["E1", "E1"] },
    Wrong(testDescription: "an unknown expert", place: "experts[1]") {
      $0.experts = ["E1", "nobody"]
    },
    Wrong(testDescription: "an unknown expert of a panel", place: "experts[0]") {
      $0.question = .whyPanel
      $0.experts = ["nobody", "E1"]
      $0.start = .day(2023, 1, 10)
    },
    Wrong(testDescription: "a panel of three", place: "experts") {
      $0.question = .whyPanel
      $0.experts = ["E1", "E3", "E4"]
      $0.start = .day(2023, 1, 10)
    },
    Wrong(testDescription: "experts without a start", place: "start") {
      $0.question = .whyPanel
      $0.experts = ["E1", "E3"]
    },
    Wrong(testDescription: "a start without experts", place: "start") {
      $0.question = .whyPanel
      $0.start = .day(2023, 1, 10)
    },
    Wrong(testDescription: "a start that is no date", place: "start") {
      $0.start = .day(2023, 2, 30)
    },
    Wrong(testDescription: "fewer relaxations than none", place: "relaxations") {
      $0.relaxations = -1
    },
    Wrong(testDescription: "too many relaxations", place: "relaxations") {
      $0.relaxations = 1_001
    },
    Wrong(testDescription: "a revision yet to come", place: "min_revision") {
      $0.minRevision = 1_000
    },
    Wrong(testDescription: "an empty hypothesis", place: "what_if[0]") { $0.whatIf = [.init()] },
  ]

  @Test("all that is wrong with a question is said at once")
  func allFaults() async throws {
    try await withServer { client in
      let details = await refusal(
        client, Methods.explain,
        .with {
          $0.audit = "A 1"
          $0.experts = ["?", "E1", "E1"]
          $0.start = .day(2023, 2, 30)
          $0.relaxations = 1_001
        })
      #expect(
        Set(details?.fieldViolations.map(\.place) ?? [])
          == ["audit", "question", "experts[0]", "experts[2]", "start", "relaxations"])
    }
  }

  @Test("an audit that is not there is not found, and one not in planning says what to do")
  func noAudit() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.call(Methods.submitAudit, .with { $0.audit = .sample("A2") })
      for question in [Wire.Question.whyPanel, .whyNot, .whyUnfilled] {
        func ask(_ audit: String) async -> ErrorDetails? {
          await refusal(
            client, Methods.explain,
            .with {
              $0.audit = audit
              $0.question = question
            })
        }
        let missing = await ask("nobody")
        #expect(missing?.code == .notFound)
        #expect(missing?.resource == .init(type: "tandem.v1.Audit", name: "nobody"))
        let submitted = await ask("A2")
        #expect(submitted?.code == .failedPrecondition)
        #expect(submitted?.message.contains("tandem audit admit A2") == true)
      }
    }
  }

  @Test("asking why a panel, where none stands and none is valid, says that there is none")
  func noPanel() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await Self.bar(client)
      let details = await refusal(
        client, Methods.explain,
        .with {
          $0.audit = "A1"
          $0.question = .whyPanel
        })
      #expect(details?.code == .failedPrecondition)
      #expect(details?.reason == "NO_PANEL")
    }
  }
}
