import GRPCCore
import Logging
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// A network with callers of every role: the expert E1, a partner that speaks for the cluster C, and things
/// of each that are somebody else's.
struct AccessNetwork {
  static let secrets: [String: TokenSecret] = Dictionary(
    uniqueKeysWithValues: ["clara", "e1", "c-tool", "watcher", "gone", "old"].enumerated().map {
      ($1, TokenSecret(Array(repeating: UInt8($0 + 1), count: TokenSecret.size)))
    })
  static let names: [Role: String] = [
    .coordinator: "clara", .expert: "e1", .partner: "c-tool", .observer: "watcher",
  ]

  let address: ServerAddress

  /// What goes with a call of somebody.
  static func metadata(of name: String) -> Metadata {
    ["authorization": "Bearer \(secrets[name]?.text ?? name)"]
  }

  /// Runs `body` against a server that lets in who has a token.
  static func serving(
    logger: Logger = .silent, on today: String = "2022-11-15",
    _ body: @Sendable @escaping (RawClient) async throws -> Void
  ) async throws {
    try await serving(try await prepared(), logger: logger, on: today, body)
  }

  /// As ``serving(logger:on:_:)``, from what is known by now: a day later, say.
  static func serving(
    _ journal: MemoryJournal, logger: Logger = .silent, on today: String,
    _ body: @Sendable @escaping (RawClient) async throws -> Void
  ) async throws {
    try await withServerAddress(journal, admission: nil, on: today, logger: logger) { address in
      try await RawClient.connected(to: address, body)
    }
  }

  static func prepared() async throws -> MemoryJournal {
    let journal = MemoryJournal()
    try await withServer(journal) { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      _ = try await client.declare("I3", of: "E3", in: "O")
      _ = try await client.call(
        Methods.createRelation,
        .with {
          $0.relation = .with {
            $0.id = "R3"
            $0.experts = ["E3", "E4"]
          }
        })
      _ = try await client.call(
        Methods.createAbsence,
        .with {
          $0.absence = .with {
            $0.id = "B3"
            $0.expert = "E3"
            $0.firstDay = .day(2023, 6, 1)
            $0.lastDay = .day(2023, 6, 2)
          }
        })
      _ = try await client.call(Methods.submitAudit, .with { $0.audit = .sample("A3") })
      _ = try await client.call(Methods.assignPanel, .with { $0.audit = "A1" })
    }
    try await prepare(journal)
    return journal
  }

  /// Gives callers of these names tokens for so many days.
  static func admitCallers(
    to journal: MemoryJournal, on today: Day, for days: Int, _ grants: [(String, Grant)]
  ) async throws {
    let network = Network(
      journal: journal, replay: Replay(), clock: { _ in Moment(time: 0, today: today) })
    for (name, grant) in grants {
      let token = AccessToken(
        id: try #require(TokenID(name)), grant: grant,
        secretHash: try #require(secrets[name]).hash, until: today.adding(days))
      _ = try await network.execute(
        .createToken(token), RequestIdentity(actor: "tandemd", id: name, body: []))
    }
  }

  /// Gives everybody a token, and E1 what they have recorded themselves.
  private static func prepare(_ journal: MemoryJournal) async throws {
    var replay = Replay()
    replay.take(journal.keys())
    try journal.records { try replay.fold($0) }
    let today = try #require(Day("2022-11-15"))
    let network = Network(
      journal: journal, replay: replay,
      clock: { _ in Moment(time: 1_668_500_000_000, today: today) })
    let cluster = try #require(OrganisationID("C"))
    let expert = try #require(ExpertID("E1"))
    let grants: [(String, Grant, Int)] = [
      ("clara", .coordinator, 365), ("e1", .expert(expert), 365),
      ("c-tool", .partner([cluster]), 365),
      ("watcher", .observer, 365), ("gone", .coordinator, 365), ("old", .coordinator, 1),
    ]
    for (name, grant, days) in grants {
      let token = AccessToken(
        id: try #require(TokenID(name)), grant: grant,
        secretHash: try #require(secrets[name]).hash, until: today.adding(days))
      _ = try await network.execute(
        .createToken(token), RequestIdentity(actor: "tandemd", id: name, body: []))
    }
    _ = try await network.execute(
      .revokeToken(try #require(TokenID("gone"))),
      RequestIdentity(actor: "clara", id: "revoke", body: []))
    let other = try #require(ExpertID("E2"))
    let relation = try #require(Relation(expert, other))
    let organisation = try #require(OrganisationID("O"))
    let kind = try #require(InterestKind("family"))
    let recorded: [Command] = [
      .createInterest(
        try #require(InterestID("I5")),
        Interest(expert: expert, organisation: organisation, kind: kind, until: nil)),
      .createRelation(try #require(RelationID("R5")), relation),
      .createAbsence(
        try #require(AbsenceID("B5")), Absence(expert: expert, days: today...today.adding(1))),
    ]
    for (number, command) in recorded.enumerated() {
      _ = try await network.execute(
        command, RequestIdentity(actor: "e1", id: "\(number)", body: []))
    }
  }
}

extension RawClient {
  /// As somebody who has a token.
  func by(_ name: String) -> RawClient {
    var client = self
    client.metadata = AccessNetwork.metadata(of: name)
    return client
  }

  /// Makes a call.
  func call<Request: Message, Response>(
    _ method: Method<Request, Response>, _ set: (inout Request) -> Void
  ) async throws -> Answer {
    try await call(method.path, Codec.encode(Request.with(set)))
  }

  /// Makes a call that is to be answered.
  func answer<Request: Message, Response>(
    _ method: Method<Request, Response>, _ set: (inout Request) -> Void
  ) async throws -> Response {
    let answer = try await call(method, set)
    try #require(answer.code == nil, "\(method.name): \(answer.details?.message ?? "")")
    return try answer.bytes.withUnsafeBytes {
      try Codec.decode(Response.self, from: $0, limits: .answer, unknownEnumValues: .refused)
    }
  }

  /// Makes a token for a partner that speaks for C; a client with it.
  func partner(_ name: String) async throws -> RawClient {
    let made = try await by("clara").answer(Methods.createToken) {
      $0.token = .with {
        $0.id = name
        $0.role = .partner
        $0.clusters = ["C"]
      }
    }
    return by(made.secret)
  }
}
