import TandemClient
import TandemProtocol
import Testing

/// Which panels a write touches, and which it leaves alone.
@Suite struct EffectReachTests {
  @Test("an expert who retires breaks their panels, in the order of their audits' ids")
  func retire() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A0")
      try await client.assign(["E1", "E3"])
      try await client.assign(["E3", "E4"], on: .day(2023, 1, 16), to: "A0")
      let retired = try await client.call(Methods.retireExpert, .with { $0.id = "E3" })
      #expect(retired.effects.map(\.audit) == ["A0", "A1"])
      for effect in retired.effects {
        #expect(effect.breaches.map(\.rule) == ["CAPACITY"], "\(effect.audit)")
        #expect(effect.breaches.first?.experts == ["E3"], "\(effect.audit)")
        #expect(try await client.standing(effect.audit).breaches == effect.breaches)
      }
    }
  }

  @Test("a write that concerns none of the panels that stand names none")
  func untouched() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      let elsewhere = try await client.declare("I2", of: "E1", in: "O")
      #expect(elsewhere.effects.isEmpty)
      let another = try await client.declare("I3", of: "E4", in: "M2")
      #expect(another.effects.isEmpty)
      let absent = try await client.call(
        Methods.createAbsence,
        .with {
          $0.absence = .with {
            $0.expert = "E1"
            $0.firstDay = .day(2023, 1, 11)
            $0.lastDay = .day(2023, 1, 11)
          }
        })
      #expect(absent.effects.isEmpty)
      let policy = try await client.changePolicy { $0.costs?.travel = 7 }
      #expect(policy.effects.isEmpty)
      #expect(try await client.unassign().effects.isEmpty, "it does not stand any more")
      let late = try await client.declare("I4", of: "E3", in: "M2")
      #expect(late.effects.isEmpty)
    }
  }

  @Test("a second cause is named beside the first, and of two that go one leaves the other")
  func twoCauses() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      func rules(_ effects: [Wire.PanelEffect]) -> [[String]] {
        effects.map { $0.breaches.map(\.rule) }
      }
      #expect(rules(try await client.declare("I2", of: "E1", in: "M2").effects) == [["INTEREST"]])
      let both = try await client.call(
        Methods.createRelation,
        .with {
          $0.relation = .with {
            $0.id = "R2"
            $0.experts = ["E1", "E3"]
          }
        })
      #expect(rules(both.effects) == [["INTEREST", "RELATED"]])
      let again = try await client.declare("I3", of: "E3", in: "M2")
      #expect(
        rules(again.effects) == [["INTEREST", "INTEREST", "SHARED_ORGANISATION", "RELATED"]])
      let one = try await client.call(Methods.deleteInterest, .with { $0.id = "I2" })
      #expect(rules(one.effects) == [["INTEREST", "RELATED"]])
      _ = try await client.call(Methods.deleteInterest, .with { $0.id = "I3" })
      let none = try await client.call(Methods.deleteRelation, .with { $0.id = "R2" })
      #expect(rules(none.effects) == [[]])
    }
  }

  @Test("a withdrawn audit mends the panel that it had stood too near to")
  func withdrawn() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      try await client.assign(["E1", "E3"])
      try await client.assign(["E3", "E4"], on: .day(2023, 1, 12), to: "A2")
      let near = try await client.changePolicy { $0.restDays = 2 }
      #expect(near.effects.map(\.audit) == ["A1", "A2"])
      #expect(near.effects.allSatisfy { $0.breaches.map(\.rule) == ["BUSY"] })
      let withdrawn = try await client.call(
        Methods.withdrawAudit,
        .with {
          $0.id = "A2"
          $0.reason = "merged"
        })
      #expect(withdrawn.effects == [.with { $0.audit = "A1" }])
    }
  }

  @Test("an interest that ends mends the panel once it has cooled off")
  func coolingOff() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
      let created = try await client.declare("I2", of: "E1", in: "M2")
      var revision = created.revision
      func end(_ day: Wire.Date) async throws -> [Wire.PanelEffect] {
        let answer = try await client.call(
          Methods.updateInterest,
          .with { [revision] in
            $0.interest = .with {
              $0.id = "I2"
              $0.until = day
            }
            $0.updateMask = .with { $0.paths = ["until"] }
            $0.revision = revision
          })
        revision = answer.revision
        return answer.effects
      }
      // 730 days before 2023-01-10 is 2021-01-10: the last end that still counts on that day.
      let cooling = try await end(.day(2021, 1, 10))
      #expect(cooling.first?.breaches.first?.facts["cooling_off_until"] == "2023-01-10")
      #expect(try await end(.day(2021, 1, 9)) == [.with { $0.audit = "A1" }])
    }
  }
}
