import CTandemNamesData

/// What words mean across languages: `words.txt`, `places.txt` and `abbreviations.txt`.
struct WordList: Sendable {
  /// How words are read: with what abbreviations and phrases mean and compounds cut, each word by itself and
  /// compounds cut, or neither.
  enum Reading { case full, wordByWord, plain }

  private static let partners = Array("di".utf8)
  /// With a slash behind it, before the owner's name in Danish.
  private static let by = Array("v".utf8)
  /// What stands before a town and hardly before anything else.
  private static let inside = Set(["in", "im", "w", "we", "v"].map { Array($0.utf8) })
  /// So few capitals are an abbreviation, unless they are a word as they stand.
  private static let shortCapitals = 5

  private var vocabulary = Vocabulary()
  private var expansions: [UInt64: [NameWord]] = [:]
  private var longestPhrase = 1
  /// What stands before persons' names, with a full stop.
  private var titles: Set<[UInt8]> = []
  /// The English words that meanings are called by.
  private var english: Set<[UInt8]> = []
  /// After these there is the person whom an organisation is named after.
  private var dedications: Set<UInt64> = []
  private var concepts: UInt16 = 0
  /// The concepts that are nearly the same, by name.
  private var kin: [String: UInt64] = [:]
  private var kins = 0

  static let standard = WordList(
    words: Resource(tandem_names_words), places: Resource(tandem_names_places),
    abbreviations: Resource(tandem_names_abbreviations))

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
        for raw in RawName.readings(of: item) {
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
      vocabulary.never = Set(items.map { Array($0.utf8) })
      return
    }
    if head.first == "titles" {
      titles = Set(items.flatMap { item in RawName.readings(of: item).compactMap(\.first?.text) })
      return
    }
    if head.first == "names", head.count == 2 {
      for item in items { add([head[1]], [item]) }
      return
    }
    if head.first == "kin" {
      let number = UInt64(kins)
      kins += 1
      for item in items { kin[item, default: 0] |= 1 << number }
      return
    }
    if head.first == "dedication" {
      for item in items { dedications.insert(Phrase.key(RawName(item).words[...])) }
    }
    guard let first = head.first, let kind = WordClass(name: first == "dedication" ? "stop" : first)
    else { return }
    concepts += 1
    let isLoose = head.dropFirst().contains { $0.hasPrefix("~") }
    let country = head.count > 2 ? UInt16(country: head[1]) : 0
    let name = head.dropFirst(country == 0 ? 1 : 2).joined(separator: " ")
    let meaning = Meaning(
      kind: kind, concept: kind == .stop ? 0 : concepts, isLoose: isLoose, country: country,
      initial: isLoose ? 0 : name.utf8.first ?? 0, kin: kin[name] ?? 0)
    var items = items
    if !isLoose, !name.isEmpty, kind != .stop {
      items.append(name)
      if kind.isCommon { english.insert(Array(name.utf8)) }
    }
    for item in items {
      let written = item.filter { $0 != "*" }
      for words in RawName.readings(of: written) {
        let phrase = words.count > 1 && kind != .stop ? content(words) : words
        // `Den Bosch` without its article would be a common name.
        guard let only = phrase.first, words.count == 1 || phrase.count > 1 || kind == .stop else {
          continue
        }
        if item.hasPrefix("*") {
          vocabulary.add(ending: only.text, meaning)
        } else {
          longestPhrase = max(longestPhrase, phrase.count)
          vocabulary.add(phrase, meaning)
          if item.hasSuffix("*"), phrase.count == 1 { vocabulary.add(stem: only.text, meaning) }
        }
      }
    }
  }

  /// Whether a meaning is called by the word or by the one that it is several of.
  private func isEnglish(_ text: [UInt8]) -> Bool {
    english.contains(text)
      || text.last == UInt8(ascii: "s") && english.contains(Array(text.dropLast()))
      || text.suffix(3) == Array("ies".utf8)[...] && english.contains(text.dropLast(3) + "y".utf8)
  }

  /// The town that the words are.
  func town(_ words: ArraySlice<RawWord>) -> UInt16? {
    guard let meaning = vocabulary[words], meaning.kind == .city else { return nil }
    return meaning.concept
  }

  /// The words without those that say nothing, or all when none is left. Where a partnership's partners are
  /// named they follow `di`: Ottica Lombarda di Ferri & C. S.a.s.
  func content(_ words: [RawWord], hasPartners: Bool = false) -> [RawWord] {
    var rest: [RawWord] = []
    var dropped: UInt8 = 0
    var isDedicated = false
    var isPlaced = false
    let hasSmall = words.contains { !$0.isUpper && $0.text.count > 2 }
    for (place, word) in words.enumerated() {
      // `Optik A` and `Optik B` differ by what elsewhere is an article.
      let isLabel =
        word.text.count == 1 && word.isUpper && place > 0
        && (place == words.count - 1 || words[place + 1].part != word.part)
      let isAbbreviation = word.isUpper && word.text.count > 1 && hasSmall
      let isJoined = word.gap == .slash && word.text.count == 1
      // `A. Mickiewicza` is no article.
      let isInitial =
        word.text.count == 1 && word.isUpper && word.isDotted && place + 1 < words.count
        && words[place + 1].text.count > 2
      // `Институт по електроника "Акад. Емил Джаков"`
      let isTitle = word.isQuoted && word.isDotted && titles.contains(word.text)
      if !isTitle,
        isInitial || isLabel || isAbbreviation || isJoined
          || vocabulary[[word]]?.kind != .stop
      {
        var word = word
        word.before = dropped
        word.isDedicated = isDedicated
        word.isPlaced = isPlaced
        isPlaced = false
        rest.append(word)
        (dropped, isDedicated) = (0, false)
      } else {
        dropped = word.text.first ?? 0
        isPlaced = Self.inside.contains(word.text)
        isDedicated =
          isDedicated || isTitle || dedications.contains(Phrase.key([word]))
          || word.text == Self.by && place + 1 < words.count && words[place + 1].gap == .slash
          || word.text == Self.partners
            && (hasPartners || Self.namesOwner(words[(place + 1)...], after: words[..<place]))
      }
    }
    if dropped != 0, !rest.isEmpty { rest[rest.count - 1].after = dropped }
    markHyphenated(&rest)
    return rest.isEmpty ? words : rest
  }

  /// Whether the last words are the owner's, whose name the firm bears: Officina Conti di Conti Luigi.
  private static func namesOwner(
    _ last: ArraySlice<RawWord>, after first: ArraySlice<RawWord>
  ) -> Bool {
    last.count < 5
      && last.contains { word in word.text.count > 2 && first.contains { $0.text == word.text } }
  }

  /// What hyphens tie to a university before it is whom it is named after.
  private func markHyphenated(_ words: inout [RawWord]) {
    for place in words.indices.dropFirst()
    where words[place].gap == .hyphen && vocabulary.stem(words[place].text)?.kind == .university {
      var start = place - 1
      while start > 0, words[start].gap == .hyphen { start -= 1 }
      for named in start..<place { words[named].isDedicated = true }
    }
  }

  /// The words as they are compared.
  func expand(_ words: [RawWord], as reading: Reading = .full) -> [NameWord] {
    var result: [NameWord] = []
    var place = 0
    while place < words.count, result.count < RawName.words {
      let start = result.count
      let taken = take(words, place, reading, &result)
      if result.count == start + 1, taken == 1, result[start].meaning.concept != 0 {
        result[start].isEnglish = isEnglish(words[place].text)
      }
      result.dedicate(words[place], from: start)
      place += taken
    }
    result.markOwner()
    result.markPatrons()
    return Self.unrepeated(result.prefix(RawName.words))
  }

  /// Žilinská univerzita v Žiline says where it is twice, Primăria Municipiului Cluj what it is.
  private static func unrepeated(_ words: ArraySlice<NameWord>) -> [NameWord] {
    var result: [NameWord] = []
    for word in words
    where ![.name, .city, .region, .country, .kind, .university].contains(word.meaning.kind)
      || !result.contains(where: {
        $0.text == word.text || $0.meaning.kind != .name && $0.isSame(word)
      })
    {
      result.append(word)
    }
    return result
  }

  private func take(
    _ words: [RawWord], _ place: Int, _ reading: Reading, _ result: inout [NameWord]
  ) -> Int {
    var length = reading == .full ? min(longestPhrase, words.count - place) : 1
    while length > 0 {
      let phrase = words[place..<place + length]
      if reading == .full, let expanded = expansions[Phrase.key(phrase)] {
        for var word in expanded where !result.contains(where: { $0.isSame(word) }) {
          word.part = words[place].part
          word.isExpanded = true
          result.append(word)
        }
        return length
      }
      // NAKIT abbreviates, whatever the word means.
      let isAbbreviation =
        reading == .plain && words[place].isUpper && words[place].text.count <= Self.shortCapitals
      if !isAbbreviation, let meaning = vocabulary[phrase], meaning.kind != .stop {
        var whole = words[place]
        for word in words[place + 1..<place + length] { whole.text += word.text }
        result.append(NameWord(whole, meaning: meaning))
        result[result.count - 1].isPhrase = length > 1
        if reading == .plain { result[result.count - 1].inner = vocabulary.inner(whole.text) }
        return length
      }
      length -= 1
    }
    result += read(words, place, reading)
    return 1
  }

  /// A word by itself, as one or as the words that it is made of.
  private func read(_ words: [RawWord], _ place: Int, _ reading: Reading) -> [NameWord] {
    let word = words[place]
    var result: [NameWord]
    var isWhole = false
    if let number = Self.number(word, isFirst: place == 0, isLast: place == words.count - 1) {
      result = [number]
    } else if word.isDotted,
      word.text.count == 1 || titles.contains(word.text) || Self.areInitials(word, words, place)
    {
      result = [NameWord(word, meaning: .initial)]
    } else if word.isUpper, word.text.count <= Self.shortCapitals {
      // FEMP is not the Hungarian word for metal with an ending.
      result = [NameWord(word, meaning: .none)]
    } else {
      let cut = vocabulary.split(word)
      isWhole = cut.map { vocabulary.isOneWord(word.text, cutAt: $0.0.text.count) } ?? false
      if reading != .plain, !isWhole, let (start, ending, meaning) = cut {
        result = read(start) + [NameWord(ending, meaning: meaning)]
      } else if let meaning = vocabulary.stem(word.text),
        words.count > 1 || meaning.kind != .field
      {
        result = [NameWord(word, meaning: meaning)]
      } else if reading != .plain,
        let parts = vocabulary.compound(word.text[...], isAlone: words.count == 1)
      {
        result = parts.map { NameWord(word.part($0.text), meaning: $0.meaning) }
      } else {
        let isTown = word.isPlaced && place > 1 && place == words.count - 1
        result = [NameWord(word, meaning: isTown ? .town : .none)]
      }
    }
    if reading == .plain || isWhole {
      result[result.count - 1].inner = vocabulary.inner(word.text)
    }
    return result
  }

  /// What stands before a known ending: it may be made of words too.
  private func read(_ start: RawWord) -> [NameWord] {
    if vocabulary.stem(start.text) == nil {
      if let (first, second, meaning) = vocabulary.split(start) {
        return [
          NameWord(first, meaning: vocabulary.common(first.text) ?? .none),
          NameWord(second, meaning: meaning),
        ]
      }
      if let parts = vocabulary.compound(start.text[...], isAlone: false) {
        return parts.map { NameWord(start.part($0.text), meaning: $0.meaning) }
      }
    }
    return [NameWord(start, meaning: vocabulary.common(start.text) ?? .none)]
  }

  /// `J. E. Purkyně`
  private static func areInitials(_ word: RawWord, _ words: [RawWord], _ place: Int) -> Bool {
    word.isSpelled && word.isUpper && word.text.count == 2 && place + 1 < words.count
      && words[place + 1].text.count > 3
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
  /// The first letter of somebody's first name, or their title.
  static let initial = Meaning(kind: .given, concept: 0, isLoose: false, country: 0)
  /// A town that no list has.
  static let town = Meaning(kind: .city, concept: 0, isLoose: false, country: 0)
  static let number = Meaning(kind: .number, concept: 0, isLoose: false, country: 0)
}
