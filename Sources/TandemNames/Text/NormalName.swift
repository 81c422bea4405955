/// A name as it is looked up as a whole: without its legal forms and what says nothing, its words sorted.
struct NormalName {
  /// What is left must be so long to stand for the name: AT & S is not S.
  static let shortest = 3

  private let words: [RawWord]
  private let list: WordList

  init(_ name: String, list: WordList = .standard) {
    var rest = RawName(name).words
    let (_, forms) = LegalForms.standard.strip(&rest)
    words = list.content(rest, hasPartners: PreparedName.hasPartners(forms))
    self.list = list
  }

  /// Nil where too little is left.
  var whole: [UInt8]? {
    let sorted = Self.sorted(words)
    return sorted.count < Self.shortest ? nil : sorted
  }

  /// The town that the name is of and nothing else.
  var town: UInt16? { list.town(words[...]) }

  /// An abbreviation beside which stands a town and nothing else.
  var capitalsInTown: (capitals: [UInt8], town: UInt16)? {
    guard words.count > 1, let first = words.first, first.isUpper,
      first.text.count >= Self.shortest, let town = list.town(words.dropFirst())
    else { return nil }
    return (first.text, town)
  }

  static func sorted(_ words: [RawWord]) -> [UInt8] {
    let inOrder = words.map(\.text).sorted { $0.lexicographicallyPrecedes($1) }
    return Array(inOrder.joined(separator: [0x20]))
  }
}
