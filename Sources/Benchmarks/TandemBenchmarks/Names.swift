import NameSamples
import TandemModel
import TandemNames

/// Made-up organisations by the thousand, and names to find among them.
enum Names {
  static let seed: UInt64 = 1

  /// - Parameter count: how many organisations, each of another name.
  static func organisations(_ count: Int) throws -> [Organisation] {
    var names = GeneratedNames(seed: seed)
    var seen: Set<String> = []
    var organisations: [Organisation] = []
    while organisations.count < count {
      let made = names.organisation()
      guard seen.insert(made.name).inserted, let id = OrganisationID("O\(organisations.count)")
      else { continue }
      organisations.append(
        Organisation(
          id: id, names: [try OrganisationName(made.name)], country: Country(made.country)))
    }
    return organisations
  }

  /// Half of them are other ways to write the organisations' names, half are others'.
  static func queries(_ count: Int, about organisations: [Organisation]) throws -> [NameQuery] {
    var names = GeneratedNames(seed: seed + 1)
    return try (0..<count).map { place in
      let known = organisations[place * organisations.count / count]
      let made =
        place.isMultiple(of: 2)
        ? names.variant(.init(name: known.names[0].text, country: known.country?.text ?? ""))
        : names.organisation()
      return try NameQuery(made.name, country: Country(made.country))
    }
  }
}
