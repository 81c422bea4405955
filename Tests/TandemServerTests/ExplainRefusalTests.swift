import TandemClient
import TandemProtocol
import Testing

/// Questions that cannot be answered.
@Suite struct ExplainRefusalTests {
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
          $0.whatIf = [.init()]
        })
      #expect(
        Set(details?.fieldViolations.map(\.place) ?? [])
          == [
            "audit", "question", "experts[0]", "experts[2]", "start", "relaxations", "what_if[0]",
          ])
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
}
