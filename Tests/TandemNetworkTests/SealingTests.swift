import Crypto
import Foundation
import TandemJournal
import Testing

@testable import TandemNetwork

/// Texts under keys of their own, and those of the first journals.
@Suite struct SealingTests {
  private static let key = SubjectKey(subject: "expert/E1", key: Array(repeating: 7, count: 32))

  /// A text as the first journals sealed it: under one key for all texts about a person.
  private func oldBox(_ text: String) throws -> Sealing.Box {
    let shared = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: try #require(Self.key).key),
      info: Data("tandem text".utf8), outputByteCount: 32)
    let sealed = try AES.GCM.seal(Data(text.utf8), using: shared)
    return Sealing.Box(
      subjects: ["expert/E1"],
      bytes: (sealed.nonce + sealed.ciphertext + sealed.tag).base64EncodedString())
  }

  @Test("a text of the first journals opens, and its key is not disclosed")
  func old() throws {
    let sealing = Sealing([try #require(Self.key)])
    let box = try oldBox("fell ill")
    #expect(try sealing.open(box) == "fell ill")
    #expect(sealing.disclosure(of: box) == nil)
    #expect(try sealing.forDisclosure.open(box) == nil)
    #expect(try Sealing([]).open(box) == nil, "the person is erased")
  }

  @Test("the key of one text opens that text and no other")
  func own() throws {
    var random = SeededGenerator(seed: 5)
    var sealing = Sealing([try #require(Self.key)])
    let one = try sealing.seal("fell ill", about: ["expert/E1"], using: &random)
    let other = try sealing.seal("moved", about: ["expert/E1"], using: &random)
    let disclosure = try #require(sealing.disclosure(of: one))
    let reader = Sealing(disclosed: [disclosure])
    #expect(try reader.open(one) == "fell ill")
    #expect(try reader.open(other) == nil)
    let swapped = Sealing(disclosed: [
      (try #require(sealing.disclosure(of: other)).nonce, disclosure.key)
    ])
    #expect(throws: (any Error).self) { try swapped.open(other) }
  }
}
