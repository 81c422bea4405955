import TandemModel

extension Wire.Policy {
  public init(_ policy: Policy) {
    self.init()
    labels = policy.labels.sorted { $0.key < $1.key }.map(Wire.LabelPolicy.init)
    sameCountry = policy.sameCountry == .forbid ? .forbid : .allow
    coolingOff = policy.coolingOff.sorted { $0.key < $1.key }.map { kind, coolingOff in
      .with {
        $0.kind = kind.text
        switch coolingOff {
        case .never: $0.never = true
        case .days(let days): $0.days = days
        }
      }
    }
    rotation = .with {
      $0.audits = policy.rotation.audits
      $0.days = policy.rotation.days
    }
    repeatPairDays = policy.repeatPairDays
    restDays = policy.restDays
    doubts = policy.doubts == .warn ? .warn : .bar
    scheme = Wire.Scheme(policy.scheme)
    costs = .with { for row in Costs.Row.allCases { $0[keyPath: row.field] = policy.costs[row] } }
  }
}

extension Wire.LabelPolicy {
  init(_ label: Label, _ policy: LabelPolicy) {
    self.init()
    self.label = label.text
    panel = policy.panel
    days = policy.days
    renewalDays = policy.renewalDays
    level = policy.level.description
    lead = policy.lead
    nationalsLeast = policy.nationals.lowerBound
    nationalsMost = policy.nationals.upperBound
  }
}

extension Costs.Row {
  fileprivate var field: WritableKeyPath<Wire.Costs, Int> {
    switch self {
    case .languageRank: \.languageRank
    case .languageLevel: \.languageLevel
    case .travel: \.travel
    case .sector: \.sector
    case .bid: \.bid
    case .homeCountry: \.homeCountry
    case .sameCountry: \.sameCountry
    case .repeatPair: \.repeatPair
    case .load: \.load
    case .date: \.date
    case .change: \.change
    case .move: \.move
    }
  }
}

extension FieldReader {
  public mutating func policy(_ wire: Wire.Policy?, at place: String) -> Policy? {
    guard let wire = given(wire, at: place) else { return nil }
    let labels = map(wire.labels, at: "\(place).labels") { $0.labelPolicy($1, at: $2) }
    if wire.labels.isEmpty {
      refuse("is empty: expected at least one label", at: "\(place).labels")
    }
    if wire.sameCountry == .unspecified {
      refuse("is missing: forbid or allow", at: "\(place).same_country")
    }
    let coolingOff = map(wire.coolingOff, at: "\(place).cooling_off") { $0.coolingOff($1, at: $2) }
    let rotation = given(wire.rotation, at: "\(place).rotation")
    let audits = rotation.flatMap { whole($0.audits, 1...10_000, at: "\(place).rotation.audits") }
    let days = rotation.flatMap { whole($0.days, 0...100_000, at: "\(place).rotation.days") }
    let repeatPairDays = whole(
      wire.repeatPairDays, 0...100_000, at: "\(place).repeat_pair_days")
    let restDays = whole(wire.restDays, 0...30, at: "\(place).rest_days")
    let costs = given(wire.costs, at: "\(place).costs").map { wire in
      Costs { row in
        whole(wire[keyPath: row.field], 0...Costs.limit, at: "\(place).costs.\(row.rawValue)") ?? 0
      }
    }
    let scheme = scheme(wire.scheme, at: "\(place).scheme")
    guard let scheme, let audits, let days, let repeatPairDays, let restDays, let costs else {
      return nil
    }
    return Policy(
      labels: labels, sameCountry: wire.sameCountry == .forbid ? .forbid : .allow,
      coolingOff: coolingOff, rotation: Policy.Rotation(audits: audits, days: days),
      repeatPairDays: repeatPairDays, restDays: restDays, costs: costs,
      doubts: wire.doubts == .warn ? .warn : .bar,
      scheme: scheme)
  }

  private mutating func labelPolicy(
    _ wire: Wire.LabelPolicy, at place: String
  ) -> (Label, LabelPolicy)? {
    let label: Label? = term(wire.label, at: "\(place).label")
    let panel = whole(wire.panel, 1...2, at: "\(place).panel")
    let days = whole(wire.days, 1...30, at: "\(place).days")
    let renewalDays = whole(wire.renewalDays, 1...30, at: "\(place).renewal_days")
    let level = level(wire.level, at: "\(place).level")
    let most = whole(wire.nationalsMost, 0...(panel ?? 2), at: "\(place).nationals_most")
    let least = whole(wire.nationalsLeast, 0...(most ?? 2), at: "\(place).nationals_least")
    guard let label, let panel, let days, let renewalDays, let level, let least, let most else {
      return nil
    }
    let policy = LabelPolicy(
      panel: panel, days: days, renewalDays: renewalDays, level: level, lead: wire.lead,
      nationals: least...most)
    return (label, policy)
  }

  private mutating func coolingOff(
    _ wire: Wire.CoolingOff, at place: String
  ) -> (InterestKind, Policy.CoolingOff)? {
    let kind: InterestKind? = term(wire.kind, at: "\(place).kind")
    let days = whole(wire.days, wire.never ? 0...0 : 0...100_000, at: "\(place).days")
    return kind.flatMap { kind in days.map { (kind, wire.never ? .never : .days($0)) } }
  }

  public mutating func travelLegs(_ wire: [Wire.TravelLeg], at place: String) -> [TravelLeg] {
    if wire.isEmpty { refuse("is empty: expected at least one leg", at: place) }
    var seen: Set<[Country]> = []
    // Every way between 250 countries, should somebody send the whole table.
    return list(wire, upTo: 62_500, at: place) { reader, leg, place in
      let home = reader.country(leg.home, at: "\(place).home")
      let country = reader.country(leg.country, at: "\(place).country")
      let units = reader.whole(leg.units, 0...1_000_000, at: "\(place).units")
      guard let home, let country, let units else { return nil }
      guard seen.insert([home, country]).inserted else {
        reader.refuse("is given twice: from \(home) to \(country)", at: place)
        return nil
      }
      return TravelLeg(home: home, country: country, units: units)
    }
  }
}
