import TandemClient
import TandemJournal
import TandemNetwork
import TandemProtocol
import Testing

/// The record of decisions over the wire.
@Suite struct RecordCallTests {
  @Test("an exported record checks without the server, against the head that the server told")
  func export() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E4"], note: "E3 has the flu")
      try await client.unassign()
      for (audit, decisions) in [("", 2), ("A1", 2)] {
        let answer = try await client.call(Methods.exportRecord, .with { $0.audit = audit })
        let info = try await client.call(Methods.getServerInfo, .init())
        #expect(answer.revision == info.revision)
        let head = try #require(Head("\(info.revision):\(info.head)"))
        let check = try RecordCheck.check(answer.record, expecting: head)
        #expect(check.head == head)
        #expect(check.decisions == decisions)
        #expect(String(decoding: answer.record, as: UTF8.self).contains("E3 has the flu"))
        #expect(!String(decoding: answer.record, as: UTF8.self).contains("Name of E1"))
      }
    }
  }

  @Test("an audit that is not there, no id, and a revision yet to come are refused")
  func refused() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let missing = await refusal(client, Methods.exportRecord, .with { $0.audit = "nobody" })
      #expect(missing?.code == .notFound)
      #expect(missing?.resource == .init(type: "tandem.v1.Audit", name: "nobody"))
      let bad = await refusal(client, Methods.exportRecord, .with { $0.audit = "no body" })
      #expect(bad?.fieldViolations.map(\.place) == ["audit"])
      let early = await refusal(client, Methods.exportRecord, .with { $0.minRevision = 1_000 })
      #expect(early?.fieldViolations.map(\.place) == ["min_revision"])
    }
  }
}
