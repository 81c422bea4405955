import CTandemNamesData

/// The legal forms of Europe's organisations: `legal-forms.txt`.
struct LegalForms: Sendable {
  /// The classes of the forms found in a name, a bit each, and the countries that have such forms;
  /// empty when it names none.
  struct Found: OptionSet, Hashable, Sendable {
    private static let classes = Found(rawValue: 0xFFFF)

    let rawValue: UInt64

    /// Whether both name a form and not one is of the same class.
    func differs(from other: Found) -> Bool {
      !isEmpty && !other.isEmpty && intersection(Self.classes).isDisjoint(with: other)
    }

    /// Whether no country has forms of both: a GmbH is not a Ltd of another country.
    func isForeign(to other: Found) -> Bool {
      !isEmpty && !other.isEmpty && subtracting(Self.classes).isDisjoint(with: other)
    }
  }

  /// The forms of enterprises, which a foundation is not.
  private(set) var enterprises: Found = []

  fileprivate struct Form {
    var classes: Found
    var isAnywhere: Bool
    var isFirst: Bool
    /// It is written so in Latin letters; otherwise words of these are no form: DP World.
    var isLatin: Bool
  }

  private var forms: [UInt64: Form] = [:]
  private var longest = 1

  static let standard = LegalForms(Resource(tandem_names_legal_forms))

  init(_ resource: Resource) {
    var classes: [Substring: Int] = [:]
    var countries: UInt64 = 15
    for (head, items) in resource.entries {
      if head == "countries" {
        countries += 1
        continue
      }
      let place = classes[head] ?? classes.count
      classes[head] = place
      let found = Found(rawValue: 1 << UInt64(place % 16) | 1 << min(countries, 63))
      if ["limited", "stock", "limited-partnership", "partnership"].contains(head) {
        enterprises.formUnion(found)
      }
      for item in items {
        let written = item.filter { $0 != "*" && $0 != "^" }
        for words in RawName.readings(of: written) {
          guard !words.isEmpty else { continue }
          longest = max(longest, words.count)
          forms[
            Phrase.key(words[...]),
            default: Form(classes: [], isAnywhere: false, isFirst: false, isLatin: false)
          ].add(
            found, isAnywhere: item.hasSuffix("*"), isFirst: item.hasSuffix("^"),
            isLatin: !words[0].isForeign)
        }
      }
    }
  }

  /// Takes the forms out of the words, but never all of them, and says what they were.
  func strip(_ words: inout [RawWord]) -> (found: Found, texts: [String]) {
    var found: Found = []
    var texts: [String] = []
    var start = 0
    while start < words.count {
      var end = start
      while end < words.count, words[end].part == words[start].part { end += 1 }
      while let length = length(before: end, from: start, words), length < words.count {
        note(words[end - length..<end], &found, &texts)
        words.removeSubrange(end - length..<end)
        end -= length
      }
      if end > start, let length = length(after: start, to: end, words), length < words.count {
        note(words[start..<start + length], &found, &texts)
        words.removeSubrange(start..<start + length)
        end -= length
      }
      var place = start
      while place < end {
        if let length = anywhere(place, to: end, words), length < words.count {
          note(words[place..<place + length], &found, &texts)
          words.removeSubrange(place..<place + length)
          end -= length
        } else {
          place += 1
        }
      }
      start = max(end, start)
    }
    return (found, texts)
  }

  private func note(_ words: ArraySlice<RawWord>, _ found: inout Found, _ texts: inout [String]) {
    if let form = forms[Phrase.key(words)] { found.formUnion(form.classes) }
    texts.append(Phrase.text(words))
  }

  private func form(_ words: ArraySlice<RawWord>) -> Form? {
    guard let form = forms[Phrase.key(words)] else { return nil }
    return form.isLatin || words.allSatisfy(\.isForeign) ? form : nil
  }

  private func length(before end: Int, from start: Int, _ words: [RawWord]) -> Int? {
    guard end > start else { return nil }
    let known = (1...min(longest, end - start)).reversed().first {
      form(words[end - $0..<end]) != nil
    }
    // `o.p.s.` and its like are forms, whether they are in the list or not.
    let isSpelled = words[end - 1].isSpelled && !words[end - 1].isUpper
    return known ?? (isSpelled ? 1 : nil)
  }

  private func length(after start: Int, to end: Int, _ words: [RawWord]) -> Int? {
    (1...min(longest, end - start)).reversed().first {
      form(words[start..<start + $0])?.isFirst == true
    }
  }

  private func anywhere(_ place: Int, to end: Int, _ words: [RawWord]) -> Int? {
    (1...min(longest, end - place)).reversed().first {
      form(words[place..<place + $0])?.isAnywhere == true
    }
  }
}

extension LegalForms.Form {
  fileprivate mutating func add(
    _ found: LegalForms.Found, isAnywhere: Bool, isFirst: Bool, isLatin: Bool
  ) {
    self.isLatin = self.isLatin || isLatin
    classes.formUnion(found)
    self.isAnywhere = self.isAnywhere || isAnywhere
    self.isFirst = self.isFirst || isFirst
  }
}
