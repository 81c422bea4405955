import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// One call as a handler sees it: who calls, and the network to answer from.
struct Call: Sendable {
  let caller: Caller
  let network: Network
  /// Makes request ids, and ids for requests without one, that a client left to the server.
  let newID: @Sendable (_ prefix: String) -> String
  /// When the answer comes too late for who asked; nil for never.
  var deadline: ContinuousClock.Instant?
  var instant: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }

  /// Who acts; the scope of request ids.
  var actor: String { caller.actor }

  var today: Day { network.now.today }

  /// Reads a request's fields; throws all their faults.
  func read<Value>(_ body: (inout FieldReader) -> Value?) throws(Refusal) -> Value {
    var reader = FieldReader()
    let value = body(&reader)
    guard let value, reader.faults.isEmpty else { throw .invalid(reader.faults) }
    return value
  }

  /// The newest state, which must reflect the revision that the request asks for.
  func snapshot(for request: some ReadRequest) throws(Refusal) -> Snapshot {
    let snapshot = network.snapshot
    guard request.minRevision <= snapshot.revision else {
      throw .invalid([
        Fault(
          at: "min_revision",
          "is \(request.minRevision), and the newest revision is \(snapshot.revision)")
      ])
    }
    return snapshot
  }

  /// Hands the command to the network. The answer is the state right after it: made just now, made
  /// when the same request was accepted before, or only imagined when the request asks to validate.
  func write(
    _ request: some WriteRequest, _ command: Command
  ) async throws(Refusal) -> Outcome {
    try await write(request) { _ in command }
  }

  /// As ``write(_:_:)``, for a command that is made from things as they stand when it is decided, and
  /// from what the caller may do with them.
  func write(
    _ request: some WriteRequest, _ intent: @escaping Network.Intent
  ) async throws(Refusal) -> Outcome {
    let identity = try identity(of: request)
    let letIn: Network.Intent = { [caller, network] state throws(Refusal) in
      // Since the call was let in, its token may have been revoked.
      try caller.refuseUnlessLetIn(by: state, on: network.now.today)
      return try intent(state)
    }
    if request.validateOnly { return try network.validate(by: actor, letIn) }
    return try await network.execute(identity, letIn)
  }

  /// What a write answers: its revision, the standing panels that it broke or mended, and what `fill`
  /// sets.
  func answer<Response: WriteAnswer>(
    _ outcome: Outcome, _ fill: (inout Response) -> Void = { _ in }
  ) -> Response {
    .with {
      $0.revision = outcome.revision
      $0.effects = outcome.effects(on: today).map(Wire.PanelEffect.init)
      fill(&$0)
    }
  }

  /// An id for a thing that the request leaves the server to name: the same when the request comes
  /// again, so that its answer is the same too.
  func id(_ prefix: String, for request: some WriteRequest) -> String {
    guard !request.requestID.isEmpty else { return newID(prefix) }
    return Call.derivedID(prefix, actor, request.requestID)
  }

  /// An id that is the same for the same parts, whoever asks and whenever.
  static func derivedID(_ prefix: String, _ parts: String...) -> String {
    let hash = Hash(of: Array(parts.joined(separator: "/").utf8))
    return "\(prefix)-\(hash.description.prefix(12))"
  }

  /// The most bytes of a request id.
  static let requestIDLimit = 128

  private func identity(of request: some WriteRequest) throws(Refusal) -> RequestIdentity {
    guard request.requestID.utf8.count <= Call.requestIDLimit else {
      throw .invalid([
        Fault(at: "request_id", "has more than \(Call.requestIDLimit) bytes; send a shorter one")
      ])
    }
    let id = request.requestID.isEmpty ? newID("R") : request.requestID
    return RequestIdentity(actor: actor, id: id, body: try body(of: request))
  }

  /// The same bytes for the same request, whatever its client's encoder makes of it.
  func body<Request: Message>(of request: Request) throws(Refusal) -> [UInt8] {
    do throws(CodecError) {
      return Array("\(Request.self):".utf8) + (try Codec.encode(request))
    } catch {
      throw .invalid([Fault(at: "", error.description)])
    }
  }
}
