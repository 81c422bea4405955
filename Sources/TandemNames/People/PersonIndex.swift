import TandemModel

/// The experts that are known, to find who was entered twice. It never links: two people may share a
/// name, and even an address.
public struct PersonIndex: Sendable {
  /// How many matches are given at most.
  public static let most = 5
  /// Of names that more people bear than this, only so many are looked at.
  private static let looked = 500

  private struct Row: Sendable {
    var profile: PersonProfile
    var name: PersonName
    var email: String?
  }

  private var rows = Pages<Row?>()
  private var features = Shards()
  private var byID = Shards()
  private var free: [UInt32] = []

  public init() {}

  public init(_ profiles: some Sequence<PersonProfile>) {
    for profile in profiles { add(profile) }
  }

  /// How many people it holds.
  public var count: Int { rows.count - free.count }

  /// Adds an expert, in the place of what is held under the id. An erased person is found by nothing.
  public mutating func add(_ profile: PersonProfile) {
    remove(profile.id)
    let row = Row(
      profile: profile, name: PersonName(String(profile.person.name.prefix(RawName.scalars))),
      email: EmailAddress.normalised(profile.person.email))
    let place: UInt32
    if let last = free.popLast() {
      place = last
      rows[Int(place)] = row
    } else {
      place = UInt32(rows.count)
      rows.append(row)
    }
    byID.add(place, to: Self.key(profile.id.text))
    for key in Self.keys(row) { features.add(place, to: key) }
  }

  public mutating func remove(_ id: ExpertID) {
    guard let place = place(of: id), let row = rows[Int(place)] else { return }
    for key in Self.keys(row) { features.remove(place, from: key) }
    byID.remove(place, from: Self.key(id.text))
    rows[Int(place)] = nil
    free.append(place)
  }

  /// Who of the others may be this person: the same address first, then the same name in the same
  /// country or where one is not known; without those of whom it is settled.
  public func doubts(
    _ profile: PersonProfile, besides isSettled: (ExpertID) -> Bool = { _ in false }
  ) -> [PersonMatch] {
    let query = Row(
      profile: profile, name: PersonName(String(profile.person.name.prefix(RawName.scalars))),
      email: EmailAddress.normalised(profile.person.email))
    var found: [ExpertID: PersonMatch.Reason] = [:]
    var places: Set<UInt32> = []
    for key in Self.keys(query) {
      var left = Self.looked
      features[key].forEach { place in
        if left > 0 { places.insert(place) }
        left -= 1
      }
    }
    for place in places {
      guard let row = rows[Int(place)], row.profile.id != profile.id, !isSettled(row.profile.id)
      else { continue }
      if let reason = Self.reason(query, row) { found[row.profile.id] = reason }
    }
    let matches = found.map { PersonMatch(id: $0.key, reason: $0.value) }
    return Array(
      matches.sorted { ($0.reason.rank, $0.id) < ($1.reason.rank, $1.id) }.prefix(Self.most))
  }

  private static func reason(_ query: Row, _ row: Row) -> PersonMatch.Reason? {
    if let email = query.email, email == row.email { return .email }
    if let one = query.profile.country, let other = row.profile.country, one != other {
      return nil
    }
    switch query.name.likeness(row.name) {
    case .same?: return .name
    case .initials?: return .initials
    case nil: return nil
    }
  }

  private func place(of id: ExpertID) -> UInt32? {
    var found: UInt32?
    byID[Self.key(id.text)].forEach { if rows[Int($0)]?.profile.id == id { found = $0 } }
    return found
  }

  private static func key(_ text: String) -> UInt64 {
    var hash = Hash(6)
    hash.add(text.utf8)
    return hash.value
  }

  private static func keys(_ row: Row) -> Set<UInt64> {
    var keys = row.name.keys
    if let email = row.email { keys.insert(key(email)) }
    return keys
  }
}

extension PersonMatch.Reason {
  fileprivate var rank: Int {
    switch self {
    case .email: 0
    case .name: 1
    case .initials: 2
    }
  }
}
