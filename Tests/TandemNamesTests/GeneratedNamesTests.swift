import NameSamples
import TandemModel
import TandemNames
import Testing

struct GeneratedNamesTests {
  @Test(arguments: [1, 2] as [UInt64])
  func
    `Thousands of made-up names are linked rightly, found nearly all, and seldom doubted in vain`(
      seed: UInt64
    ) throws
  {
    var names = GeneratedNames(seed: seed)
    var profiles: [Organisation] = []
    var seen: Set<String> = []
    while profiles.count < 1500 {
      let made = names.organisation()
      guard seen.insert(made.name).inserted else { continue }
      profiles.append(
        Organisation(
          id: try #require(OrganisationID("O\(profiles.count)")),
          names: [try OrganisationName(made.name)], country: Country(made.country)))
    }
    let index = NameIndex(profiles)
    var figures = LabelledPairs.Figures()
    for profile in profiles where figures.same < 700 {
      let made = GeneratedNames.Made(
        name: profile.names[0].text, country: profile.country?.text ?? "")
      let variant = names.variant(made)
      figures.same += 1
      switch index.resolve(try NameQuery(variant.name, country: Country(variant.country))) {
      case .linked(profile.id, _): figures.rightLinks += 1
      case .linked(let id, _):
        figures.wrongLinks += 1
        figures.wrong.append("\(variant.name) \(id)")
      case .doubt(let candidates) where candidates.contains { $0.id == profile.id }:
        figures.rightDoubts += 1
      default: figures.missed.append("\(made.name) | \(variant.name)")
      }
    }
    while figures.different < 700 {
      let made = names.organisation()
      guard seen.insert(made.name).inserted else { continue }
      figures.different += 1
      switch index.resolve(try NameQuery(made.name, country: Country(made.country))) {
      case .linked(let id, _):
        figures.wrongLinks += 1
        figures.wrong.append("\(made.name) \(id)")
      case .doubt(let candidates):
        figures.wrongDoubts += 1
        figures.wrong.append("\(made.name) \(candidates[0].reason)")
      case .new: break
      }
    }
    print("made up, seed \(seed): \(figures)")
    #expect(figures.linkPrecision >= 0.999, "seed \(seed): \(figures.wrong)")
    #expect(figures.recall >= 0.98, "seed \(seed): \(figures.missed)")
    #expect(figures.falseDoubts <= 3, "seed \(seed): \(figures.wrong)")
  }
}
