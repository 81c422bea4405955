import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The certificate that the server shows and its key: read from their files and checked.
struct ServerCertificate: Sendable {
  let chain: [NIOSSLCertificate]
  let key: NIOSSLPrivateKey
  /// When the first of the chain expires.
  let expiry: Date

  /// Throws ``ConfigurationError`` for files that cannot be read, are not PEM, do not belong together,
  /// that others may read the key of, or that do not hold at `time`.
  init(_ files: TLSFiles, at time: Date) throws(ConfigurationError) {
    let certificateFile = try PEMFile(files.certificate, setting: "tls.certificate")
    let certificates = try certificateFile.certificates()
    for certificate in certificates {
      guard let fault = certificate.fault(at: time) else { continue }
      throw certificateFile.error("\(fault); renew it, or set this machine's clock right")
    }
    let keyFile = try PEMFile(files.key, setting: "tls.key")
    try keyFile.refuseUnlessPrivate()
    let key = try keyFile.privateKey()
    guard certificates.first?.publicKey == key.publicKey else {
      throw keyFile.error(
        "is not the key of the certificate in \(files.certificate); name the two made together")
    }
    do {
      chain = try certificates.map(NIOSSLCertificate.init)
      self.key = try NIOSSLPrivateKey(
        bytes: Array(try key.serializeAsPEM().pemString.utf8), format: .pem)
    } catch {
      throw certificateFile.error("cannot be used with its key: \(error)")
    }
    expiry = certificates.map(\.notValidAfter).min() ?? time
  }
}

/// The authorities whose certificates clients must show.
struct ClientAuthority: Hashable, Sendable {
  let certificates: [NIOSSLCertificate]

  /// Throws ``ConfigurationError`` for a file that cannot be read or holds none that is valid at `time`.
  init(_ path: String, at time: Date) throws(ConfigurationError) {
    let file = try PEMFile(path, setting: "tls.client-ca")
    let all = try file.certificates()
    let valid = all.filter { $0.fault(at: time) == nil }
    guard !valid.isEmpty else {
      throw file.error("\(all[0].fault(at: time) ?? "is empty"); name a valid authority")
    }
    do {
      certificates = try valid.map(NIOSSLCertificate.init)
    } catch {
      throw file.error("holds a certificate that cannot be used: \(error)")
    }
  }
}

extension NIOSSLCertificate {
  convenience init(_ certificate: Certificate) throws {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    try self.init(bytes: serializer.serializedBytes, format: .der)
  }
}
