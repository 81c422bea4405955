import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate for trying TLS out, by an authority made for it alone.
///
/// The authority's key is forgotten as soon as it has signed: who trusts `ca.pem` trusts this one
/// certificate and no other, ever.
public struct DevelopmentCertificate: Sendable {
  /// The names of the files in their directory.
  public static let authorityName = "ca.pem"
  public static let certificateName = "server.pem"
  public static let keyName = "server-key.pem"
  /// What a certificate is always for.
  public static let hosts = ["localhost", "127.0.0.1", "::1"]
  /// How long it is valid.
  public static let days = 365
  /// The clocks of two machines may differ by so much.
  private static let clockSkew = TimeInterval(3600)

  /// PEM, for clients to trust.
  public let authority: String
  /// PEM, for the server to show.
  public let certificate: String
  /// PEM, for the server to keep.
  public let key: String
  /// The names and IP addresses that it is for.
  public let hosts: [String]
  public let expiry: Date

  /// Makes a certificate for this machine and for `hosts`, names or IP addresses, valid for a year.
  ///
  /// Throws ``ConfigurationError`` for a host that is neither.
  public init(hosts: [String] = [], now: Date) throws {
    self.hosts = Self.hosts + hosts.filter { !Self.hosts.contains($0) }
    let names = try self.hosts.map(Self.name)
    let start = now - Self.clockSkew
    // Certificates count whole seconds.
    let end = Date(
      timeIntervalSince1970: (now.timeIntervalSince1970 + Double(Self.days) * 86_400).rounded(.down)
    )
    expiry = end
    let (rootKey, leafKey) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    let root = try DistinguishedName { CommonName("tandemd development authority") }
    func sign(
      _ key: P256.Signing.PublicKey, _ subject: DistinguishedName,
      _ extensions: Certificate.Extensions
    ) throws -> String {
      try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(),
        publicKey: Certificate.PublicKey(key), notValidBefore: start, notValidAfter: end,
        issuer: root, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
        extensions: extensions, issuerPrivateKey: Certificate.PrivateKey(rootKey)
      ).serializeAsPEM().pemString + "\n"
    }
    authority = try sign(
      rootKey.publicKey, root,
      Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true))
      })
    certificate = try sign(
      leafKey.publicKey, DistinguishedName { CommonName("tandemd development") },
      Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(names)
      })
    key = leafKey.pemRepresentation + "\n"
  }

  /// Writes the three files; the key is for its owner only to read.
  ///
  /// Throws ``ConfigurationError`` where one of them is there already, or cannot be written: then none
  /// is left.
  public func write(in directory: String) throws(ConfigurationError) {
    let files: [(path: String, text: String, mode: mode_t)] = [
      ("\(directory)/\(Self.keyName)", key, 0o600),
      ("\(directory)/\(Self.certificateName)", certificate, 0o644),
      ("\(directory)/\(Self.authorityName)", authority, 0o644),
    ]
    var written: [String] = []
    do throws(ConfigurationError) {
      for file in files {
        try NewFile.write(file.text, to: file.path, mode: file.mode)
        written.append(file.path)
      }
    } catch {
      for path in written { unlink(path) }
      throw error
    }
  }

  private static func name(_ host: String) throws(ConfigurationError) -> GeneralName {
    if let bytes = ListenAddress.addressBytes(host) {
      return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }
    guard isName, host.utf8.count <= 253 else {
      throw ConfigurationError(
        "\(host) is no host; expected a name, such as tandem.example.org, or an IP address")
    }
    return .dnsName(host)
  }
}
