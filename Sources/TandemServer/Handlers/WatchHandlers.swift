import GRPCCore
import Synchronization
import TandemModel
import TandemNetwork
import TandemProtocol

/// WatchService's call.
struct WatchHandlers: Sendable {
  /// How many may listen at once.
  static let mostAtOnce = 256
  /// After how many seconds without a change that is told when the request does not say, and at most.
  static let heartbeat = (default: 30, most: 300)
  /// By how many revisions a reader may fall behind further than they have been.
  static let furthestBehind = 1_000

  private let listening = Listening()

  func watch(
    _ request: Wire.WatchRequest, _ call: Call
  ) throws(Refusal) -> AnswerStream<Wire.WatchResponse> {
    let newest = call.network.snapshot
    let (view, heartbeat) = try call.read { reader in
      _ = reader.whole(request.after, 0...newest.revision, at: "after")
      let kinds = reader.distinct(request.kinds, at: "kinds") { reader, text, place in
        guard let term: Term<Event.Kind> = reader.term(text, at: place) else {
          return Event.Kind?.none
        }
        let kind = Event.Kind(rawValue: term.text)
        if kind == nil {
          reader.refuse(
            "is no kind of change; expected one such as \(Event.Kind.auditAdmitted.rawValue)",
            at: place)
        }
        return kind
      }
      let audits: [AuditID] = reader.distinct(request.audits, at: "audits") { $0.id($1, at: $2) }
      let view = ChangeView(caller: call.caller, kinds: Set(kinds), audits: Set(audits))
      return reader.whole(
        request.heartbeatSeconds, 0...Self.heartbeat.most, at: "heartbeat_seconds"
      ).map { (view, Duration.seconds($0 == 0 ? Self.heartbeat.default : $0)) }
    }
    for audit in view.audits.sorted() { try call.refuseUnseen(audit, in: newest.state) }
    let watch = Watch(call: call, view: view, after: request.after, heartbeat: heartbeat)
    return AnswerStream(revision: newest.revision) { send in
      // Only here: who has gone away by now is not written to, and this is never run.
      try refusingByStatus(listening.begin)
      defer { listening.end() }
      try await watch.run(send)
    }
  }
}

extension Call {
  /// Experts may know of the audits on which they sit.
  fileprivate func refuseUnseen(_ audit: AuditID, in state: NetworkState) throws(Refusal) {
    guard let own = caller.ownExpert else { return try refuseForeign(audit, in: state) }
    guard state.audits[audit]?.seated.contains(own) == true else {
      throw .notFound(Thing(.audit, audit.text))
    }
  }
}

/// How many listen.
private final class Listening: Sendable {
  private let count = Mutex(0)

  /// Throws `busy` when as many listen as may.
  func begin() throws(Refusal) {
    try count.withLock { count throws(Refusal) in
      guard count < WatchHandlers.mostAtOnce else {
        throw .busy("\(WatchHandlers.mostAtOnce) are listening already; try again later.")
      }
      count += 1
    }
  }

  func end() { count.withLock { $0 -= 1 } }
}

/// One caller who listens.
private struct Watch: Sendable {
  let call: Call
  let view: ChangeView
  let after: Int
  let heartbeat: Duration

  typealias Send = @Sendable (Wire.WatchResponse) async throws -> Void

  /// Sends what there is and what comes, until the caller goes away, the server stops or the caller
  /// falls behind.
  func run(_ send: @escaping Send) async throws {
    // One element when there is something to look at.
    let (wakes, wake) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    // It has no elements, and ends with the call.
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    let writes = call.network.writes.heard()
    let pace = Pace(reached: after, newest: call.network.snapshot.revision)
    wake.yield()
    try await withCallEndHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await _ in writes {
            try pace.refuseIfBehind(call.network.snapshot.revision)
            wake.yield()
          }
        }
        group.addTask {
          while !Task.isCancelled {
            try? await Task.sleep(for: heartbeat / 2)
            wake.yield()
          }
        }
        group.addTask { try await tell(at: wakes, pace, send) }
        // Also in the midst of a long past, and when the reader takes no more.
        group.addTask { for await _ in stops {} }
        // Whichever ends first ends the others.
        defer { group.cancelAll() }
        try await group.next()
      }
    } onEnd: {
      stop.finish()
    }
    throw RPCError(
      code: .unavailable,
      message: "The server stops; go on after revision \(pace.revision).")
  }

  private func tell(at wakes: AsyncStream<Void>, _ pace: Pace, _ send: @escaping Send) async throws
  {
    var follower = Follower(call.network, after: after)
    var told: ContinuousClock.Instant?
    for await _ in wakes {
      while let outcome = try refusingByStatus({ () throws(Refusal) in try follower.next() }) {
        let changes = view.changes(of: outcome)
        if !changes.isEmpty {
          try await send(Wire.WatchResponse(changes, of: outcome))
          told = call.instant()
        }
        pace.reach(outcome.revision, newest: call.network.snapshot.revision)
        try Task.checkCancellation()
        // Others have something to do too, while a long past is gone through.
        if outcome.revision % 256 == 0 { await Task.yield() }
      }
      let isDue = told.map { $0.duration(to: call.instant()) >= heartbeat } ?? true
      guard isDue else { continue }
      try await send(.with { $0.revision = follower.revision })
      told = call.instant()
    }
  }

}

extension Wire.WatchResponse {
  fileprivate init(_ changes: [Wire.Change], of outcome: Outcome) {
    self.init()
    revision = outcome.revision
    actor = outcome.origin.actor
    time = Wire.Timestamp(milliseconds: outcome.origin.time)
    self.changes = changes
  }
}

/// How far a reader has come, and whether they keep up.
private final class Pace: Sendable {
  private struct Place {
    var revision: Int
    /// By how many revisions they were behind at the least.
    var closest: Int
  }

  private let place: Mutex<Place>

  init(reached revision: Int, newest: Int) {
    place = Mutex(Place(revision: revision, closest: newest - revision))
  }

  var revision: Int { place.withLock { $0.revision } }

  func reach(_ revision: Int, newest: Int) {
    place.withLock {
      $0.revision = revision
      $0.closest = min($0.closest, newest - revision)
    }
  }

  func refuseIfBehind(_ newest: Int) throws {
    let place = place.withLock { $0 }
    guard newest - place.revision > place.closest + WatchHandlers.furthestBehind else { return }
    var details = ErrorDetails(
      .resourceExhausted, reason: "READER_TOO_SLOW",
      "You read more slowly than is written; go on after revision \(place.revision).")
    details.metadata["revision"] = String(place.revision)
    throw details.rpcError
  }
}
