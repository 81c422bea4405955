import CTandemNamesData

/// What words mean across languages: `words.txt`, `places.txt` and `abbreviations.txt`.
struct WordList: Sendable {
  /// How words are read: with what abbreviations and phrases mean and compounds cut, each word by itself and
  /// compounds cut, or neither.
  enum Reading { case full, wordByWord, plain }

  /// A stem so long may have so many more letters, a shorter one fewer.
  private static let longStem = 5
  private static let longEnding = 6
  private static let shortEnding = 2
  private static let shortestEnding = 3
  private static let shortestStart = 3
  private static let partners = Array("di".utf8)
  /// With a slash behind it, before the owner's name in Danish.
  private static let by = Array("v".utf8)
  /// What stands before a town and hardly before anything else.
  private static let inside = Set(["in", "im", "w", "we", "v"].map { Array($0.utf8) })
  /// A word of a compound has so many letters, and what links two of them is one of these.
  private static let shortestPart = 4
  private static let longestLink = 2
  private static let links = Set(
    ["s", "e", "n", "o", "a", "i", "u", "en", "es", "er"].map { Array($0.utf8) })
  /// So few capitals are an abbreviation, unless they are a word as they stand.
  private static let shortCapitals = 5

  private var phrases: [UInt64: Meaning] = [:]
  private var stems: [UInt64: Meaning] = [:]
  private var endings: [UInt64: Meaning] = [:]
  private var expansions: [UInt64: [NameWord]] = [:]
  private var longestPhrase = 1
  /// What no stem may be followed by.
  private var never: Set<[UInt8]> = []
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
      never = Set(items.map { Array($0.utf8) })
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
          endings[Self.key(only.text[...]), default: meaning] = meaning
        } else {
          longestPhrase = max(longestPhrase, phrase.count)
          phrases[Phrase.key(phrase[...])].prefer(meaning)
          if item.hasSuffix("*"), phrase.count == 1 {
            stems[Self.key(only.text[...])].prefer(meaning)
          }
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
    guard let meaning = phrases[Phrase.key(words)], meaning.kind == .city else { return nil }
    return meaning.concept
  }

  private static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash = Hash(3)
    hash.add(text)
    return hash.value
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
          || phrases[Phrase.key([word])]?.kind != .stop
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
    where words[place].gap == .hyphen && stem(words[place].text)?.kind == .university {
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
      let key = Phrase.key(words[place..<place + length])
      if reading == .full, let expanded = expansions[key] {
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
      if !isAbbreviation, let meaning = phrases[key], meaning.kind != .stop {
        var whole = words[place]
        for word in words[place + 1..<place + length] { whole.text += word.text }
        result.append(NameWord(whole, meaning: meaning))
        result[result.count - 1].isPhrase = length > 1
        if reading == .plain { result[result.count - 1].inner = inner(whole.text) }
        return length
      }
      length -= 1
    }
    let word = words[place]
    var cut = split(word)
    let isWhole = cut.map { isOneWord(word.text, cutAt: $0.0.text.count) } ?? false
    if isWhole { cut = nil }
    if let number = Self.number(word, isFirst: place == 0, isLast: place == words.count - 1) {
      result.append(number)
    } else if word.isDotted,
      word.text.count == 1 || titles.contains(word.text) || Self.areInitials(word, words, place)
    {
      result.append(NameWord(word, meaning: .initial))
    } else if word.isUpper, word.text.count <= Self.shortCapitals {
      // FEMP is not the Hungarian word for metal with an ending.
      result.append(NameWord(word, meaning: .none))
    } else if reading != .plain, let (start, ending, meaning) = cut {
      if stem(start.text) == nil, let (first, second, inner) = split(start) {
        result.append(NameWord(first, meaning: common(first.text) ?? .none))
        result.append(NameWord(second, meaning: inner))
      } else if stem(start.text) == nil, let parts = compound(start.text[...], isAlone: false) {
        for part in parts {
          var piece = start
          piece.text = Array(part.text)
          result.append(NameWord(piece, meaning: part.meaning))
        }
      } else {
        result.append(NameWord(start, meaning: common(start.text) ?? .none))
      }
      result.append(NameWord(ending, meaning: meaning))
    } else if let meaning = stem(word.text), words.count > 1 || meaning.kind != .field {
      result.append(NameWord(word, meaning: meaning))
    } else if reading != .plain, let parts = compound(word.text[...], isAlone: words.count == 1) {
      for part in parts {
        var piece = word
        piece.text = Array(part.text)
        result.append(NameWord(piece, meaning: part.meaning))
      }
    } else {
      let isTown = word.isPlaced && place > 1 && place == words.count - 1
      result.append(NameWord(word, meaning: isTown ? .town : .none))
    }
    if reading == .plain || isWhole { result[result.count - 1].inner = inner(word.text) }
    return 1
  }

  /// `J. E. Purkyně`
  private static func areInitials(_ word: RawWord, _ words: [RawWord], _ place: Int) -> Bool {
    word.isSpelled && word.isUpper && word.text.count == 2 && place + 1 < words.count
      && words[place + 1].text.count > 3
  }

  private func stem(_ text: [UInt8]) -> Meaning? { longestStem(text)?.meaning }

  private func longestStem(_ text: [UInt8]) -> (meaning: Meaning, length: Int)? {
    var hash = Hash(3)
    var found: (Meaning, Int)?
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      let more = place + 1 < Self.longStem ? max(Self.shortEnding, place) : Self.longEnding
      if text.count - place - 1 <= more, place > 1, let meaning = stems[hash.value],
        !never.contains(Array(text[(place + 1)...]))
      {
        found = (meaning, place + 1)
      }
    }
    return found
  }

  /// Whether a stem goes past the cut, as in Biochemie, or the word is a place.
  private func isOneWord(_ text: [UInt8], cutAt cut: Int) -> Bool {
    longestStem(text).map { $0.meaning.kind.isPlace || $0.length > cut } ?? false
  }

  /// The first letters of the known words inside a compound, the first in the lowest byte.
  private func inner(_ text: [UInt8]) -> UInt32 {
    var found: UInt32 = 0
    var count: UInt32 = 0
    var place = Self.shortestStart
    while place + Self.shortestEnding <= text.count, count < 4 {
      if endings[Self.key(text[place...])] != nil || beginsStem(text[place...]) {
        found |= UInt32(text[place]) << (8 * count)
        count += 1
        place += Self.shortestEnding
      } else {
        place += 1
      }
    }
    return found
  }

  /// Whether a word with endings, long enough to be no chance, stands here.
  private func beginsStem(_ text: ArraySlice<UInt8>) -> Bool {
    var hash = Hash(3)
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      if place + 1 > Self.longStem, stems[hash.value] != nil { return true }
    }
    return false
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

  /// The words of a compound that the lists know every word of: `byggkvalitet`, `metsäntutkimus`. What stands
  /// alone is one only where it ends with what an organisation is, as it may be a name of its own.
  private func compound(
    _ text: ArraySlice<UInt8>, isAlone: Bool
  ) -> [(text: ArraySlice<UInt8>, meaning: Meaning)]? {
    guard text.count >= 2 * Self.shortestPart else { return nil }
    var hash = Hash(3)
    var found: [(text: ArraySlice<UInt8>, meaning: Meaning)]?
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      let length = place + 1
      guard length >= Self.shortestPart, text.count - length >= Self.shortestPart else { continue }
      let start = text.prefix(length)
      guard let meaning = stems[hash.value] ?? word(start), meaning.kind.isCommon else { continue }
      for link in 0...Self.longestLink {
        let rest = text.dropFirst(length + link)
        guard rest.count >= Self.shortestPart,
          link == 0 || Self.links.contains(Array(text.dropFirst(length).prefix(link)))
        else { continue }
        if let last = word(rest) ?? stem(Array(rest)), last.kind.isCommon,
          !never.contains(Array(rest)), !isAlone || !last.kind.isSpecific
        {
          found = [(start, meaning), (rest, last)]
        } else if let more = compound(rest, isAlone: isAlone) {
          found = [(start, meaning)] + more
        }
      }
    }
    return found
  }

  /// What the first part of a compound means: `Stadt` as a word, others as beginnings.
  private func common(_ text: [UInt8]) -> Meaning? {
    if let meaning = word(text[...]), meaning.kind.isCommon { return meaning }
    return stem(text)
  }

  private func word(_ text: ArraySlice<UInt8>) -> Meaning? {
    var hash = Hash(2)
    hash.add(text)
    hash.add(0x20)
    return phrases[hash.value]
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

extension Meaning? {
  /// The first meaning of a word stays, but one that gathers many gives way to one that does not.
  fileprivate mutating func prefer(_ other: Meaning) {
    if self == nil || self?.isLoose == true && !other.isLoose { self = other }
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
