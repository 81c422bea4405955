import TandemModel

/// Reads the fields of a request as values of the model and collects all that is wrong with them.
///
/// What cannot be read is nil, and reading goes on, so that the caller learns of all faults at once.
public struct FieldReader {
  /// How long texts and lists of a request may be.
  public enum Limit {
    /// Bytes of a name.
    public static let name = 200
    /// Bytes of an e-mail address (RFC 5321: 254).
    public static let email = 254
    /// Bytes of a reason.
    public static let reason = 2_000
    /// Bytes of a word such as a sector or a kind.
    public static let word = 100
    /// Bytes of an organisation's name.
    public static let organisationName = OrganisationName.maxBytes
    /// Names, identifiers or domains of one organisation.
    public static let names = 100
    /// Members of a cluster.
    public static let members = 5_000
    /// Experts of a panel that somebody has in mind; more than a valid one has, so that SIZE is told.
    public static let panel = 10
    /// Changes that are supposed at once.
    public static let hypotheses = 100
    /// Entries of any other list.
    public static let list = 1_000
  }

  public private(set) var faults: [Fault] = []

  public init() {}

  public mutating func refuse(_ reason: String, at place: String) {
    faults.append(Fault(at: place, reason))
  }

  // MARK: Words

  public mutating func id<Subject>(_ text: String, at place: String) -> ID<Subject>? {
    guard let id = ID<Subject>(text) else {
      refuse(
        text.isEmpty ? "is missing: expected an id" : "is no id: \(ID<Subject>.shape)", at: place)
      return nil
    }
    return id
  }

  public mutating func optionalID<Subject>(_ text: String, at place: String) -> ID<Subject>? {
    text.isEmpty ? nil : id(text, at: place)
  }

  public mutating func term<Vocabulary>(_ text: String, at place: String) -> Term<Vocabulary>? {
    guard !text.isEmpty else {
      refuse("is missing", at: place)
      return nil
    }
    guard limit(text, to: Limit.word, at: place) else { return nil }
    return Term(text)
  }

  public mutating func country(_ text: String, at place: String) -> Country? {
    guard let country: Country = term(text, at: place) else { return nil }
    guard country.isAssigned else {
      refuse("is no ISO 3166-1 alpha-2 code of a country, such as DE", at: place)
      return nil
    }
    return country
  }

  public mutating func language(_ text: String, at place: String) -> Language? {
    guard let language: Language = term(text, at: place) else { return nil }
    guard language.isPrimaryTag else {
      refuse("is no BCP 47 primary tag of a language, such as de", at: place)
      return nil
    }
    return language
  }

  public mutating func level(_ text: String, at place: String) -> Level? {
    guard let level = Level(text) else {
      refuse("is no level: expected A1, A2, B1, B2, C1 or C2", at: place)
      return nil
    }
    return level
  }

  // MARK: Texts and numbers

  public mutating func text(_ text: String, upTo bytes: Int, at place: String) -> String {
    limit(text, to: bytes, at: place) ? text : ""
  }

  /// A reason, which is asked for.
  public mutating func reason(_ text: String, at place: String) -> String {
    if text.isEmpty { refuse("is missing: say why, for the record", at: place) }
    return self.text(text, upTo: Limit.reason, at: place)
  }

  public mutating func whole(_ number: Int, _ range: ClosedRange<Int>, at place: String) -> Int? {
    guard range.contains(number) else {
      refuse("is \(number), not from \(range.lowerBound) to \(range.upperBound)", at: place)
      return nil
    }
    return number
  }

  private mutating func limit(_ text: String, to bytes: Int, at place: String) -> Bool {
    guard text.utf8.count <= bytes else {
      refuse("has \(text.utf8.count) bytes, at most \(bytes) are allowed", at: place)
      return false
    }
    return true
  }

  // MARK: Days

  public mutating func day(_ date: Wire.Date?, at place: String) -> Day? {
    guard let date else {
      refuse("is missing: expected a date", at: place)
      return nil
    }
    guard let day = Day(year: date.year, month: date.month, day: date.day) else {
      refuse("is no date: year \(date.year), month \(date.month), day \(date.day)", at: place)
      return nil
    }
    return day
  }

  public mutating func optionalDay(_ date: Wire.Date?, at place: String) -> Day? {
    date == nil ? nil : day(date, at: place)
  }

  /// The days from one to the other, both included; a last one before the first is refused at its
  /// own place.
  public mutating func days(
    from first: Wire.Date?, at firstPlace: String, to last: Wire.Date?, at lastPlace: String
  ) -> ClosedRange<Day>? {
    let first = day(first, at: firstPlace)
    let last = day(last, at: lastPlace)
    guard let first, let last else { return nil }
    guard first <= last else {
      refuse("is \(last), before \(first)", at: lastPlace)
      return nil
    }
    return first...last
  }

  // MARK: Lists

  /// Reads each element of a list that is not too long.
  public mutating func list<Element, Value>(
    _ elements: [Element], upTo limit: Int = Limit.list, at place: String,
    _ read: (inout FieldReader, Element, String) -> Value?
  ) -> [Value] {
    guard elements.count <= limit else {
      refuse("has \(elements.count) entries, at most \(limit) are allowed", at: place)
      return []
    }
    return elements.enumerated().compactMap { read(&self, $1, "\(place)[\($0)]") }
  }

  /// As ``list(_:upTo:at:_:)``, and nothing may be given twice.
  public mutating func distinct<Element, Value: Hashable>(
    _ elements: [Element], upTo limit: Int = Limit.list, at place: String,
    _ read: (inout FieldReader, Element, String) -> Value?
  ) -> [Value] {
    var seen: Set<Value> = []
    return list(elements, upTo: limit, at: place) { reader, element, place in
      guard let value = read(&reader, element, place) else { return nil }
      guard seen.insert(value).inserted else {
        reader.refuse("is given twice: \(value)", at: place)
        return nil
      }
      return value
    }
  }

  /// As ``distinct(_:upTo:at:_:)``, for pairs of a key, which may not be given twice, and a value.
  public mutating func map<Element, Key: Hashable, Value>(
    _ elements: [Element], at place: String,
    _ read: (inout FieldReader, Element, String) -> (Key, Value)?
  ) -> [Key: Value] {
    var result: [Key: Value] = [:]
    _ = list(elements, at: place) { reader, element, place in
      guard let (key, value) = read(&reader, element, place) else { return Never?.none }
      if result.updateValue(value, forKey: key) != nil {
        reader.refuse("is given twice: \(key)", at: place)
      }
      return nil
    }
    return result
  }
}
