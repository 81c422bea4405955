import GRPCCore
import Synchronization
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// What becomes of calls under way when the token that let them in lets nobody in any more.
@Suite struct LetInTests {
  private static let secret = TokenSecret(Array(repeating: 1, count: TokenSecret.size))

  private let today: Today
  private let network: Network
  private let call: Call

  init() async throws {
    let today = Today(try #require(Day("2022-11-15")))
    let network = Network(
      journal: MemoryJournal(), replay: Replay(),
      clock: { _ in Moment(time: 1_668_500_000_000, today: today.day) })
    for name in ["clara", "dora"] {
      let secret =
        name == "clara" ? Self.secret : TokenSecret(Array(repeating: 2, count: TokenSecret.size))
      let token = AccessToken(
        id: try #require(TokenID(name)), grant: .coordinator, secretHash: secret.hash,
        until: today.day.adding(name == "clara" ? 0 : 9))
      _ = try await network.execute(
        .createToken(token), RequestIdentity(actor: "tandemd", id: name, body: []))
    }
    self.today = today
    self.network = network
    call = Call(
      caller: Caller(actor: "clara", grant: .coordinator, secretHash: Self.secret.hash),
      network: network, newID: { "\($0)-1" })
  }

  private func revoke() async throws {
    _ = try await network.execute(
      .revokeToken(try #require(TokenID("clara"))),
      RequestIdentity(actor: "dora", id: "revoke", body: []))
  }

  private func reason(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let error as RPCError {
      return error.metadata[binaryValues: "grpc-status-details-bin"].lazy
        .compactMap { try? ErrorDetails(decodingStatus: $0).reason }.first
    } catch {
      return (error as? Refusal).map { ErrorDetails($0).reason } ?? "\(error)"
    }
  }

  @Test("a write whose token was revoked since it was let in is refused, checked only or not")
  func write() async throws {
    try await revoke()
    for validateOnly in [true, false] {
      let request = Wire.CreateOrganisationRequest.with {
        $0.validateOnly = validateOnly
        $0.organisation = .with { $0.id = "O" }
      }
      let refused = await reason { _ = try await OrganisationHandlers.create(request, call) }
      #expect(refused == "TOKEN_REVOKED")
    }
    #expect(network.snapshot.state.organisations.isEmpty)
  }

  @Test("a write whose token has got another secret since is refused")
  func rotated() async throws {
    let other = TokenSecret(Array(repeating: 3, count: TokenSecret.size))
    _ = try await network.execute(
      .rotateToken(try #require(TokenID("clara")), other.hash, until: today.day.adding(9)),
      RequestIdentity(actor: "dora", id: "rotate", body: []))
    let refused = await reason {
      _ = try await OrganisationHandlers.create(
        .with { $0.organisation = .with { $0.id = "O" } }, call)
    }
    #expect(refused == "TOKEN_UNKNOWN")
  }

  @Test("a stream that waits is ended when its token is revoked")
  func revoked() async throws {
    let ended = await reason {
      try await call.whileLetIn {
        try await revoke()
        try await Task.sleep(for: .seconds(3_600))
      }
    }
    #expect(ended == "TOKEN_REVOKED")
  }

  @Test(
    "a stream is ended when its token has expired, with the next thing that happens at the latest")
  func expired() async throws {
    let ended = await reason {
      try await call.whileLetIn { [today, network] in
        today.day = today.day.adding(1)
        _ = try await network.execute(
          .setTravel([]), RequestIdentity(actor: "dora", id: "travel", body: []))
        try await Task.sleep(for: .seconds(3_600))
      }
    }
    #expect(ended == "TOKEN_EXPIRED")
  }

  @Test("how a stream ends is for itself to say, when its call is cancelled too")
  func cancelled() async throws {
    let call = call
    let task = Task {
      try await call.whileLetIn {
        withUnsafeCurrentTask { $0?.cancel() }
        throw RPCError(code: .dataLoss, message: "the body's own")
      }
    }
    await #expect(throws: RPCError.self) { try await task.value }
    let waiting = Task {
      try await call.whileLetIn {
        try await Task.sleep(for: .seconds(3_600))
      }
    }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }

  @Test("what others write does not end a stream")
  func goesOn() async throws {
    let written = Atomic(0)
    try await call.whileLetIn { [network] in
      for number in 0..<3 {
        _ = try await network.execute(
          .setTravel([]), RequestIdentity(actor: "dora", id: "\(number)", body: []))
        written.add(1, ordering: .relaxed)
      }
    }
    #expect(written.load(ordering: .relaxed) == 3)
  }

  @Test("planning ends with the token of who asked for it, and leaves its place to others")
  func planning() async throws {
    let handlers = PlanHandlers()
    let name = Mutex("")
    let stream = try handlers.plan(.init(), call)
    let ended = await reason {
      try await call.whileLetIn {
        try await stream.write { message in
          name.withLock { $0 = message.planning }
          try await revoke()
          try await Task.sleep(for: .seconds(3_600))
        }
      }
    }
    #expect(ended == "TOKEN_REVOKED")
    let planning = name.withLock { $0 }
    #expect(!planning.isEmpty)
    #expect(throws: Refusal.self) { try handlers.stop(.with { $0.planning = planning }, call) }
  }
}

/// The day, as a test sets it.
private final class Today: Sendable {
  private let kept: Mutex<Day>

  init(_ day: Day) { kept = Mutex(day) }

  var day: Day {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }
}
