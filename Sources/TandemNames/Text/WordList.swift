/// What words mean across languages: `words.txt`, `places.txt` and `abbreviations.txt`.
struct WordList: Sendable {
  /// A stem so long may have so many more letters, a shorter one fewer.
  private static let longStem = 5
  private static let longEnding = 6
  private static let shortEnding = 2
  private static let shortestEnding = 3
  private static let shortestStart = 3

  private var phrases: [UInt64: Meaning] = [:]
  private var stems: [UInt64: Meaning] = [:]
  private var endings: [UInt64: Meaning] = [:]
  private var expansions: [UInt64: [NameWord]] = [:]
  private var longestPhrase = 1
  /// What no stem may be followed by.
  private var never: Set<[UInt8]> = []
  private var concepts: UInt16 = 0

  static let standard = WordList(
    words: Resource(PackageResources.words_txt), places: Resource(PackageResources.places_txt),
    abbreviations: Resource(PackageResources.abbreviations_txt))

  init(words: Resource, places: Resource, abbreviations: Resource) {
    for (head, items) in words.entries { add(head.split(separator: " "), items) }
    for (head, items) in places.entries { add(head.split(separator: " "), items) }
    // All meanings first: what is written in full is read with the list as it stands then.
    let read = abbreviations.entries.map { head, items in
      (head.split(separator: ",").map { String($0.trimmingSpaces) }, items.joined(separator: " "))
    }
    for (short, full) in read {
      let expanded = expand(content(RawName(full).words))
      for item in short {
        for reading in 0..<Letters.readings {
          let raw = RawName(item, reading: reading).words
          let words = content(raw)
          // `TU/e` without its e would be every technical university.
          let phrase = words.count > 1 ? words : raw
          guard !phrase.isEmpty else { continue }
          longestPhrase = max(longestPhrase, phrase.count)
          expansions[Phrase.key(phrase[...])] = expanded
        }
      }
    }
  }

  private mutating func add(_ head: [Substring], _ items: [String]) {
    if head.first == "never" {
      never = Set(items.map { Array($0.utf8) })
      return
    }
    guard let first = head.first, let kind = WordClass(name: first) else { return }
    concepts += 1
    let isLoose = head.dropFirst().contains { $0.hasPrefix("~") }
    let country = head.count > 2 ? UInt16(country: head[1]) : 0
    let meaning = Meaning(
      kind: kind, concept: kind == .stop ? 0 : concepts, isLoose: isLoose, country: country)
    var items = items
    let name = head.dropFirst(country == 0 ? 1 : 2).joined(separator: " ")
    if !isLoose, kind != .stop, kind != .given { items.append(name) }
    for item in items {
      let written = item.filter { $0 != "*" }
      for reading in 0..<Letters.readings {
        let words = RawName(written, reading: reading).words
        let phrase = words.count > 1 && kind != .stop ? content(words) : words
        // `Den Bosch` without its article would be a common name.
        guard let only = phrase.first, words.count == 1 || phrase.count > 1 || kind == .stop else {
          continue
        }
        if item.hasPrefix("*") {
          endings[Self.key(only.text[...]), default: meaning] = meaning
        } else {
          longestPhrase = max(longestPhrase, phrase.count)
          if phrases[Phrase.key(phrase[...])] == nil { phrases[Phrase.key(phrase[...])] = meaning }
          if item.hasSuffix("*"), phrase.count == 1, stems[Self.key(only.text[...])] == nil {
            stems[Self.key(only.text[...])] = meaning
          }
        }
      }
    }
  }

  private static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash = Hash(3)
    hash.add(text)
    return hash.value
  }

  /// The words without those that say nothing, or all when none is left.
  func content(_ words: [RawWord]) -> [RawWord] {
    var rest: [RawWord] = []
    var dropped: UInt8 = 0
    let hasSmall = words.contains { !$0.isUpper && $0.text.count > 2 }
    for (place, word) in words.enumerated() {
      // `Optik A` and `Optik B` differ by what elsewhere is an article.
      let isLabel =
        word.text.count == 1 && word.isUpper && place > 0
        && (place == words.count - 1 || words[place + 1].part != word.part)
      let isAbbreviation = word.isUpper && word.text.count > 1 && hasSmall
      if isLabel || isAbbreviation || phrases[Phrase.key([word])]?.kind != .stop {
        var word = word
        word.before = dropped
        rest.append(word)
        dropped = 0
      } else if dropped == 0 {
        dropped = word.text.first ?? 0
      }
    }
    return rest.isEmpty ? words : rest
  }

  /// The words as they are compared; compounds become two and abbreviations what they stand for,
  /// unless that is not wanted.
  func expand(_ words: [RawWord], withAbbreviations: Bool = true) -> [NameWord] {
    var result: [NameWord] = []
    var place = 0
    while place < words.count, result.count < RawName.words {
      place += take(words, place, withAbbreviations, &result)
    }
    return Self.unrepeated(result.prefix(RawName.words))
  }

  /// Žilinská univerzita v Žiline says where it is twice.
  private static func unrepeated(_ words: ArraySlice<NameWord>) -> [NameWord] {
    var result: [NameWord] = []
    for word in words
    where ![.city, .region, .country].contains(word.meaning.kind)
      || !result.contains(where: { $0.isSame(word) })
    {
      result.append(word)
    }
    return result
  }

  private func take(
    _ words: [RawWord], _ place: Int, _ withAbbreviations: Bool, _ result: inout [NameWord]
  ) -> Int {
    var length = withAbbreviations ? min(longestPhrase, words.count - place) : 1
    while length > 0 {
      let key = Phrase.key(words[place..<place + length])
      if withAbbreviations, let expanded = expansions[key] {
        for var word in expanded where !result.contains(where: { $0.isSame(word) }) {
          word.part = words[place].part
          result.append(word)
        }
        return length
      }
      if let meaning = phrases[key], meaning.kind != .stop {
        var whole = words[place]
        for word in words[place + 1..<place + length] { whole.text += word.text }
        result.append(NameWord(whole, meaning: meaning))
        return length
      }
      length -= 1
    }
    let word = words[place]
    if let number = Self.number(word, isFirst: place == 0, isLast: place == words.count - 1) {
      result.append(number)
    } else if withAbbreviations, let (start, ending, meaning) = split(word) {
      result.append(NameWord(start, meaning: stem(start.text) ?? .none))
      result.append(NameWord(ending, meaning: meaning))
    } else if let meaning = stem(word.text) {
      result.append(NameWord(word, meaning: meaning))
    } else {
      result.append(NameWord(word, meaning: .none))
    }
    if !withAbbreviations, let (_, ending, _) = split(word) {
      result[result.count - 1].inner = ending.text[0]
    }
    return 1
  }

  private func stem(_ text: [UInt8]) -> Meaning? {
    var hash = Hash(3)
    var found: Meaning?
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      let more = place + 1 < Self.longStem ? max(Self.shortEnding, place) : Self.longEnding
      if text.count - place - 1 <= more, place > 1, let meaning = stems[hash.value],
        !never.contains(Array(text[(place + 1)...]))
      {
        found = meaning
      }
    }
    return found
  }

  private func split(_ word: RawWord) -> (RawWord, RawWord, Meaning)? {
    let text = word.text
    guard text.count >= Self.shortestStart + Self.shortestEnding else { return nil }
    for cut in Self.shortestStart...text.count - Self.shortestEnding {
      guard let meaning = endings[Self.key(text[cut...])],
        text.count - cut > Self.shortestEnding || cut > Self.shortestStart + 1
      else { continue }
      var (start, ending) = (word, word)
      start.text = Array(text[..<cut])
      ending.text = Array(text[cut...])
      return (start, ending, meaning)
    }
    return nil
  }

  /// A word with a digit, or a Roman number where nothing else is meant.
  private static func number(_ word: RawWord, isFirst: Bool, isLast: Bool) -> NameWord? {
    if word.text.contains(where: { $0 < 0x3A }) { return NameWord(word, meaning: .number) }
    guard word.isUpper, !isFirst, word.text.count > 1 || isLast,
      let digits = RomanNumber.digits[String(decoding: word.text, as: UTF8.self)]
    else { return nil }
    var arabic = word
    arabic.text = Array(digits.utf8)
    return NameWord(arabic, meaning: .number)
  }
}

extension Meaning {
  static let none = Meaning(kind: .name, concept: 0, isLoose: false, country: 0)
  static let number = Meaning(kind: .number, concept: 0, isLoose: false, country: 0)
}
