import TandemModel

extension ProblemReader {
  /// The travel table; countries of experts and audits that it lacks are refused where they live.
  func travel(_ field: Field) -> TravelTable {
    let before = log.count
    let travel: TravelTable = field.map { $0.map { $0.whole(0...1_000_000) } }
    // A faulty table lacks what could not be read: that follows, and is not listed.
    guard log.count == before else { return travel }
    let gaps = gaps(in: travel)
    for (country, field) in homes {
      if let gap = gaps[country] { field.refuse(gap) }
    }
    return travel
  }

  /// What the table lacks, by the country that it lacks it for.
  private func gaps(in travel: TravelTable) -> [Country: String] {
    let countries = Set(homes.map(\.country)).sorted()
    let withoutColumn = countries.filter { country in
      let others = travel.keys.filter { $0 != country }
      return !others.isEmpty && others.allSatisfy { travel[$0]?[country] == nil }
    }
    var gaps: [Country: String] = [:]
    for country in countries {
      let name = country.text.shortened.quoted
      if travel[country] == nil {
        gaps[country] = "/travel has no row for \(name): add one, and a column"
      } else if withoutColumn.contains(country) {
        gaps[country] = "/travel has no column for \(name): add it to every row"
      } else if let other = countries.first(where: {
        travel[country]?[$0] == nil && !withoutColumn.contains($0)
      }) {
        gaps[country] =
          "the row of \(name) in /travel has no entry for \(other.text.shortened.quoted)"
      }
    }
    return gaps
  }
}
