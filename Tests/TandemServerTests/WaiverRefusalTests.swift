import TandemClient
import TandemProtocol
import Testing

/// Waivers that nobody may give.
@Suite struct WaiverRefusalTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let places: Set<String>
    let set: @Sendable (inout Wire.GrantWaiverRequest) -> Void

    init(
      _ testDescription: String, at places: Set<String>,
      _ set: @escaping @Sendable (inout Wire.GrantWaiverRequest) -> Void
    ) {
      self.testDescription = testDescription
      self.places = places
      self.set = set
    }

    /// A waiver of that rule for these.
    static func of(_ rule: String, _ experts: [String], days: Int = 0, at place: String) -> Wrong {
      Wrong("\(rule) \(experts.joined(separator: " ")) \(days)", at: [place]) {
        $0.waiver = .with {
          $0.rule = rule
          $0.experts = experts
          $0.days = days
        }
      }
    }
  }

  private static func sound(_ set: (inout Wire.GrantWaiverRequest) -> Void = { _ in })
    -> Wire.GrantWaiverRequest
  {
    var request = Wire.GrantWaiverRequest.with {
      $0.audit = "A1"
      $0.waiver = .with {
        $0.rule = "RELATED"
        $0.experts = ["E2", "E1"]
      }
      $0.until = .day(2023, 1, 31)
      $0.reason = "they never met"
    }
    set(&request)
    return request
  }

  private static let notWaivable = [
    "", "related", "NOT_ACCREDITED", "LANGUAGE", "OBJECTION", "RECUSAL", "SIZE",
    "NO_COMMON_LANGUAGE", "BUSY", "CAPACITY", "PINNED", "ANYTHING",
  ]

  private static let wrong =
    notWaivable.map { Wrong.of($0, ["E1"], at: "waiver.rule") } + [
      .of("INTEREST", [], at: "waiver.experts"),
      .of("INTEREST", ["E1", "E2"], at: "waiver.experts"),
      .of("RELATED", ["E1"], at: "waiver.experts"),
      .of("RELATED", ["E1", "E2", "E3"], at: "waiver.experts"),
      .of("RELATED", ["E1", "E1"], at: "waiver.experts"),
      .of("NO_LEAD", ["E1"], at: "waiver.experts"),
      .of("WINDOW", ["E1"], days: 5, at: "waiver.experts"),
      .of("INTEREST", ["?"], at: "waiver.experts[0]"),
      .of("RELATED", ["E1", "nobody"], at: "waiver.experts[1]"),
      .of("WINDOW", [], at: "waiver.days"),
      .of("WINDOW", [], days: -1, at: "waiver.days"),
      .of("WINDOW", [], days: 29, at: "waiver.days"),
      .of("INTEREST", ["E1"], days: 5, at: "waiver.days"),
      Wrong("no waiver", at: ["waiver"]) { $0.waiver = nil },
      Wrong("no audit", at: ["audit"]) { $0.audit = "" },
      Wrong("no end", at: ["until"]) { $0.until = nil },
      Wrong("an end that is no date", at: ["until"]) { $0.until = .day(2023, 1, 32) },
      Wrong("an end in the past", at: ["until"]) { $0.until = .day(2022, 11, 14) },
      Wrong("no reason", at: ["reason"]) { $0.reason = "" },
      Wrong("a reason too long", at: ["reason"]) {
        $0.reason = String(repeating: "x", count: 2_001)
      },
      Wrong("everything", at: ["audit", "waiver.rule", "until", "reason"]) {
        $0 = .with {
          $0.audit = "?"
          $0.waiver = .init()
        }
      },
    ]

  @Test(
    "what cannot be waived, is not waived so or has no end or reason is named", arguments: wrong)
  func wrongField(_ wrong: Wrong) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.revision()
      for isValidated in [true, false] {
        var request = Self.sound(wrong.set)
        request.validateOnly = isValidated
        let details = await refusal(client, Methods.grantWaiver, request)
        #expect(details?.code == .invalidArgument)
        #expect(Set(details?.fieldViolations.map(\.place) ?? []) == wrong.places)
      }
      #expect(try await client.revision() == before, "nothing was stored")
      #expect(try await client.audit().waivers.isEmpty)
    }
  }

  @Test("the least and the most days, and an end today, are allowed")
  func limits() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for days in [1, 28] {
        _ = try await client.call(
          Methods.grantWaiver,
          Self.sound {
            $0.waiver = .with {
              $0.rule = "WINDOW"
              $0.days = days
            }
            $0.until = .day(2022, 11, 15)
          })
      }
      #expect(try await client.audit().waivers.map(\.days) == [1, 28])
    }
  }

  @Test("a waiver is not given twice, in whatever order it names the two experts")
  func twice() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let granted = try await client.call(Methods.grantWaiver, Self.sound())
      #expect(granted.audit?.waivers.first?.experts == ["E1", "E2"])
      for experts in [["E1", "E2"], ["E2", "E1"]] {
        let details = await refusal(
          client, Methods.grantWaiver,
          Self.sound {
            $0.waiver?.experts = experts
            $0.reason = "another one"
          })
        #expect(details?.code == .failedPrecondition)
        #expect(details?.preconditionViolations.map(\.type) == ["STATE"])
        #expect(details?.message.contains("2023-01-31") == true)
      }
      #expect(try await client.audit().waivers == granted.audit?.waivers)
    }
  }

  @Test("a waiver is taken back once, with a reason, and only where it was given")
  func revoke() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.call(Methods.grantWaiver, Self.sound())
      func revoke(
        _ set: (inout Wire.RevokeWaiverRequest) -> Void = { _ in }
      ) async -> ErrorDetails? {
        var request = Wire.RevokeWaiverRequest.with {
          $0.audit = "A1"
          $0.waiver = Self.sound().waiver
          $0.reason = "they did meet"
        }
        set(&request)
        return await refusal(client, Methods.revokeWaiver, request)
      }
      let missing = await revoke {
        $0.reason = ""
        $0.waiver = nil
      }
      #expect(Set(missing?.fieldViolations.map(\.place) ?? []) == ["waiver", "reason"])
      let other = await revoke { $0.waiver?.experts = ["E1", "E3"] }
      #expect(other?.preconditionViolations.map(\.type) == ["STATE"])
      let nowhere = await revoke { $0.audit = "nobody" }
      #expect(nowhere?.code == .notFound)
      #expect(await revoke() == nil)
      let again = await revoke()
      #expect(again?.code == .failedPrecondition)
      #expect(again?.preconditionViolations.map(\.type) == ["STATE"])
    }
  }

  @Test("a withdrawn audit and one that is not there get no waiver")
  func noAudit() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let missing = await refusal(
        client, Methods.grantWaiver, Self.sound { $0.audit = "nobody" })
      #expect(missing?.code == .notFound)
      #expect(missing?.resource == .init(type: "tandem.v1.Audit", name: "nobody"))
      _ = try await client.call(
        Methods.withdrawAudit,
        .with {
          $0.id = "A1"
          $0.reason = "merged"
        })
      let withdrawn = await refusal(client, Methods.grantWaiver, Self.sound())
      #expect(withdrawn?.code == .failedPrecondition)
      #expect(withdrawn?.preconditionViolations.map(\.type) == ["STATE"])
    }
  }
}
