import Foundation
import TandemServer
import Testing
import X509

/// The certificate to try TLS with.
@Suite struct DevelopmentCertificateTests {
  private static let now = Date(timeIntervalSince1970: 1_700_000_000)

  @Test("is for this machine and the hosts named, from an hour ago for a year")
  func contents() throws {
    let made = try DevelopmentCertificate(
      hosts: ["tandem.example.org", "10.0.0.7", "localhost"], now: Self.now)
    #expect(made.hosts == ["localhost", "127.0.0.1", "::1", "tandem.example.org", "10.0.0.7"])
    let certificate = try Certificate(pemEncoded: made.certificate)
    let authority = try Certificate(pemEncoded: made.authority)
    #expect(certificate.issuer == authority.subject)
    #expect(authority.publicKey.isValidSignature(certificate.signature, for: certificate))
    for one in [certificate, authority] {
      #expect(one.notValidBefore == Self.now - 3600)
      #expect(one.notValidAfter == Self.now + 365 * 86_400)
      #expect(one.notValidAfter == made.expiry)
    }
    #expect(try certificate.extensions.subjectAlternativeNames?.count == 5)
    #expect(try certificate.extensions.basicConstraints == .notCertificateAuthority)
    #expect(try authority.extensions.keyUsage?.keyCertSign == true)
    #expect(try Certificate.PrivateKey(pemEncoded: made.key).publicKey == certificate.publicKey)
    #expect(authority.publicKey != certificate.publicKey)
  }

  @Test("no two are by the same authority")
  func others() throws {
    let made = try (0..<2).map { _ in try DevelopmentCertificate(now: Self.now) }
    #expect(made[0].authority != made[1].authority)
  }

  @Test(
    "a host that is none is refused",
    arguments: [
      "", "a b", "-a", "a..b", "https://x", "x:1", "ü", String(repeating: "a", count: 64),
    ])
  func noHost(host: String) throws {
    let error = #expect(throws: ConfigurationError.self) {
      try DevelopmentCertificate(hosts: [host], now: Self.now)
    }
    #expect(error?.description.contains("is no host") == true)
  }

  @Test("the key is written for its owner only, and nothing that is there is overwritten")
  func files() async throws {
    try await withDirectory { directory in
      let made = try DevelopmentCertificate(now: Self.now)
      try made.write(in: directory)
      let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
      #expect(names == ["ca.pem", "server-key.pem", "server.pem"])
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(directory)/server-key.pem")
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      #expect(
        try String(contentsOfFile: "\(directory)/ca.pem", encoding: .utf8) == made.authority)
      try FileManager.default.removeItem(atPath: "\(directory)/server-key.pem")
      let error = #expect(throws: ConfigurationError.self) {
        try DevelopmentCertificate(now: Self.now).write(in: directory)
      }
      #expect(error?.description.contains("server.pem is there already") == true)
      let left = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
      #expect(left == ["ca.pem", "server.pem"], "what was written before is taken back")
    }
  }
}
