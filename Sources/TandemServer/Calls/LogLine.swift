import GRPCCore
import Logging
import Synchronization
import TandemProtocol

/// The line that the log has for a call, whatever becomes of it: written when the call ends, or when nobody
/// is left who could end it, as where a client goes away before the first message of a stream.
final class LogLine: Sendable {
  struct Fields: Sendable {
    /// The token's name; empty where nobody was let in.
    var actor = ""
    var requestID = ""
    /// How many wrong tokens were sent so far, where nobody was let in.
    var failedAuthentications: Int?
  }

  private let method: String
  private let logger: Logger
  let began = ContinuousClock.now
  private let fields = Mutex(Fields())
  private let isWritten = Atomic(false)

  init(_ method: some AnyMethod, _ logger: Logger) {
    self.method = "\(method.service)/\(method.name)"
    self.logger = logger
  }

  func note(_ change: (inout Fields) -> Void) { fields.withLock { change(&$0) } }

  /// Whether somebody was let in.
  var hasActor: Bool { fields.withLock { !$0.actor.isEmpty } }

  /// Writes the line, the first time.
  func end(_ error: (any Error)?) {
    switch error {
    case nil: end(Status.Code.ok)
    case let error as RPCError: end(Status.Code(error.code))
    case is CancellationError: end(Status.Code.cancelled)
    default: end(Status.Code.unknown)
    }
  }

  private func end(_ code: Status.Code) {
    guard !isWritten.exchange(true, ordering: .relaxed) else { return }
    let fields = fields.withLock { $0 }
    let took = began.duration(to: .now) / .milliseconds(1)
    var metadata: Logger.Metadata = [
      "method": "\(method)", "actor": "\(fields.actor)",
      "request_id": "\(fields.requestID.prefix(Call.requestIDLimit).withoutSecrets)",
      "status": "\(code)", "ms": "\((took * 1000).rounded() / 1000)",
    ]
    if let count = fields.failedAuthentications {
      metadata["failed_authentications"] = "\(count)"
    }
    logger.info("call", metadata: metadata)
  }

  deinit { end(Status.Code.cancelled) }
}
