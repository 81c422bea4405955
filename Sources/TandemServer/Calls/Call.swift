import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// One call as a handler sees it: who calls, and the network to answer from.
struct Call: Sendable {
  /// Who calls; the scope of request ids.
  let actor: String
  let network: Network
  /// Makes ids and request ids that a client left to the server.
  let newID: @Sendable (_ prefix: String) -> String

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
    if request.validateOnly { return try network.validate(command) }
    guard request.requestID.utf8.count <= Call.requestIDLimit else {
      throw .invalid([
        Fault(at: "request_id", "has more than \(Call.requestIDLimit) bytes")
      ])
    }
    let id = request.requestID.isEmpty ? newID("R") : request.requestID
    let identity = RequestIdentity(actor: actor, id: id, body: try body(of: request))
    return try await network.execute(command, identity)
  }

  /// The most bytes of a request id.
  static let requestIDLimit = 128

  /// The same bytes for the same request, whatever its client's encoder makes of it.
  private func body<Request: Message>(of request: Request) throws(Refusal) -> [UInt8] {
    do throws(CodecError) {
      return Array("\(Request.self):".utf8) + (try Codec.encode(request))
    } catch {
      throw .invalid([Fault(at: "", error.description)])
    }
  }
}
