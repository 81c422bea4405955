import GRPCCore
import Logging
import Synchronization
import TandemClient
import TandemProtocol
import Testing

@testable import TandemServer

/// The log: one line a call, and nothing personal.
@Suite struct LogTests {
  @Test("each call has one line: who, what, how it ended, how long it took")
  func oneLine() async throws {
    let log = LogRecorder()
    try await withServer(logger: log.logger) { client in
      _ = try await client.call(
        Methods.createExpert,
        .with {
          $0.requestID = "request-1"
          $0.expert = .sample("E1")
        })
      _ = await refusal(client, Methods.getExpert, .with { $0.id = "E2" })
      _ = await refusal(client, Methods.getExpert, .with { $0.id = "E\u{0}" })
      _ = try await client.call(Methods.listExperts, .init())
    }
    let calls = log.lines.filter { $0.message == "call" }
    #expect(
      calls.map { $0.metadata["method"] } == [
        "tandem.v1.NetworkService/CreateExpert", "tandem.v1.NetworkService/GetExpert",
        "tandem.v1.NetworkService/GetExpert", "tandem.v1.NetworkService/ListExperts",
      ])
    #expect(calls.map { $0.metadata["request_id"] } == ["request-1", "", "", ""])
    #expect(
      calls.map { $0.metadata["status"] } == ["ok", "notFound", "invalidArgument", "ok"])
    for call in calls {
      #expect(call.metadata["actor"] == "local")
      #expect(call.metadata["ms"].flatMap(Double.init).map { $0 >= 0 } == true)
    }
  }

  @Test("a call that ends before anybody can say how has its line, and no call has two")
  func cancelled() {
    let log = LogRecorder()
    do {
      let line = LogLine(Methods.plan, log.logger)
      line.note { $0.actor = "clara" }
    }
    do {
      let line = LogLine(Methods.plan, log.logger)
      line.end(RPCError(code: .notFound, message: ""))
      line.end(nil)
    }
    LogLine(Methods.plan, log.logger).end(CancellationError())
    #expect(log.lines.map { $0.metadata["status"] } == ["cancelled", "notFound", "cancelled"])
    #expect(log.lines.first?.metadata["actor"] == "clara")
    #expect(log.lines.first?.metadata["method"] == "tandem.v1.MatchingService/Plan")
  }

  @Test(
    "a token in a line of a log, or in what goes with it, is found", arguments: [true, false])
  func watch(isInMessage: Bool) {
    let secret = TokenSecret(Array(repeating: 1, count: TokenSecret.size)).text
    for logger in [Logger.silent, LogRecorder().logger] {
      let found = Atomic(0)
      let count: @Sendable (String) -> Void = { _ in found.add(1, ordering: .relaxed) }
      SecretWatch.$found.withValue(count) {
        logger.info("nothing", metadata: ["token": "tdm_…"])
        if isInMessage {
          logger.info("\(secret)")
        } else {
          logger.info("x", metadata: ["y": ["\(secret)"]])
        }
      }
      #expect(found.load(ordering: .relaxed) == 1)
    }
  }

  @Test("names, addresses and reasons do not get into the log, whatever becomes of the call")
  func nothingPersonal() async throws {
    let log = LogRecorder()
    try await withServer(logger: log.logger) { client in
      try await client.makeNetwork()
      var expert = Wire.Expert.sample("E9")
      expert.name = "Zoë Quist"
      expert.email = "zoe.quist@example.org"
      let creation = Wire.CreateExpertRequest.with { $0.expert = expert }
      _ = try await client.call(Methods.createExpert, creation)
      _ = await refusal(client, Methods.createExpert, creation)
      expert.email = "zoe.quist@"
      _ = await refusal(client, Methods.createExpert, .with { [expert] in $0.expert = expert })
      expert.name = "Zoë\u{7} Quist"
      _ = await refusal(client, Methods.createExpert, .with { [expert] in $0.expert = expert })
      _ = try await client.call(Methods.getExpert, .with { $0.id = "E9" })
      _ = try await client.call(
        Methods.withdrawAudit,
        .with {
          $0.id = "A1"
          $0.reason = "Zoë Quist is ill"
        })
    }
    #expect(log.lines.count > 10)
    for line in log.lines {
      let text = "\(line.message) \(line.metadata)".lowercased()
      for word in ["zoë", "zoe", "quist", "name of e1", "e1@example.org", "ill"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
  }
}
