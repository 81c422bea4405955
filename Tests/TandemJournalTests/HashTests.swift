import Testing

@testable import TandemJournal

@Suite("Hashes and heads")
struct HashTests {
  // FIPS 180-2, appendix B.1.
  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("the digest of abc is that of the standard")
  func standard() { #expect(Hash(of: Array("abc".utf8)).description == abc) }

  @Test("a hash comes back from its bytes and its digits of either case")
  func roundTrip() {
    let hash = Hash(of: Array("abc".utf8))
    #expect(Hash(bytes: hash.bytes) == hash)
    #expect(Hash(hex: abc) == hash)
    #expect(Hash(hex: abc.uppercased()) == hash)
    #expect(hash.bytes.prefix(3) == [0xBA, 0x78, 0x16])
    #expect(Hash.genesis.bytes == Array(repeating: 0, count: 32))
  }

  @Test(
    "what is not 64 hexadecimal digits is no hash",
    arguments: [
      "", "ba78", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
      String(repeating: "g", count: 64), String(repeating: "é", count: 32),
      String(repeating: "0", count: 64) + "x", " " + String(repeating: "0", count: 63),
    ])
  func notDigits(text: String) { #expect(Hash(hex: text) == nil) }

  @Test("31 or 33 bytes are no hash", arguments: [0, 31, 33])
  func notBytes(count: Int) { #expect(Hash(bytes: [UInt8](repeating: 1, count: count)) == nil) }

  @Test("a head comes back from its text")
  func head() {
    let head = Head(revision: 42, hash: Hash(of: Array("abc".utf8)))
    #expect(head.description == "42:" + abc)
    #expect(Head(head.description) == head)
    #expect(Head(Head.genesis.description) == .genesis)
  }

  @Test(
    "what is not REVISION:HASH is no head",
    arguments: [
      "", "42", "42:", ":HASH", "-1:HASH", "+1:HASH", "x:HASH", "1:HASH:", "1:2:HASH",
      "99999999999999999999:HASH", "1 :HASH", "٣:HASH",
    ])
  func notHead(text: String) {
    #expect(Head(text.replacing("HASH", with: abc)) == nil)
  }
}
