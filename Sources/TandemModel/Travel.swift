/// Travel units between countries: home country → audit country → 0…1,000,000.
public typealias TravelTable = [Country: [Country: Int]]
/// Days on which no audit takes place in a country.
public typealias Closures = [Country: Set<Day>]
