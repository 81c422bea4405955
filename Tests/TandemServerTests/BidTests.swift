import TandemProtocol
import Testing

@testable import TandemServer

/// What experts say before anybody asks them: bids on open audits, and that their interests are complete.
@Suite struct BidTests {
  @Test("an expert sees the open audits on which they could serve, and bids on these only")
  func bids() async throws {
    try await AccessNetwork.serving { client in
      let expert = client.by("e1")
      let open = try await expert.answer(Methods.listOpenAudits) { $0.expert = "E1" }
      #expect(open.audits.map(\.audit) == ["A2"] && open.audits[0].bid == 1)
      let placed = try await expert.answer(Methods.placeBid) {
        $0.audit = "A2"
        $0.expert = "E1"
      }
      #expect(placed.audit?.bid == 0)
      let audit = try await client.by("clara").answer(Methods.getAudit) { $0.id = "A2" }.audit
      #expect(audit?.bids == [.with { $0.expert = "E1" }])
      _ = try await expert.answer(Methods.placeBid) {
        ($0.audit, $0.expert, $0.bid) = ("A2", "E1", 1)
      }
      let after = try await client.by("clara").answer(Methods.getAudit) { $0.id = "A2" }.audit
      #expect(after?.bids == [])
      // A1 has a panel, A3 is not admitted, A9 is not there; E3 is somebody else.
      for (audit, expert) in [("A1", "E1"), ("A3", "E1"), ("A9", "E1"), ("A2", "E3")] {
        let answer = try await client.by("e1").call(Methods.placeBid) {
          ($0.audit, $0.expert) = (audit, expert)
        }
        #expect(answer.code == .notFound, "\(audit) \(expert)")
      }
    }
  }

  @Test("an audit from which a rule keeps an expert is not offered to them")
  func barred() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      func open() async throws -> [String] {
        try await client.call(Methods.listOpenAudits, .with { $0.expert = "E2" }).audits.map(
          \.audit)
      }
      #expect(try await open() == ["A1", "A2"])
      _ = try await client.declare("I7", of: "E2", in: "M1")
      #expect(try await open() == [])
    }
  }

  @Test("whoever asks for silver without two bronze labels is warned, and is not refused")
  func preconditions() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      func warnings(_ id: String) async throws -> [String] {
        try await client.call(Methods.submitAudit, .with { $0.audit = .sample(id) }).warnings
      }
      #expect(
        try await warnings("S1") == [
          "C was awarded bronze 0 times, and silver is asked for after 2."
        ])
      for year in [2018, 2020] {
        _ = try await client.call(
          Methods.recordLabel,
          .with {
            $0.cluster = "C"
            $0.label = "bronze"
            $0.awarded = .day(year, 5, 1)
          })
      }
      #expect(try await warnings("S2") == [])
    }
  }
}
