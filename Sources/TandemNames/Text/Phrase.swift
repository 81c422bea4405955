/// Words in a row.
enum Phrase {
  static func key(_ words: ArraySlice<RawWord>) -> UInt64 {
    var hash = Hash(2)
    for word in words {
      hash.add(word.text)
      hash.add(0x20)
    }
    return hash.value
  }

  static func text(_ words: ArraySlice<RawWord>) -> String {
    words.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
  }
}
