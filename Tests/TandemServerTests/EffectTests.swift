import TandemClient
import TandemProtocol
import Testing

/// The panels that a write broke or mended, as its answer names them.
@Suite struct EffectTests {
  @Test(
    "a write names the panel that it breaks, with its evidence, and that it mends",
    arguments: EffectChange.all)
  func broken(_ change: EffectChange) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      let happened = try await change.happen(client, EffectChange.Sending())
      #expect(happened.effects.map(\.audit) == ["A1"])
      let breaches = happened.effects.first?.breaches ?? []
      #expect(breaches.map(\.rule) == [change.rule])
      #expect(breaches.first?.facts == change.facts)
      #expect(breaches.first?.sentence.hasSuffix(".") == true)
      #expect(try await client.standing().breaches == breaches)
      let mended = try await change.mend(client, EffectChange.Sending())
      #expect(mended.effects == [.with { $0.audit = "A1" }])
      #expect(try await client.standing().breaches.isEmpty)
    }
  }

  @Test(
    "a write that is only validated names its effects and has none", arguments: EffectChange.all)
  func validated(_ change: EffectChange) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.assign(["E1", "E3"])
      let imagined = try await change.happen(client, EffectChange.Sending(isValidated: true))
      #expect(imagined.effects.first?.breaches.map(\.rule) == [change.rule])
      #expect(try await client.revision() == before.revision)
      #expect(try await client.audit() == before.audit)
      let happened = try await change.happen(client, EffectChange.Sending())
      #expect(happened.revision == before.revision + 1)
      #expect(imagined.effects == happened.effects)
      let mended = try await change.mend(client, EffectChange.Sending(isValidated: true))
      #expect(mended.effects == [.with { $0.audit = "A1" }])
      #expect(try await client.standing().breaches.map(\.rule) == [change.rule])
    }
  }

  @Test("a request that comes again gets the effects that it had, whatever came since")
  func repeated() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      let change = EffectChange.all[0]
      let happened = try await change.happen(client, EffectChange.Sending(requestID: "happen"))
      #expect(happened.effects.count == 1)
      #expect(
        try await change.happen(client, EffectChange.Sending(requestID: "happen")) == happened)
      let mended = try await change.mend(client, EffectChange.Sending(requestID: "mend"))
      #expect(mended.effects.first?.breaches.isEmpty == true)
      try await client.unassign()
      let revision = try await client.revision()
      #expect(
        try await change.happen(client, EffectChange.Sending(requestID: "happen")) == happened)
      #expect(try await change.mend(client, EffectChange.Sending(requestID: "mend")) == mended)
      #expect(try await client.revision() == revision)
    }
  }

  @Test("a request that comes again after a restart gets the effects that it had")
  func repeatedAfterRestart() async throws {
    try await withDirectory { directory in
      let change = EffectChange.all[0]
      let sending = EffectChange.Sending(requestID: "happen")
      let happened = Box()
      try await withServer(in: directory) { client in
        try await client.makeNetwork()
        try await client.assign(["E1", "E3"])
        await happened.set(try await change.happen(client, sending))
        _ = try await change.mend(client, EffectChange.Sending())
      }
      try await withServer(in: directory) { client in
        let again = try await change.happen(client, sending)
        #expect(again.effects.first?.breaches.map(\.rule) == ["INTEREST"])
        #expect(again == (await happened.sent))
      }
    }
  }

  private actor Box {
    private(set) var sent: EffectChange.Sent?
    func set(_ sent: EffectChange.Sent) { self.sent = sent }
  }
}
