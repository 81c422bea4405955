import TandemClient
import TandemProtocol
import Testing

/// Every version of the policy, who made it, when and why.
@Suite struct PolicyVersionTests {
  private static func versions(
    _ client: TandemClient, _ set: (inout Wire.ListPolicyVersionsRequest) -> Void = { _ in }
  ) async throws -> Wire.ListPolicyVersionsResponse {
    try await client.call(Methods.listPolicyVersions, .with(set))
  }

  @Test("versions are listed newest first, each with its author, time and note")
  func listed() async throws {
    try await withServer { client in
      let first = try await Self.versions(client).versions
      #expect(first.map { $0.policy?.version } == [0])
      #expect(first.first?.author.isEmpty == true, "it came with the program")
      #expect(first.first?.time == nil)
      #expect(first.first?.note.isEmpty == true)
      for rest in 2...4 {
        try await client.changePolicy(note: "\(rest) days of rest") { $0.restDays = rest }
      }
      let answer = try await Self.versions(client)
      #expect(answer.revision == 3)
      #expect(answer.versions.map { $0.policy?.version } == [3, 2, 1, 0])
      #expect(answer.versions.map { $0.policy?.restDays } == [4, 3, 2, 1])
      #expect(
        answer.versions.map(\.note)
          == ["4 days of rest", "3 days of rest", "2 days of rest", ""])
      #expect(answer.versions.map(\.author) == ["local", "local", "local", ""])
      #expect(answer.versions.dropLast().allSatisfy { $0.time?.seconds == 1_668_500_000 })
      #expect(answer.versions.last == first.last, "the oldest is what it was")
    }
  }

  @Test("pages of versions hold each one once, also when a new one comes between them")
  func pages() async throws {
    try await withServer { client in
      for rest in 2...5 { try await client.changePolicy { $0.restDays = rest } }
      let one = try await Self.versions(client) { $0.pageSize = 2 }
      #expect(one.versions.map { $0.policy?.version } == [4, 3])
      try await client.changePolicy { $0.restDays = 6 }
      let two = try await Self.versions(client) {
        $0.pageSize = 2
        $0.pageToken = one.nextPageToken
      }
      #expect(two.versions.map { $0.policy?.version } == [2, 1])
      try #require(!two.nextPageToken.isEmpty)
      let three = try await Self.versions(client) {
        $0.pageSize = 2
        $0.pageToken = two.nextPageToken
      }
      #expect(three.versions.map { $0.policy?.version } == [0])
      #expect(three.nextPageToken.isEmpty)
    }
  }

  @Test("a version is read by its number, and the one in force without one")
  func get() async throws {
    try await withServer { client in
      let standard = try await client.call(Methods.getPolicy, .init()).policy
      let one = try await client.changePolicy { $0.restDays = 2 }.policy
      let two = try await client.changePolicy {
        $0.restDays = 3
        $0.sameCountry = .forbid
      }.policy
      #expect([standard, one, two].map { $0?.version } == [0, 1, 2])
      for (version, policy) in [(1, one), (2, two), (0, two)] {
        let read = try await client.call(Methods.getPolicy, .with { $0.version = version })
        #expect(read.policy == policy, "\(version)")
      }
      let listed = try await Self.versions(client).versions
      #expect(listed.map(\.policy) == [two, one, standard])
    }
  }

  @Test("a version that is not there is refused, with those that are")
  func unknown() async throws {
    try await withServer { client in
      try await client.changePolicy { $0.restDays = 2 }
      for version in [2, -1, Int(Int32.max)] {
        let details = await refusal(client, Methods.getPolicy, .with { $0.version = version })
        #expect(details?.code == .invalidArgument, "\(version)")
        #expect(details?.fieldViolations.map(\.place) == ["version"], "\(version)")
        #expect(details?.message.contains("0 to 1") == true, "\(version)")
      }
    }
  }

  @Test("a new version is refused without a note, and says so beside all else that is wrong")
  func note() async throws {
    try await withServer { client in
      let read = try await client.call(Methods.getPolicy, .init())
      func places(
        _ note: String, _ edit: (inout Wire.Policy) -> Void = { _ in }
      ) async -> Set<String> {
        var policy = read.policy ?? Wire.Policy()
        edit(&policy)
        let details = await refusal(
          client, Methods.setPolicy,
          .with { [policy] in
            $0.policy = policy
            $0.revision = read.revision
            $0.note = note
          })
        return Set(details?.fieldViolations.map(\.place) ?? [])
      }
      #expect(await places("") == ["note"])
      #expect(await places(String(repeating: "x", count: 2_001)) == ["note"])
      #expect(
        await places("") {
          $0.restDays = 31
          $0.costs = nil
        } == ["note", "policy.rest_days", "policy.costs"])
      #expect(try await client.revision() == 0)
      #expect(await places(String(repeating: "x", count: 2_000)).isEmpty)
    }
  }

  @Test("each assignment names the version that it was decided under")
  func assignments() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      try await client.assign(["E3", "E4"])
      try await client.changePolicy { $0.costs?.bid = 5 }
      let second = try await client.assign(["E3", "E4"], on: .day(2023, 1, 17), to: "A2")
      #expect(second.audit?.panel?.decision?.policyVersion == 1)
      try await client.changePolicy { $0.costs?.bid = 6 }
      let listed = try await client.call(Methods.listAssignments, .with { $0.expert = "E4" })
      #expect(listed.assignments.map(\.audit) == ["A1", "A2"])
      #expect(listed.assignments.map { $0.panel?.decision?.policyVersion } == [0, 1])
      try await client.unassign()
      let again = try await client.assign(["E3", "E4"])
      #expect(again.audit?.panel?.decision?.policyVersion == 2)
      #expect(try await client.standing("A2").decision?.policyVersion == 1)
    }
  }
}
