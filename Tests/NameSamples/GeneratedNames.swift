/// Makes up organisations, other ways to write them, and others that are not they; one seed gives the
/// same each time.
public struct GeneratedNames: RandomNumberGenerator, Sendable {
  /// A name, and the two letters of its organisation's country.
  public struct Made: Sendable {
    public var name: String
    public var country: String

    public init(name: String, country: String) {
      self.name = name
      self.country = country
    }
  }

  private var state: UInt64
  private static let syllables =
    """
    al ba bel bor cal cen cor dal den dor el fal fen for gal gen gor hal hel in jor kal ken kor lam \
    len lor mal men mor nal nev nor op or pal pen por qua ral ren ris ros sal sen sor tal ten tor \
    ul val ven vor wal xen yor zal zen zor bri cra dro fle gri kle pla pro sta tri
    """.split(separator: " ").map(String.init)
  private static let endings = [
    "tex", "nova", "matic", "dur", "plan", "lux", "therm", "flex", "mont", "pur", "sys", "vis", "",
  ]

  public init(seed: UInt64) { state = seed }

  // SplitMix64: Steele, Lea and Flood, 2014.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  private mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  private mutating func any<Element>(_ items: [Element]) -> Element { items[next(items.count)] }

  /// An organisation; its words are drawn from few lists, so that others share most of them.
  public mutating func organisation() -> Made {
    let language = any(GeneratedLanguage.all)
    let (field, city) = (any(language.fields), any(language.cities))
    let name: String
    switch next(10) {
    case 0...1:
      let words = any(language.institutions).split(separator: " ")
      var hasBrand = false
      let filled = words.map { word in
        switch word {
        case "F": return field
        case "C": return city
        case "B":
          hasBrand = true
          return brand()
        default: return String(word)
        }
      }
      name = filled.joined(separator: " ") + (hasBrand ? "" : " \(brand())")
    case 2...3:
      name =
        "\(any(language.firsts)) \(any(language.families)) \(brand()) \(any(language.forms)[0])"
    case 4...5: name = "\(brand()) \(field) \(city) \(any(language.forms)[0])"
    case 6: name = "\(any(language.families)) & \(any(language.families)) \(brand())"
    default: name = "\(brand()) \(field) \(any(language.forms)[0])"
    }
    return Made(name: name, country: language.country)
  }

  private mutating func brand() -> String {
    let text = any(Self.syllables) + any(Self.syllables) + any(Self.syllables) + any(Self.endings)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The organisation as somebody else writes it.
  public mutating func variant(_ made: Made) -> Made {
    var name = made.name
    for _ in 0...next(2) { name = change(name, made.country) }
    return Made(name: name, country: made.country)
  }

  private mutating func change(_ name: String, _ country: String) -> String {
    guard let language = GeneratedLanguage.all.first(where: { $0.country == country }) else {
      return name
    }
    switch next(8) {
    case 0: return name.uppercased()
    case 1: return plain(name)
    case 2: return expanded(name)
    case 3: return otherForm(name, language)
    case 4: return slip(name)
    case 5: return "\(name), \(any(language.cities))"
    case 6: return name.replacing(" & ", with: " + ").replacing(" ", with: "  ")
    default:
      var words = name.split(separator: " ")
      if words.count > 2 { words.swapAt(0, 1) }
      return words.joined(separator: " ")
    }
  }

  private mutating func otherForm(_ name: String, _ language: GeneratedLanguage) -> String {
    for row in language.forms where name.hasSuffix(" " + row[0]) {
      let start = name.dropLast(row[0].count + 1)
      return next(2) == 0 ? String(start) : "\(start) \(any(row))"
    }
    return name
  }

  /// One slip of the pen in the longest word.
  private mutating func slip(_ name: String) -> String {
    var words = name.split(separator: " ").map(Array.init)
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }),
      words[longest].count > 6
    else { return name }
    let place = 1 + next(words[longest].count - 3)
    switch next(4) {
    case 0: words[longest].remove(at: place)
    case 1: words[longest].insert(words[longest][place], at: place)
    case 2: words[longest].swapAt(place, place + 1)
    default: words[longest][place] = any(Array("aeiorst"))
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private func plain(_ name: String) -> String {
    map(name, "äaöoüußsåaéeèeêeáaíióoúuñnąaćcęełlńnśsźzżzčcďděeňnřrštťtůuýyžzőoűuÖOÅA")
  }

  private func expanded(_ name: String) -> String {
    var text = name
    for (letter, written) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ö", "Oe")] {
      text = text.replacing(letter, with: written)
    }
    return text
  }

  private func map(_ name: String, _ pairs: String) -> String {
    let letters = Array(pairs)
    return String(
      name.map { letter in
        var place = 0
        while place + 1 < letters.count {
          if letters[place] == letter { return letters[place + 1] }
          place += 2
        }
        return letter
      })
  }
}
