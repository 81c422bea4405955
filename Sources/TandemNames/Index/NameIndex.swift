import TandemModel

/// The organisations that are known, by all that they may be called.
///
/// A value: a copy shares all that is not changed after, so that adding one organisation to a copy
/// costs some tenths of a millisecond however many there are.
public struct NameIndex: Sendable {
  /// How many candidates a doubt lists at most.
  public static let candidates = 5

  private(set) var rows = Pages<IndexRow?>()
  private(set) var features = Shards()
  private var byID = Shards()
  private var free: [UInt32] = []
  let weights = Weights.standard

  public init() {}

  public init(_ profiles: some Sequence<Organisation>) {
    for profile in profiles { add(profile) }
  }

  /// How many organisations it holds.
  public var count: Int { rows.count - free.count }

  /// What is held of an organisation.
  public subscript(id: OrganisationID) -> Organisation? {
    row(of: id).flatMap { rows[Int($0)]?.profile }
  }

  /// Adds an organisation, in the place of what is held under its id: at no cost where that is called and
  /// found by the same, as when its group changes.
  public mutating func add(_ profile: Organisation) {
    if let row = row(of: profile.id), let held = rows[Int(row)] {
      if let same = held.renewed(profile) {
        rows[Int(row)] = same
        return
      }
      remove(profile.id)
    }
    let called = profile.called
    let readings = called.readings
    let row: UInt32
    if let last = free.popLast() {
      row = last
      rows[Int(row)] = IndexRow(profile, called, readings)
    } else {
      row = UInt32(rows.count)
      rows.append(IndexRow(profile, called, readings))
    }
    byID.add(row, to: Self.key(profile.id))
    for key in Self.keys(profile, readings) { features.add(row, to: key) }
  }

  /// Takes an organisation out, and gives back what was held of it.
  @discardableResult
  public mutating func remove(_ id: OrganisationID) -> Organisation? {
    guard let row = row(of: id), let held = rows[Int(row)] else { return nil }
    let profile = held.profile
    for key in Self.keys(profile, held.called.readings) { features.remove(row, from: key) }
    byID.remove(row, from: Self.key(id))
    rows[Int(row)] = nil
    free.append(row)
    return profile
  }

  /// What a submitted organisation is.
  public func resolve(_ query: NameQuery) -> Resolution {
    Resolver(self, query, without: nil).resolve()
  }

  /// The other organisations that may be this one, the most alike first: for finding what was entered
  /// twice. What would have been linked is the first of them.
  public func doubts(of id: OrganisationID) -> [Resolution.Candidate] {
    guard let row = row(of: id), let profile = rows[Int(row)]?.profile else { return [] }
    let query = NameQuery(
      names: profile.names + profile.formerNames, country: profile.country,
      identifiers: profile.identifiers, domains: profile.domains)
    switch Resolver(self, query, without: row).resolve() {
    case .linked(let id, let reason):
      return [Resolution.Candidate(id: id, score: 1, reason: reason)]
    case .doubt(let candidates): return candidates
    case .new: return []
    }
  }

  private func row(of id: OrganisationID) -> UInt32? {
    var found: UInt32?
    byID[Self.key(id)].forEach { row in
      if rows[Int(row)]?.profile.id == id { found = row }
    }
    return found
  }

  private static func key(_ id: OrganisationID) -> UInt64 {
    var hash = Hash(4)
    hash.add(id.text.utf8)
    return hash.value
  }

  private static func keys(
    _ profile: Organisation, _ readings: [CalledNames.Reading]
  ) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    let country = UInt16(country: profile.country?.text ?? "")
    for (name, _) in readings {
      for letter in Features.heads(name.words) { keys.insert(Features.long(letter, country)) }
      for word in name.abbreviations { keys.insert(Features.short(word.head(0), country)) }
      keys.formUnion(Features.whole(name))
      for word in name.words {
        keys.insert(Features.word(word))
        keys.formUnion(Features.trigrams(word))
        if let key = Features.consonants(word) { keys.insert(key) }
      }
      for letters in Features.initials(of: name.words) { keys.insert(Features.initials(letters)) }
    }
    for identifier in profile.identifiers { keys.insert(Features.identifier(identifier)) }
    for domain in profile.domains {
      if let own = domain.own { keys.insert(Features.domain(own)) }
    }
    return keys
  }
}
