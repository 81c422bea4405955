/// The articles and prepositions that lose their vowel before an apostrophe, in French, Italian,
/// Catalan and Maltese.
enum Elision {
  private static let heads = Set(
    ["l", "d", "s", "n", "m", "t", "c", "qu", "dell", "dall", "nell", "sull", "all", "un", "sant"]
      .map {
        Array($0.utf8)
      })

  static func isElided(_ head: [UInt8]) -> Bool { heads.contains(head) }
}
