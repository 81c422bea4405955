/// Travel units between countries: home country → audit country → 0…1,000,000.
public typealias TravelTable = [Country: [Country: Int]]

/// One entry of the travel table.
public struct TravelLeg: Hashable, Sendable {
  /// Where the expert lives.
  public var home: Country
  /// Where the audit takes place.
  public var country: Country
  /// 0…1,000,000.
  public var units: Int

  public init(home: Country, country: Country, units: Int) {
    self.home = home
    self.country = country
    self.units = units
  }
}

/// Days on which no audit takes place in a country.
public typealias Closures = [Country: Set<Day>]
