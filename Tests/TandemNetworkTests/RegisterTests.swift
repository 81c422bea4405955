import TandemModel
import Testing

@testable import TandemNetwork

@Suite struct RegisterTests {
  @Test("a label holds to the end of its month two years later, and can be renewed for one more")
  func states() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.recordLabel("gold", "C", on: day("2020-02-10")))
    func state(on text: String) -> RegisteredLabel.State? {
      network.snapshot.state.register(on: day(text)).first?.state
    }
    #expect(network.snapshot.state.labels.first?.until == day("2022-02-28"))
    #expect(state(on: "2020-01-31") == nil)
    #expect(state(on: "2020-02-01") == .valid)
    #expect(state(on: "2022-02-28") == .valid)
    #expect(state(on: "2022-03-01") == .renewable)
    #expect(state(on: "2023-02-28") == .renewable)
    #expect(state(on: "2023-03-01") == .lapsed)
  }

  @Test("a later label renews or replaces an earlier one, and both stay known")
  func later() async throws {
    let network = try await SmallProblem { $0.policy = .standard }.network()
    for (label, text) in [
      ("silver", "2016-05-01"), ("silver", "2018-05-20"), ("gold", "2020-02-10"),
    ] {
      try await network.run(.recordLabel(try #require(Label(label)), "C", on: day(text)))
    }
    let states = network.snapshot.state.register(on: day("2021-01-01")).map(\.state)
    #expect(states == [.renewed, .replaced, .valid])
    let then = network.snapshot.state.register(on: day("2019-01-01")).map(\.state)
    #expect(then == [.renewed, .valid])
  }

  @Test("what the register cannot take is refused with its place")
  func refusals() async throws {
    let network = try await SmallProblem().network()
    let command = Command.recordLabel("gold", "C", on: day("2020-02-10"))
    try await network.run(command)
    let again = await refusal { try await network.run(command) }
    #expect(again?.summary.contains("in the register already") == true)
    let unknown = await refusal {
      try await network.run(.recordLabel("platinum", "C", on: day("2020-02-10")))
    }
    #expect(unknown?.summary == "invalid label")
    let late = await refusal {
      try await network.run(.recordLabel("gold", "C", on: day("2030-02-10")))
    }
    #expect(late?.summary == "invalid awarded")
    let nobody = await refusal {
      try await network.run(.recordLabel("gold", "NOBODY", on: day("2020-02-10")))
    }
    #expect(nobody?.summary == "not found: organisation NOBODY")
  }

  @Test(
    "months end where the calendar says",
    arguments: [
      ("2023-02-01", 24, "2025-02-28"), ("2022-02-10", 24, "2024-02-29"),
      ("2022-12-31", 24, "2024-12-31"), ("2022-11-30", 1, "2022-12-31"),
      ("2022-11-30", 0, "2022-11-30"),
    ])
  func months(from: String, months: Int, end: String) {
    #expect(day(from).endOfMonth(after: months) == day(end))
  }
}
