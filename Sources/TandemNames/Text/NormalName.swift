/// A name without its legal forms and what says nothing, by which it is looked up as a whole.
struct NormalName {
  /// What is left must be so long to stand for the name: AT & S is not S.
  static let shortest = 3

  /// The words that say something.
  let words: [RawWord]
  /// All but the legal forms.
  let unformed: [RawWord]
  let forms: LegalForms.Found
  let formTexts: [String]
  private let list: WordList

  init(_ name: String, list: WordList = .standard) { self.init(RawName(name), list) }

  init(_ raw: RawName, _ list: WordList) {
    var rest = raw.words
    (forms, formTexts) = LegalForms.standard.strip(&rest)
    unformed = rest
    words = list.content(rest, hasPartners: Self.hasPartners(formTexts))
    self.list = list
  }

  /// Whether there is an `& C.` with the form.
  private static func hasPartners(_ forms: [String]) -> Bool {
    forms.contains { $0.hasPrefix("c") && ["sas", "snc"].contains($0.suffix(3)) }
  }

  /// Its words, sorted.
  var sorted: [UInt8] {
    let inOrder = words.map(\.text).sorted { $0.lexicographicallyPrecedes($1) }
    return Array(inOrder.joined(separator: [0x20]))
  }

  /// Its words sorted, nil where too little is left.
  var whole: [UInt8]? {
    let sorted = sorted
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
}
