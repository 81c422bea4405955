import TandemClient
import TandemProtocol
import Testing

/// Request ids: a request that comes again is answered again and done once.
@Suite struct RepeatTests {
  private static func creation(_ id: String = "E9") -> Wire.CreateExpertRequest {
    .with {
      $0.requestID = "first"
      $0.expert = .sample(id)
    }
  }

  @Test("a request that comes again gets its first answer, after later writes and a restart too")
  func identicalAnswer() async throws {
    try await withDirectory { directory in
      try await withServer(in: directory) { client in
        let answer = try await client.call(Methods.createExpert, Self.creation())
        try await client.makeNetwork()
        _ = try await client.call(Methods.retireExpert, .with { $0.id = "E9" })
        let revision = try await client.revision()
        #expect(try await client.call(Methods.createExpert, Self.creation()) == answer)
        #expect(answer.revision == 1)
        #expect(answer.expert?.retired == false)
        #expect(try await client.revision() == revision)
      }
      try await withServer(in: directory) { client in
        let revision = try await client.revision()
        let answer = try await client.call(Methods.createExpert, Self.creation())
        #expect(answer.revision == 1)
        #expect(answer.expert?.name == "Name of E9")
        #expect(answer.expert?.retired == false)
        #expect(try await client.revision() == revision)
      }
    }
  }

  @Test("a thing that the server names has the same name when the request comes again")
  func namedByTheServer() async throws {
    try await withServer { client in
      let answer = try await client.call(Methods.createExpert, Self.creation(""))
      #expect(answer.expert?.id.hasPrefix("E-") == true)
      #expect(try await client.call(Methods.createExpert, Self.creation("")) == answer)
      let other = try await client.call(
        Methods.createExpert, .with { $0.expert = .sample("") })
      #expect(other.expert?.id.hasPrefix("E-") == true)
      #expect(other.expert?.id != answer.expert?.id)
      #expect(other.revision == 2)
    }
  }

  @Test("an update that comes again after its thing was deleted gets its first answer")
  func updateOfDeleted() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let read = try await client.call(Methods.getInterest, .with { $0.id = "I1" })
      var update = Wire.UpdateInterestRequest.with {
        $0.requestID = "update"
        $0.interest = .with {
          $0.id = "I1"
          $0.until = .day(2022, 1, 1)
        }
        $0.updateMask = .with { $0.paths = ["until"] }
        $0.revision = read.interest?.revision ?? 0
      }
      let answer = try await client.call(Methods.updateInterest, update)
      _ = try await client.call(Methods.deleteInterest, .with { $0.id = "I1" })
      #expect(try await client.call(Methods.updateInterest, update) == answer)
      update.interest?.until = .day(2022, 1, 2)
      let other = await refusal(client, Methods.updateInterest, update)
      #expect(other?.reason == "REQUEST_ID_REUSED")
      update.requestID = "another"
      let gone = await refusal(client, Methods.updateInterest, update)
      #expect(gone?.code == .notFound)
    }
  }

  @Test("a request id with another body or for another call is refused")
  func reused() async throws {
    try await withServer { client in
      _ = try await client.call(Methods.createExpert, Self.creation())
      let body = await refusal(client, Methods.createExpert, Self.creation("E8"))
      let call = await refusal(
        client, Methods.retireExpert,
        .with {
          $0.requestID = "first"
          $0.id = "E9"
        })
      for details in [body, call] {
        #expect(details?.code == .alreadyExists)
        #expect(details?.reason == "REQUEST_ID_REUSED")
      }
      #expect(try await client.revision() == 1)
    }
  }

  @Test("the same request sent many times at once is done once")
  func atOnce() async throws {
    try await withServer { client in
      let answers = try await withThrowingTaskGroup(of: Wire.CreateExpertResponse.self) { group in
        for _ in 1...16 {
          group.addTask { try await client.call(Methods.createExpert, Self.creation()) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 16)
      #expect(Set(answers).count == 1)
      #expect(try await client.revision() == 1)
    }
  }

  @Test("validating answers as if, stores nothing, and leaves the request id free")
  func validateOnly() async throws {
    try await withServer { client in
      var request = Self.creation()
      request.validateOnly = true
      let imagined = try await client.call(Methods.createExpert, request)
      #expect(imagined.expert?.name == "Name of E9")
      #expect(imagined.revision == 0)
      let missing = await refusal(client, Methods.getExpert, .with { $0.id = "E9" })
      #expect(missing?.code == .notFound)
      let stored = try await client.call(Methods.createExpert, Self.creation())
      #expect(stored.revision == 1)
      let again = await refusal(
        client, Methods.createExpert,
        .with {
          $0.validateOnly = true
          $0.expert = .sample("E9")
        })
      #expect(again?.code == .alreadyExists)
    }
  }

  @Test("a request id that is too long is refused, whether stored or only validated")
  func tooLong() async throws {
    try await withServer { client in
      for isValidated in [false, true] {
        var request = Self.creation()
        request.requestID = String(repeating: "x", count: 129)
        request.validateOnly = isValidated
        let details = await refusal(client, Methods.createExpert, request)
        #expect(details?.fieldViolations.map(\.place) == ["request_id"])
      }
      var longest = Self.creation()
      longest.requestID = String(repeating: "x", count: 128)
      _ = try await client.call(Methods.createExpert, longest)
    }
  }
}
