import TandemClient
import TandemProtocol
import Testing

/// The list of panels that break a rule on a day.
@Suite struct BrokenPanelTests {
  private static func broken(
    _ client: TandemClient, _ set: (inout Wire.ListBrokenPanelsRequest) -> Void = { _ in }
  ) async throws -> Wire.ListBrokenPanelsResponse {
    try await client.call(Methods.listBrokenPanels, .with(set))
  }

  /// Assigns E1 and E3 to A1 on 2023-01-10, and E3 and E4 to A0 on 2023-01-17.
  private static func assignTwo(_ client: TandemClient) async throws {
    try await client.makeNetwork()
    try await client.admit("A0")
    try await client.assign(["E1", "E3"])
    try await client.assign(["E3", "E4"], on: .day(2023, 1, 17), to: "A0")
  }

  @Test(
    "broken panels come in the order of their audits' ids, on pages, each as the audit shows it")
  func listed() async throws {
    try await withServer { client in
      try await Self.assignTwo(client)
      #expect(try await Self.broken(client).panels.isEmpty)
      let written = try await client.declare("I2", of: "E3", in: "M1")
      let all = try await Self.broken(client)
      #expect(all.revision == written.revision)
      #expect(all.panels.map(\.audit) == ["A0", "A1"])
      #expect(all.panels.map(\.cluster) == ["D", "C"])
      for broken in all.panels {
        #expect(broken.panel == (try await client.standing(broken.audit)), "\(broken.audit)")
        #expect(broken.panel?.breaches.map(\.rule) == ["INTEREST"], "\(broken.audit)")
      }
      let first = try await Self.broken(client) { $0.pageSize = 1 }
      let second = try await Self.broken(client) {
        $0.pageSize = 1
        $0.pageToken = first.nextPageToken
      }
      #expect(first.panels + second.panels == all.panels)
      #expect(second.nextPageToken.isEmpty)
    }
  }

  @Test("a conflict found after an audit was held is shown on that audit, as one that was held")
  func held() async throws {
    try await withServer { client in
      try await Self.assignTwo(client)
      _ = try await client.declare("I2", of: "E3", in: "M1")
      for (day, held) in [(9, [false, false]), (10, [false, false]), (11, [false, true])] {
        let answer = try await Self.broken(client) { $0.on = .day(2023, 1, day) }
        #expect(answer.panels.map(\.audit) == ["A0", "A1"], "\(day)")
        #expect(answer.panels.map(\.held) == held, "\(day)")
        let rules = answer.panels.map { $0.panel?.breaches.map(\.rule) ?? [] }
        #expect(rules == [["INTEREST"], ["INTEREST"]], "\(day)")
      }
    }
  }

  @Test("a panel does not become broken only because its days or its window are over")
  func past() async throws {
    try await withServer { client in
      try await Self.assignTwo(client)
      for on in [Wire.Date.day(2023, 1, 12), .day(2023, 2, 1), .day(2030, 1, 1)] {
        #expect(try await Self.broken(client) { $0.on = on }.panels.isEmpty, "\(on)")
      }
    }
  }

  @Test("a waiver under which an audit was held leaves it sound after the waiver's end")
  func heldUnderWaiver() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.declare("I2", of: "E1", in: "M2")
      _ = try await client.call(
        Methods.grantWaiver,
        .with {
          $0.audit = "A1"
          $0.waiver = .with {
            $0.rule = "INTEREST"
            $0.experts = ["E1"]
          }
          $0.until = .day(2023, 1, 31)
          $0.reason = "a test"
        })
      try await client.assign(["E1", "E3"])
      #expect(try await Self.broken(client) { $0.on = .day(2023, 1, 31) }.panels.isEmpty)
      let later = try await Self.broken(client) { $0.on = .day(2023, 2, 1) }.panels
      #expect(later.isEmpty)
    }
  }

  @Test("a day that is none is refused")
  func badDay() async throws {
    try await withServer { client in
      let details = await refusal(
        client, Methods.listBrokenPanels, .with { $0.on = .day(2023, 2, 29) })
      #expect(details?.code == .invalidArgument)
      #expect(details?.fieldViolations.map(\.place) == ["on"])
    }
  }
}
