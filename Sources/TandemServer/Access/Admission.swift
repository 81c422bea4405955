import GRPCCore
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// Lets callers in.
public struct Admission: Sendable {
  /// Finds out who sent these metadata; throws UNAUTHENTICATED.
  package let caller: @Sendable (_ metadata: Metadata, _ moment: Moment) throws(RPCError) -> Caller
  private let failures: FailedAttempts

  private init(
    failures: FailedAttempts,
    caller: @escaping @Sendable (Metadata, Moment) throws(RPCError) -> Caller
  ) {
    self.failures = failures
    self.caller = caller
  }

  /// As ``caller``, at a cost to whoever fails: the answer waits longer each time, and after many from one
  /// address it is that there were too many. Throws UNAUTHENTICATED, or RESOURCE_EXHAUSTED.
  func caller(
    _ metadata: Metadata, from peer: String, at moment: Moment
  ) async throws(RPCError) -> Caller {
    do throws(RPCError) {
      return try caller(metadata, moment)
    } catch {
      // Who sends none guesses none.
      guard metadata["authorization"].contains(where: { _ in true }) else { throw error }
      switch failures.failed(peer, at: .now) {
      case .wait(let duration):
        // Whoever goes away does not wait.
        try? await Task.sleep(for: duration)
        throw error
      case .refuse(let retryAfter):
        throw Admission.tooMany(retryAfter)
      }
    }
  }

  /// How many wrong tokens were sent since the start.
  var failureCount: Int { failures.counts.failures }

  private static func tooMany(_ retryAfter: Duration) -> RPCError {
    let seconds = Int(retryAfter / .seconds(1)) + 1
    var details = ErrorDetails(
      .resourceExhausted, reason: "TOO_MANY_FAILURES",
      "Too many wrong tokens from this address; try again in \(seconds) s.")
    details.metadata["retry_after_seconds"] = String(seconds)
    return details.rpcError
  }

  /// By the tokens of the network.
  public static func tokens(
    of network: Network, uses: TokenUses, failures: FailedAttempts = FailedAttempts()
  ) -> Admission {
    Admission(failures: failures) { metadata, moment throws(RPCError) in
      guard let secret = try bearer(metadata) else {
        throw refusal(
          "TOKEN_MISSING",
          "No token: send `authorization: Bearer tdm_…`, which a coordinator gives out.")
      }
      let hash = TokenSecret.hash(of: secret)
      do throws(TokenFault) {
        let token = try network.snapshot.state.validToken(withSecretHash: hash, on: moment.today)
        uses.note(token.id, at: moment.time)
        return Caller(actor: token.id.text, grant: token.grant, secretHash: hash)
      } catch {
        throw ErrorDetails(Refusal.notLetIn(error)).rpcError
      }
    }
  }

  /// Everybody is the coordinator `local`: for tests, on loopback.
  public static let everybody = Admission(failures: FailedAttempts()) { _, _ in
    Caller(actor: "local", grant: .coordinator)
  }

  /// What comes after `Bearer`; nil where there is no such header.
  private static func bearer(_ metadata: Metadata) throws(RPCError) -> Substring? {
    var values = metadata[stringValues: "authorization"].makeIterator()
    guard let value = values.next() else { return nil }
    let parts = value.split(separator: " ", omittingEmptySubsequences: true)
    guard values.next() == nil, parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw refusal("TOKEN_MALFORMED", "The header authorization is not `Bearer tdm_…`, once.")
    }
    return parts[1]
  }

  private static func refusal(_ reason: String, _ message: String) -> RPCError {
    ErrorDetails(.unauthenticated, reason: reason, message).rpcError
  }
}
