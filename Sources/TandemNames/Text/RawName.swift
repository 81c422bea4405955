/// A name cut into words, in one reading of its letters.
struct RawName: Sendable {
  /// What is read of a name: the rest is ignored. Long enough for every register's longest names.
  static let scalars = 400
  static let words = 24
  static let wordBytes = 48

  private(set) var words: [RawWord] = []
  /// How many readings the name's letters have.
  private(set) var readings = 1

  private var current: [UInt8] = []
  private var letters = 0
  private var capitals = 0
  private var isLastCapital = false
  private var isForeign = false
  private var part: UInt8 = 0
  private var isQuoted = false
  private var gap = RawWord.Gap.strong

  /// - Parameter joinsLetters: whether single letters with full stops become one word.
  init(
    _ name: String, reading: Int = 0, joinsLetters: Bool = true, letters table: Letters = .standard
  ) {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars.prefix(Self.scalars) {
      if Self.isMark(scalar) {
        if let last = scalars.last, let small = Self.small(last),
          let whole = table.join(small, scalar)
        {
          scalars[scalars.count - 1] = small == last ? whole : Self.capital(whole)
        }
      } else {
        scalars.append(scalar)
      }
    }
    var index = 0
    while index < scalars.count, words.count < Self.words {
      index += take(scalars, index, reading, table)
    }
    end()
    if joinsLetters { joinSingleLetters() }
  }

  /// The name's words in each reading of its letters.
  static func readings(of name: String) -> [[RawWord]] {
    let first = RawName(name)
    return [first.words]
      + (1..<max(1, first.readings)).map { RawName(name, reading: $0).words }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F, 0x200B...0x200F, 0x00AD, 0x2060, 0xFEFF:
      true
    default: false
    }
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value < 0x80
      ? (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 32) : scalar
      : scalar.properties.lowercaseMapping.unicodeScalars.first
  }

  private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
  }

  /// Takes the scalar at the index, and how many it took.
  private mutating func take(
    _ scalars: [Unicode.Scalar], _ index: Int, _ reading: Int, _ table: Letters
  ) -> Int {
    let scalar = scalars[index]
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): add([UInt8(value)], isCapital: false)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): add([UInt8(value) + 32], isCapital: true)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): addDigit(UInt8(value))
      default: separate(scalars, index)
      }
      return 1
    }
    guard let small = Self.small(scalar) else { return 1 }
    let isCapital = small != scalar
    // Of a capital İ, and of the Kelvin sign.
    if small.value < 0x80 {
      add([UInt8(small.value)], isCapital: isCapital)
      return 1
    }
    if index + 1 < scalars.count, let next = Self.small(scalars[index + 1]),
      let written = table.written(small, next)
    {
      add(written, reading, isCapital: isCapital, isForeign: true)
      return 2
    }
    if let written = table.written(small) {
      add(
        written, reading, isCapital: isCapital,
        isForeign: (0x370..<0x600).contains(value) || (0x10D0..<0x1100).contains(value))
    } else if scalar.properties.isAlphabetic {
      // A script that is not read here: its words are only ever the same or not.
      let code = String(small.value, radix: 26, uppercase: false).utf8
      add(code.map { $0 < 0x3A ? $0 + 0x31 : $0 }, isCapital: false)
      isForeign = true
    } else {
      separate(scalars, index)
    }
    return 1
  }

  private mutating func add(
    _ written: [[UInt8]], _ reading: Int, isCapital: Bool, isForeign: Bool
  ) {
    readings = max(readings, written.count)
    self.isForeign = self.isForeign || isForeign
    add(written[min(reading, written.count - 1)], isCapital: isCapital)
  }

  private mutating func add(_ bytes: [UInt8], isCapital: Bool) {
    letters += 1
    if isCapital { capitals += 1 }
    isLastCapital = isCapital
    if current.count + bytes.count <= Self.wordBytes { current += bytes }
  }

  private mutating func addDigit(_ digit: UInt8) {
    if current.count < Self.wordBytes { current.append(digit) }
  }

  private mutating func separate(_ scalars: [Unicode.Scalar], _ index: Int) {
    switch scalars[index] {
    case "'", "\u{2019}", "\u{2018}", "`", "\u{B4}", "\u{2BC}":
      // O'Brien and м'ясо are one word each, l'industrie is two.
      if isForeign || !Elision.isElided(current) { return }
      end(.apostrophe)
    case ".":
      let isBetweenDigits =
        current.last.map { $0 < 0x3A } ?? false && index + 1 < scalars.count
        && (0x30...0x39).contains(scalars[index + 1].value)
      if isBetweenDigits { return }
      end(.dot)
    case "-", "\u{2010}", "\u{2011}", "+", "_":
      let isDash =
        index > 0 && index + 1 < scalars.count && scalars[index - 1] == " "
        && scalars[index + 1] == " "
      end(isDash ? .strong : .hyphen)
    case "/": end(.slash)
    case ",", ";", ":", "(", ")", "[", "]", "|", "\u{2013}", "\u{2014}", "\u{B7}", "\u{2022}":
      end(.strong)
    case "\u{AE}", "\u{2122}", "\u{A9}": return
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}":
      end(.space)
      isQuoted.toggle()
    default: end(.space)
    }
  }

  /// CNRS, BayFOR, and LfU, but not NanoFocus.
  private var isAbbreviation: Bool {
    letters > 0
      && (capitals == letters || capitals > 2 && capitals * 2 >= letters
        || capitals == 2 && letters == 3 && isLastCapital)
  }

  private mutating func end(_ gap: RawWord.Gap = .nothing) {
    if !current.isEmpty {
      words.append(
        RawWord(
          text: current, isUpper: isAbbreviation, isDotted: gap == .dot,
          isForeign: isForeign, isQuoted: isQuoted, part: part, gap: self.gap))
      current = []
      self.gap = gap
    } else if gap.rawValue > self.gap.rawValue {
      self.gap = gap
    }
    if gap == .strong, part < 15, !words.isEmpty, words.last?.part == part { part += 1 }
    (letters, capitals, isForeign) = (0, 0, false)
  }

  /// The `e` of `G. e R. Fratelli`.
  private static func linksInitials(_ word: RawWord, after before: RawWord) -> Bool {
    before.isUpper && before.isDotted && !word.isUpper && !word.isDotted && word.gap == .space
  }

  /// `S.r.l.` is srl, `e. V.` ev, `A/S` as, `J P` jp.
  private mutating func joinSingleLetters() {
    var result: [RawWord] = []
    var last = 0
    // F.I.L. S.p.A. is two words.
    var isTight = false
    for word in words {
      let isSingle = word.text.count == 1 && word.text[0] >= 0x61
      if isSingle, last == 1, !(isTight && word.gap == .space), let before = result.last,
        before.part == word.part, !Self.linksInitials(word, after: before),
        before.isDotted && word.gap != .slash
          || before.isUpper && word.isUpper
            && (word.gap == .space && !word.isDotted || word.gap == .slash)
          || word.gap == .slash && !before.isDotted
      {
        result[result.count - 1].text += word.text
        result[result.count - 1].isDotted = word.isDotted
        result[result.count - 1].isSpelled = before.isDotted
        result[result.count - 1].isUpper = before.isUpper && word.isUpper
        isTight = word.gap == .dot
      } else {
        result.append(word)
        isTight = false
        last = isSingle ? 1 : word.text.count
      }
    }
    words = result
  }
}
