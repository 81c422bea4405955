import Foundation
import SwiftASN1
import X509

/// A file of PEM blocks that a setting names. Its errors say which setting, which file, and what to do.
struct PEMFile {
  /// More than any chain or bundle of authorities; a log or a disk image named by mistake is not read.
  private static let mostBytes = 4 << 20

  let setting: String
  let path: String
  private let documents: [PEMDocument]

  /// Reads the file.
  init(_ path: String, setting: String) throws(ConfigurationError) {
    self.path = path
    self.setting = setting
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      bytes = try file.read(upToCount: Self.mostBytes) ?? Data()
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let reason =
        underlying.map { String(cString: strerror(Int32($0.code))) } ?? error.localizedDescription
      throw ConfigurationError(
        "\(setting) is \(path), which cannot be read: \(reason); name a file that this user may read"
      )
    }
    do {
      documents = try PEMDocument.parseMultiple(pemString: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw ConfigurationError(
        "\(setting) is \(path), which is not PEM; expected lines from -----BEGIN to -----END")
    }
  }

  /// Its certificates in their order, at least one.
  func certificates() throws(ConfigurationError) -> [Certificate] {
    let blocks = documents.filter { $0.discriminator == Certificate.defaultPEMDiscriminator }
    guard !blocks.isEmpty else {
      throw error("holds no certificate; expected a line -----BEGIN CERTIFICATE-----")
    }
    do {
      return try blocks.map { try Certificate(pemDocument: $0) }
    } catch {
      throw self.error("holds a certificate that cannot be read; copy or issue it again")
    }
  }

  /// Its first private key.
  func privateKey() throws(ConfigurationError) -> Certificate.PrivateKey {
    guard let block = documents.first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }) else {
      throw error("holds no key; expected a line -----BEGIN PRIVATE KEY-----")
    }
    guard !block.discriminator.hasPrefix("ENCRYPTED") else {
      throw error("holds a key with a passphrase; write it without one, for its owner only to read")
    }
    do {
      return try Certificate.PrivateKey(pemDocument: block)
    } catch {
      throw self.error("holds a key that cannot be read; expected RSA, P-256, P-384 or P-521")
    }
  }

  /// A key that anybody on the machine can read is no secret, and one that they can write is not ours.
  func refuseUnlessPrivate() throws(ConfigurationError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw error("cannot be looked at: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & 0o027 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw error("is open to others (mode \(mode)); run `chmod 600 \(path)`")
    }
  }

  func error(_ what: String) -> ConfigurationError {
    ConfigurationError("\(setting) is \(path), which \(what)")
  }
}

extension Certificate {
  /// Why it cannot be used at a time; nil when it can.
  func fault(at time: Date) -> String? {
    if time > notValidAfter { return "expired on \(notValidAfter.formatted(.iso8601))" }
    if time < notValidBefore {
      return "is valid only from \(notValidBefore.formatted(.iso8601)) on"
    }
    return nil
  }
}
