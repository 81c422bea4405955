import TandemModel

extension Wire.Audit {
  public init(_ audit: Audit, contact person: Person, state: AuditState) {
    self.init()
    id = audit.id.text
    cluster = audit.cluster.text
    country = audit.country.text
    label = audit.label.text
    languages = audit.languages.map(\.text)
    members = audit.members.sorted().map(\.text)
    sectors = audit.sectors.sorted().map(\.text)
    earliest = Wire.Date(audit.window.lowerBound)
    latest = Wire.Date(audit.window.upperBound)
    preferred = audit.preferred.map(Wire.Date.init)
    priority = audit.priority
    objections = audit.objections.sorted().map(\.text)
    recusals = audit.recusals.sorted().map(\.text)
    bids = audit.bids.sorted { $0.key < $1.key }.map { expert, bid in
      .with {
        $0.expert = expert.text
        $0.bid = bid
      }
    }
    renewal = audit.renewal
    remote = audit.remote
    if person != Person() {
      contact = .with {
        $0.name = person.name
        $0.email = person.email
      }
    }
    self.state = Wire.AuditState(state)
  }
}

extension Wire.AuditState {
  public init(_ state: AuditState) {
    switch state {
    case .submitted: self = .submitted
    case .admitted: self = .admitted
    case .proposed: self = .proposed
    case .withdrawn: self = .withdrawn
    case .invited: self = .invited
    case .confirmed: self = .confirmed
    case .held: self = .held
    case .decided: self = .decided
    case .cancelled: self = .cancelled
    }
  }

  /// Nil for the unspecified one.
  public var model: AuditState? {
    switch self {
    case .unspecified: nil
    case .submitted: .submitted
    case .admitted: .admitted
    case .proposed: .proposed
    case .withdrawn: .withdrawn
    case .invited: .invited
    case .confirmed: .confirmed
    case .held: .held
    case .decided: .decided
    case .cancelled: .cancelled
    }
  }
}

extension FieldReader {
  /// What a client may say of an audit; what the server sets is not read.
  public mutating func audit(
    _ wire: Wire.Audit?, at place: String
  ) -> (Audit, contact: Person)? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: AuditID? = id(wire.id, at: "\(place).id")
    let cluster: OrganisationID? = self.id(wire.cluster, at: "\(place).cluster")
    let country = country(wire.country, at: "\(place).country")
    let label: Label? = term(wire.label, at: "\(place).label")
    let languages = distinct(wire.languages, at: "\(place).languages") { $0.language($1, at: $2) }
    if wire.languages.isEmpty {
      refuse("is empty: expected at least one, the best first", at: "\(place).languages")
    }
    let members: [OrganisationID] = distinct(
      wire.members, upTo: Limit.members, at: "\(place).members"
    ) { $0.id($1, at: $2) }
    let sectors: [Sector] = distinct(wire.sectors, at: "\(place).sectors") { $0.term($1, at: $2) }
    let window = days(
      from: wire.earliest, at: "\(place).earliest", to: wire.latest, at: "\(place).latest")
    let preferred = optionalDay(wire.preferred, at: "\(place).preferred")
    let priority =
      wire.priority == 0
      ? 1 : whole(wire.priority, 1...1_000_000, at: "\(place).priority")
    let objections: [ExpertID] = distinct(wire.objections, at: "\(place).objections") {
      $0.id($1, at: $2)
    }
    let recusals: [ExpertID] = distinct(wire.recusals, at: "\(place).recusals") {
      $0.id($1, at: $2)
    }
    let bids = map(wire.bids, at: "\(place).bids") { $0.bid($1, at: $2) }
    let contact = person(
      name: wire.contact?.name ?? "", email: wire.contact?.email ?? "", at: "\(place).contact")
    guard let id, let cluster, let country, let label, let window, let priority else { return nil }
    let audit = Audit(
      id: id, cluster: cluster, country: country, label: label, languages: languages,
      members: Set(members), sectors: Set(sectors), window: window, priority: priority,
      objections: Set(objections), recusals: Set(recusals), bids: bids, preferred: preferred,
      renewal: wire.renewal, remote: wire.remote)
    return (audit, contact)
  }

  private mutating func bid(_ wire: Wire.Bid, at place: String) -> (ExpertID, Int)? {
    let expert: ExpertID? = id(wire.expert, at: "\(place).expert")
    let bid = whole(wire.bid, 0...3, at: "\(place).bid")
    return expert.flatMap { expert in bid.map { (expert, $0) } }
  }
}
