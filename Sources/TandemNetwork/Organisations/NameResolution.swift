import TandemModel
import TandemNames

/// Finds out which organisations are meant by names, one after the other: what the first ones registered
/// is known to those after it.
struct NameResolution {
  /// The network with all that was registered so far.
  private var state: NetworkState
  /// What is to be made known: new organisations, and doubts about them.
  private(set) var events: [Event] = []
  private(set) var names: [ResolvedName] = []

  init(in state: NetworkState) { self.state = state }

  var organisations: Set<OrganisationID> { Set(names.map(\.organisation)) }

  /// - Parameter country: where it is taken to be when nothing says where it is.
  mutating func resolve(_ query: NameQuery, assuming country: Country) {
    var placed = query
    placed.country = query.country ?? country
    var found = state.names.resolve(placed)
    if query.country == nil, case .linked(let id, let reason) = found, reason.leansOnCountry,
      let elsewhere = namesakes(of: query, besides: id)
    {
      found = elsewhere
    }
    let name = query.names.first?.text ?? ""
    switch found {
    case .linked(let id, let reason):
      names.append(
        ResolvedName(
          name: name, organisation: id, outcome: .linked, reason: reason.description))
    case .doubt(let candidates):
      let id = register(placed)
      note(candidates.compactMap { $0.doubt(with: id) })
      let reasons = candidates.map { "\($0.id): \($0.reason)" }
      names.append(
        ResolvedName(
          name: name, organisation: id, outcome: .doubt, reason: reasons.joined(separator: "; ")))
    case .new:
      names.append(ResolvedName(name: name, organisation: register(placed), outcome: .new))
    }
  }

  /// A country that was only assumed decides nothing between organisations of one name.
  private func namesakes(of query: NameQuery, besides id: OrganisationID) -> Resolution? {
    guard case .doubt(let candidates) = state.names.resolve(query) else { return nil }
    let same = candidates.filter {
      if case .sameNameElsewhere = $0.reason { true } else { false }
    }
    let entries = state.entries(of: id)
    return same.contains { !entries.contains($0.id) } ? .doubt(same) : nil
  }

  private mutating func register(_ query: NameQuery) -> OrganisationID {
    let organisation = Organisation(
      id: freeID(for: query), names: query.names, country: query.country,
      identifiers: query.identifiers, domains: query.domains)
    note([.organisationSet(organisation)])
    return organisation.id
  }

  private mutating func note(_ events: [Event]) {
    self.events += events
    state.apply(events, from: Origin(revision: state.revision, actor: "", time: 0))
  }

  /// The name in small letters and digits, with a number where that is taken.
  private func freeID(for query: NameQuery) -> OrganisationID {
    let slug = query.names.first.map { Slug.of($0.text) } ?? ""
    let base = slug.isEmpty ? "organisation" : slug
    var number = 1
    while true {
      let text = number == 1 ? base : "\(base)-\(number)"
      if let id = OrganisationID(text), state.organisations[id] == nil { return id }
      number += 1
    }
  }
}

extension Resolution.Candidate {
  /// Nil where it is the organisation itself.
  func doubt(with id: OrganisationID) -> Event? {
    OrganisationPair(id, self.id).map {
      .doubtFound($0, reason: reason.description, likeness: Int((score * 100).rounded()))
    }
  }
}

extension Reason {
  /// Whether it is a link only where the country is the same.
  fileprivate var leansOnCountry: Bool {
    switch self {
    case .sameName, .transliteration, .formerName: true
    default: false
    }
  }
}

extension NetworkState {
  /// The doubts that an organisation, as it is to be, brings up: with none of which it was found alike
  /// before, or said to be the same or different.
  func newDoubts(about organisation: Organisation) -> [Event] {
    var state = self
    state.apply(
      [.organisationSet(organisation)], from: Origin(revision: revision, actor: "", time: 0))
    return state.names.doubts(of: organisation.id).compactMap { candidate in
      guard let pair = OrganisationPair(organisation.id, candidate.id), doubts[pair] == nil,
        !isSettled(pair)
      else { return nil }
      return candidate.doubt(with: organisation.id)
    }
  }
}
