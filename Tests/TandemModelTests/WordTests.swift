import TandemModel
import Testing

@Suite("Ids, terms and levels")
struct WordTests {
  @Test(
    "an id is 1 to 64 of its characters",
    arguments: ["A", "0", "a.b_c-D9", "9-", String(repeating: "x", count: 64)])
  func ids(_ text: String) {
    #expect(ExpertID(text)?.text == text)
    #expect(ExpertID(text)?.description == text)
  }

  @Test(
    "anything else is no id",
    arguments: [
      "", ".a", "_a", "-a", "a b", "a/b", "a\n", "é", "e\u{301}", "a\u{0}", "Ａ", "\u{212A}",
      String(repeating: "x", count: 65),
    ])
  func noIDs(_ text: String) { #expect(ExpertID(text) == nil) }

  @Test("ids are ordered by their bytes")
  func order() {
    let texts = ["-", "A-", "A.", "A0", "A_", "AA", "Aa", "B", "a", "a0", "aa"].dropFirst()
    let ids = texts.compactMap { AuditID($0) }
    #expect(ids.count == texts.count)
    for one in ids {
      for other in ids {
        #expect((one < other) == one.text.utf8.lexicographicallyPrecedes(other.text.utf8))
      }
    }
  }

  @Test("canonically equivalent terms are different terms")
  func canonical() throws {
    let composed = try #require(Sector("caf\u{E9}"))
    let decomposed = try #require(Sector("cafe\u{301}"))
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
    #expect(!(composed < decomposed))
    #expect(composed == Sector("caf\u{E9}"))
  }

  @Test(
    "a term is not empty and holds no control characters",
    arguments: ["", "\u{0}", "a\n", "\u{1F}", "a\u{7F}b", "\u{80}", "\u{9F}", "\r\n"])
  func noTerms(_ text: String) { #expect(Country(text) == nil) }

  @Test(
    "a term may hold anything else",
    arguments: [" ", "a b", "\u{A0}", "é", "\u{1F600}", "\u{200B}"])
  func terms(_ text: String) { #expect(Country(text)?.text == text) }

  @Test("levels read as they are written, in their order")
  func levels() {
    #expect(Level.allCases.map(\.description) == ["A1", "A2", "B1", "B2", "C1", "C2"])
    #expect(Level.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(Level.allCases.allSatisfy { Level($0.description) == $0 })
    #expect(Level.b2 < .c1)
    for text in ["", "a1", "A0", "A3", "C3", "D1", "A1 ", "B"] { #expect(Level(text) == nil) }
  }

  @Test("assigned countries are the codes of ISO 3166-1 and Kosovo's")
  func countries() {
    for code in ["DE", "NO", "GB", "XK", "AX", "ZW"] { #expect(Country(code)?.isAssigned == true) }
    for code in ["de", "UK", "EU", "XX", "D", "DEU", "AN"] {
      #expect(Country(code)?.isAssigned == false)
    }
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(Unicode.Scalar($0)) }
    let codes = letters.flatMap { one in letters.map { one + $0 } }
    #expect(codes.count { Country($0)?.isAssigned == true } == 250)
  }

  @Test("a primary language tag is two or three small letters")
  func languages() {
    for tag in ["de", "nds", "zz"] { #expect(Language(tag)?.isPrimaryTag == true) }
    for tag in ["d", "De", "dede", "d1", "en-GB", "dé"] {
      #expect(Language(tag)?.isPrimaryTag == false)
    }
  }
}
