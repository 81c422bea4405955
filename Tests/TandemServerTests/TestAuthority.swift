import Crypto
import Foundation
import TandemServer
import X509

/// An authority whose certificates are whatever a test needs.
struct TestAuthority {
  /// Long ago and far ahead, so that no run of the tests comes near an end of theirs.
  static let valid = date(2020)...date(2200)
  static let past = date(2001)...date(2002)
  static let future = date(2150)...date(2151)

  private let name: DistinguishedName
  private let key = P256.Signing.PrivateKey()
  private let certificate: Certificate

  init(_ name: String = "authority", valid period: ClosedRange<Date> = valid) throws {
    self.name = try DistinguishedName { CommonName(name) }
    certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(),
      publicKey: Certificate.PublicKey(key.publicKey), notValidBefore: period.lowerBound,
      notValidAfter: period.upperBound, issuer: self.name, subject: self.name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      }, issuerPrivateKey: Certificate.PrivateKey(key))
  }

  /// Writes the authority's own certificate.
  func write(to path: String) throws { try Self.write(try pem, to: path) }

  var pem: String { get throws { try certificate.serializeAsPEM().pemString + "\n" } }

  /// A certificate for a host, or for a client where there is none, and its key.
  func issue(
    for host: String?, valid period: ClosedRange<Date> = valid
  ) throws -> (certificate: String, key: String) {
    let leaf = P256.Signing.PrivateKey()
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(),
      publicKey: Certificate.PublicKey(leaf.publicKey), notValidBefore: period.lowerBound,
      notValidAfter: period.upperBound, issuer: name,
      subject: DistinguishedName { CommonName(host ?? "client") },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage(host == nil ? [.clientAuth] : [.serverAuth])
        if let host { SubjectAlternativeNames([.dnsName(host)]) }
      }, issuerPrivateKey: Certificate.PrivateKey(key))
    return (try certificate.serializeAsPEM().pemString + "\n", leaf.pemRepresentation + "\n")
  }

  /// As ``issue(for:valid:)``, written into `directory` as `NAME.pem` and `NAME-key.pem`.
  @discardableResult
  func write(
    for host: String? = "localhost", valid period: ClosedRange<Date> = valid, in directory: String,
    as name: String = "server"
  ) throws -> TLSFiles {
    let (certificate, key) = try issue(for: host, valid: period)
    let files = TLSFiles(
      certificate: "\(directory)/\(name).pem", key: "\(directory)/\(name)-key.pem")
    try Self.write(certificate, to: files.certificate)
    try Self.write(key, to: files.key, mode: 0o600)
    return files
  }

  static func write(_ text: String, to path: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private static func date(_ year: Int) -> Date {
    Date(timeIntervalSince1970: Double(year - 1970) * 365.2425 * 86_400)
  }
}
