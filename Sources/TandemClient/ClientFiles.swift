import Foundation
import GRPCNIOTransportHTTP2Posix
import NIOSSL

/// The client's files of certificates and keys, read and checked.
enum ClientFiles {
  /// Throws ``ClientSecurityError``.
  static func certificates(
    _ path: String
  ) throws(ClientSecurityError) -> [TLSConfig.CertificateSource] {
    let bytes = try read(path)
    do {
      let certificates = try NIOSSLCertificate.fromPEMBytes(bytes)
      guard !certificates.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
      return try certificates.map { .bytes(try $0.toDERBytes(), format: .der) }
    } catch {
      throw ClientSecurityError(
        "\(path) holds no certificate; expected PEM, with a line -----BEGIN CERTIFICATE-----")
    }
  }

  /// Throws ``ClientSecurityError``.
  static func key(_ path: String) throws(ClientSecurityError) -> TLSConfig.PrivateKeySource {
    .bytes(try pem(path), format: .pem)
  }

  /// Throws ``ClientSecurityError`` when the key is not the certificate's.
  static func refuseUnlessPair(
    _ identity: ClientSecurity.Identity
  ) throws(ClientSecurityError) {
    var configuration = TLSConfiguration.makeClientConfiguration()
    do {
      configuration.certificateChain = try NIOSSLCertificate.fromPEMBytes(
        try read(identity.certificate)
      ).map { .certificate($0) }
      configuration.privateKey = .privateKey(
        try NIOSSLPrivateKey(bytes: try pem(identity.key), format: .pem))
      _ = try NIOSSLContext(configuration: configuration)
    } catch let error as ClientSecurityError {
      throw error
    } catch {
      throw ClientSecurityError(
        "\(identity.key) is not the key of \(identity.certificate); name the two made together")
    }
  }

  private static func pem(_ path: String) throws(ClientSecurityError) -> [UInt8] {
    let bytes = try read(path)
    do {
      _ = try NIOSSLPrivateKey(bytes: bytes, format: .pem) { (_: NIOSSLPassphraseSetter<[UInt8]>) in
        throw NIOSSLError.failedToLoadPrivateKey
      }
    } catch {
      throw ClientSecurityError(
        "\(path) holds no key that can be read; expected PEM, without a passphrase, with a line "
          + "-----BEGIN PRIVATE KEY-----")
    }
    return bytes
  }

  private static func read(_ path: String) throws(ClientSecurityError) -> [UInt8] {
    do {
      return Array(
        try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data())
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let reason =
        underlying.map { String(cString: strerror(Int32($0.code))) } ?? error.localizedDescription
      throw ClientSecurityError("\(path) cannot be read: \(reason)")
    }
  }
}

/// A file of the client's side of TLS that cannot be used; its text says which and why.
public struct ClientSecurityError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
