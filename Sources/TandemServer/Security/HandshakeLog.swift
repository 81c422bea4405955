import Logging

/// Logs why TLS handshakes fail: of one address no more lines than ``FailedAttempts`` lets it send wrong
/// tokens, so that nobody fills the disk from outside. The count in each line shows what was left out.
final class HandshakeLog: Sendable {
  private let failures = FailedAttempts()
  private let logger: Logger

  init(_ logger: Logger) { self.logger = logger }

  /// `address` is an IP address; it is counted by, and not logged.
  func note(
    _ failure: HandshakeFailure, from address: String, at now: ContinuousClock.Instant = .now
  ) {
    guard case .wait = failures.failed(address, at: now) else { return }
    logger.log(
      level: failure.isUsual ? .debug : .info, "TLS handshake failed",
      metadata: [
        "reason": "\(failure.rawValue)", "failed_handshakes": "\(failures.counts.failures)",
      ])
  }
}
