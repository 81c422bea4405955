import Foundation
import Logging
import NIOCertificateReloading
import NIOSSL
import Synchronization

/// The server's certificate, which each new connection asks for: read again when somebody says so.
/// Connections that are there keep the one they began with.
final class RenewableCertificate: CertificateReloader {
  /// How long before its expiry a certificate is warned of.
  private static let notice = TimeInterval(30 * 24 * 3600)

  let files: TLSFiles
  let clientAuthority: ClientAuthority?
  private let logger: Logger
  private let now: @Sendable () -> Date
  private let current: Mutex<ServerCertificate>

  /// Throws ``ConfigurationError`` as ``ServerCertificate`` and ``ClientAuthority`` do.
  init(
    _ files: TLSFiles, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }
  ) throws(ConfigurationError) {
    let time = now()
    let certificate = try ServerCertificate(files, at: time)
    clientAuthority =
      if let path = files.clientAuthority { try ClientAuthority(path, at: time) } else { nil }
    self.files = files
    self.logger = logger
    self.now = now
    current = Mutex(certificate)
    log("certificate read", certificate, at: time)
  }

  var certificate: ServerCertificate { current.withLock { $0 } }

  var sslContextConfigurationOverride: NIOSSLContextConfigurationOverride {
    let certificate = certificate
    var override = NIOSSLContextConfigurationOverride()
    override.certificateChain = certificate.chain.map { .certificate($0) }
    override.privateKey = .privateKey(certificate.key)
    return override
  }

  /// Reads the files again; where they cannot be used the certificate stays as it was and the log
  /// says why.
  func renew() {
    let time = now()
    do throws(ConfigurationError) {
      let certificate = try ServerCertificate(files, at: time)
      current.withLock { $0 = certificate }
      log("certificate renewed", certificate, at: time)
    } catch {
      logger.error("certificate not renewed", metadata: ["reason": "\(error)"])
    }
    warnOfOtherAuthority(at: time)
  }

  /// The transport takes the authorities when it begins to listen, and no others later.
  private func warnOfOtherAuthority(at time: Date) {
    guard let path = files.clientAuthority else { return }
    let kept = "the authorities read at the start hold until a restart"
    do throws(ConfigurationError) {
      guard try ClientAuthority(path, at: time) != clientAuthority else { return }
      logger.warning("tls.client-ca has changed: \(kept)")
    } catch {
      logger.warning("tls.client-ca cannot be used: \(kept)", metadata: ["reason": "\(error)"])
    }
  }

  private func log(_ message: Logger.Message, _ certificate: ServerCertificate, at time: Date) {
    let expiry = "\(certificate.expiry.formatted(.iso8601))"
    let isNear = certificate.expiry < time + Self.notice
    logger.log(
      level: isNear ? .warning : .info, message,
      metadata: ["file": "\(files.certificate)", "valid_until": "\(expiry)"])
  }
}
