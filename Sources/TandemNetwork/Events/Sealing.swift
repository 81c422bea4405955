import Crypto
import Foundation
import TandemJournal

/// Keeps personal texts readable only as long as the keys of the people they are about are kept.
///
/// A text is sealed by AES-GCM under a key derived (HKDF-SHA256) from the keys of its subjects and from
/// its nonce: losing one subject's key is enough to lose the text, and a text's own key opens that text
/// and no other. Keys lie beside the chain of records.
struct Sealing: Sendable {
  private var keys: [String: SymmetricKey] = [:]
  /// Keys made since the last ``takeNewKeys()``.
  private var newKeys: [SubjectKey] = []
  /// The keys of single texts, by their nonces.
  private var disclosed: [Data: SymmetricKey] = [:]
  /// Whether it opens only what it can disclose.
  private var isForDisclosure = false

  init(_ keys: [SubjectKey]) {
    for key in keys { self.keys[key.subject] = SymmetricKey(data: key.key) }
  }

  /// The same, that opens only those texts of which it can disclose the keys.
  var forDisclosure: Sealing {
    var sealing = self
    sealing.isForDisclosure = true
    return sealing
  }

  /// Opens texts whose own keys were disclosed, and no others.
  init(disclosed texts: [(nonce: [UInt8], key: [UInt8])]) {
    isForDisclosure = true
    for (nonce, key) in texts { disclosed[Data(nonce)] = SymmetricKey(data: key) }
  }

  /// A text as it is stored: who it is about, and the sealed bytes (nonce, text, tag) in Base64.
  struct Box: Hashable, Sendable {
    var subjects: [String]
    var bytes: String
  }

  /// A key is made for a subject that has none.
  mutating func seal(
    _ text: String, about subjects: [String], using random: inout some RandomNumberGenerator
  ) throws -> Box {
    for subject in subjects { _ = makeKey(of: subject, using: &random) }
    let nonce = Data(random.bytes(Sealing.nonceSize))
    guard let key = key(for: subjects, nonce) else { throw CryptoKitError.incorrectKeySize }
    let sealed = try AES.GCM.seal(
      Data(text.utf8), using: key, nonce: AES.GCM.Nonce(data: nonce))
    let bytes = sealed.nonce + sealed.ciphertext + sealed.tag
    return Box(subjects: subjects, bytes: bytes.base64EncodedString())
  }

  /// Nil when a subject has been erased. Throws when the box is not what was sealed.
  func open(_ box: Box) throws -> String? {
    guard let bytes = Data(base64Encoded: box.bytes) else {
      throw CryptoKitError.incorrectParameterSize
    }
    guard let own = key(for: box.subjects, bytes.prefix(Sealing.nonceSize)) else { return nil }
    let sealed = try AES.GCM.SealedBox(combined: bytes)
    if let text = try? AES.GCM.open(sealed, using: own) {
      return String(decoding: text, as: UTF8.self)
    }
    // The first journals sealed all texts about one person under one key, which is never disclosed.
    let text = try AES.GCM.open(sealed, using: key(for: box.subjects, Data()) ?? own)
    return isForDisclosure ? nil : String(decoding: text, as: UTF8.self)
  }

  /// What opens this text and no other: its nonce and its own key; nil when a subject has been erased.
  func disclosure(of box: Box) -> (nonce: [UInt8], key: [UInt8])? {
    guard let bytes = Data(base64Encoded: box.bytes),
      let sealed = try? AES.GCM.SealedBox(combined: bytes),
      let key = key(for: box.subjects, bytes.prefix(Sealing.nonceSize)),
      (try? AES.GCM.open(sealed, using: key)) != nil
    else { return nil }
    let nonce = bytes.prefix(Sealing.nonceSize)
    return (Array(nonce), key.withUnsafeBytes(Array.init))
  }

  /// A digest that tells bodies of requests apart, and tells nothing of them to whoever lacks the
  /// key: a bare one of a name or an address could be guessed.
  mutating func digest(
    of body: [UInt8], using random: inout some RandomNumberGenerator
  ) -> Hash {
    let key = makeKey(of: "request digests", using: &random)
    let code = HMAC<SHA256>.authenticationCode(for: body, using: key).withUnsafeBytes(Array.init)
    guard let hash = Hash(bytes: code) else { preconditionFailure("SHA-256 has 32 bytes") }
    return hash
  }

  mutating func takeNewKeys() -> [SubjectKey] {
    defer { newKeys = [] }
    return newKeys
  }

  private mutating func makeKey(
    of subject: String, using random: inout some RandomNumberGenerator
  ) -> SymmetricKey {
    if let key = keys[subject] { return key }
    let bytes = random.bytes(32)
    let key = SymmetricKey(data: bytes)
    keys[subject] = key
    guard let newKey = SubjectKey(subject: subject, key: bytes) else {
      preconditionFailure("a key of \(bytes.count) bytes")
    }
    newKeys.append(newKey)
    return key
  }

  /// Bytes of a nonce of AES-GCM.
  private static let nonceSize = 12

  private func key(for subjects: [String], _ nonce: Data) -> SymmetricKey? {
    if let own = disclosed[Data(nonce)] { return own }
    var material = Data()
    for subject in subjects {
      guard let key = keys[subject] else { return nil }
      key.withUnsafeBytes { material.append(contentsOf: $0) }
    }
    return HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: material), info: Data("tandem text".utf8) + nonce,
      outputByteCount: 32)
  }
}

extension RandomNumberGenerator {
  fileprivate mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }
}

/// A source of randomness that is passed in, whatever its kind.
struct Randomness: RandomNumberGenerator, Sendable {
  var source: any RandomNumberGenerator & Sendable

  mutating func next() -> UInt64 { source.next() }
}
