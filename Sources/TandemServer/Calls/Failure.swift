import GRPCCore
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

extension ErrorDetails {
  /// What a client is told of a refusal: the one place where refusals become gRPC codes.
  init(_ refusal: Refusal) {
    switch refusal {
    case .invalid(let faults):
      let first = faults.first.map { "\($0.place) \($0.reason)" } ?? "the request is not valid"
      let more =
        switch faults.count {
        case ...1: ""
        case 2: "; and one more fault"
        default: "; and \(faults.count - 1) more faults"
        }
      self.init(.invalidArgument, "INVALID_FIELDS", "\(first)\(more)".sentence)
      fieldViolations = faults
    case .notFound(let thing):
      self.init(.notFound, "NOT_FOUND", "There is no \(thing).", thing)
    case .alreadyExists(let thing):
      self.init(.alreadyExists, "ALREADY_EXISTS", "The \(thing) is there already.", thing)
    case .referenceTaken(let reference, let audit):
      self.init(
        .alreadyExists, "REFERENCE_TAKEN",
        "The reference \(reference.name) is that of the audit \(audit), which you submitted before.",
        Thing(.audit, audit.text))
    case .stale(let thing, let revision):
      self.init(
        .aborted, "STALE_REVISION",
        "The \(thing) is at revision \(revision) now, not the one that was read; read it again.",
        thing)
      metadata["revision"] = String(revision)
    case .notNow(let thing, let why):
      self.init(.failedPrecondition, "NOT_NOW", "Not possible for \(thing): \(why)".sentence, thing)
      preconditionViolations = [
        PreconditionViolation(type: "STATE", subject: thing.id, description: why)
      ]
    case .broken(let audit, let breaches):
      let sentences = breaches.map(\.sentence).joined(separator: " ")
      self.init(
        .failedPrecondition, "RULES_BROKEN", "The panel may not serve on \(audit): \(sentences)")
      preconditionViolations = breaches.map { breach in
        PreconditionViolation(
          type: breach.rule.rawValue, subject: breach.experts.map(\.text).joined(separator: ","),
          description: breach.sentence)
      }
      self.breaches = breaches.map { Wire.Breach($0) }
    case .noteMissing(_, let chosen, let best):
      let names = best.experts.sorted().map(\.text).joined(separator: " and ")
      let fault = Fault(
        at: "note",
        "is missing: \(names) from \(best.start) is the best ranked panel at cost \(best.cost), and "
          + "this one costs \(chosen.cost); say why it is taken")
      self.init(Refusal.invalid([fault]))
    case .noPanel(let audit):
      self.init(
        .failedPrecondition, "NO_PANEL",
        "No panel for \(audit) is valid; `tandem explain unfilled \(audit)` says why.",
        Thing(.audit, audit.text))
    case .planOutdated(let changes, let broken):
      let sentences = changes.map(\.sentence.sentence)
      self.init(
        .aborted, "PLAN_OUTDATED",
        "The plan was made from what is no longer so; plan again. "
          + sentences.joined(separator: " "))
      preconditionViolations = zip(changes, sentences).map { change, sentence in
        PreconditionViolation(type: "CHANGED", subject: change.thing.id, description: sentence)
      }
      breaches = broken.sorted { $0.key < $1.key }.flatMap { $0.value.map { Wire.Breach($0) } }
    case .denied(let reason): self.init(.permissionDenied, "NOT_ALLOWED", reason)
    case .notLetIn(let fault): self.init(fault)
    case .busy(let reason): self.init(.resourceExhausted, "BUSY", reason)
    case .requestReused(let id):
      self.init(
        .alreadyExists, "REQUEST_ID_REUSED",
        "The request id \(id) was used for another request; take a new one.")
    case .journal(let error):
      self.init(error)
    }
  }

  private init(_ fault: TokenFault) {
    switch fault {
    case .unknown:
      self.init(.unauthenticated, "TOKEN_UNKNOWN", "The token is none of this server's.")
    case .revoked(let id):
      self.init(.unauthenticated, "TOKEN_REVOKED", "The token \(id) is revoked.")
    case .expired(let id, let until):
      self.init(.unauthenticated, "TOKEN_EXPIRED", "The token \(id) was valid until \(until).")
    }
  }

  private init(_ error: JournalError) {
    switch error {
    case .full:
      self.init(.resourceExhausted, "STORAGE_FULL", "\(error)".clause + "; nothing was stored.")
    case .refused: self.init(.invalidArgument, "NOT_STORABLE", "\(error)".sentence)
    case .damaged, .newer, .unexpected: self.init(.dataLoss, "JOURNAL_DAMAGED", "\(error)".sentence)
    case .unavailable, .locked, .notNext, .repeated:
      self.init(
        .unavailable, "STORAGE_UNAVAILABLE", "\(error)".clause + "; send the same request again.")
    }
  }

  init(_ error: CodecError) {
    switch error {
    case .tooLarge, .tooMany, .tooMuchMemory:
      self.init(.resourceExhausted, "MESSAGE_TOO_LARGE", "Refused: \(error)".sentence)
    case .malformed(let fault):
      self.init(.invalidArgument, "MALFORMED_MESSAGE", "Refused: \(error)".sentence)
      fieldViolations = [fault]
    case .invalid(let faults):
      self.init(Refusal.invalid(faults))
    }
  }

  private init(
    _ code: StatusCode, _ reason: String, _ message: String, _ thing: Thing? = nil
  ) {
    self.init(code, reason: reason, message)
    resource = thing.map { Resource(type: "tandem.v1.\($0.kind.wireName)", name: $0.id) }
  }

  /// The error as grpc-swift sends it: status, message, and the details in the trailers.
  var rpcError: RPCError {
    let code = Status.Code(rawValue: code.rawValue).flatMap(RPCError.Code.init) ?? .internalError
    var metadata = Metadata()
    if let details = try? encodeStatus() {
      metadata.addBinary(details, forKey: "grpc-status-details-bin")
    }
    return RPCError(code: code, message: message, metadata: metadata)
  }
}

extension String {
  /// With a full stop at its end, and not two where what it quotes has one.
  fileprivate var sentence: String { clause + "." }

  /// Without one, for more to follow.
  fileprivate var clause: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Thing.Kind {
  fileprivate var wireName: String {
    switch self {
    case .expert: "Expert"
    case .organisation: "Organisation"
    case .interest: "Interest"
    case .relation: "Relation"
    case .absence: "Absence"
    case .audit: "Audit"
    case .policy: "Policy"
    case .plan: "Plan"
    case .token: "Token"
    }
  }
}

/// Runs `body` in the midst of a stream: what it refuses is thrown as the stream's status.
func refusingByStatus<Value>(_ body: () throws(Refusal) -> Value) throws -> Value {
  do throws(Refusal) {
    return try body()
  } catch {
    throw ErrorDetails(error).rpcError
  }
}
