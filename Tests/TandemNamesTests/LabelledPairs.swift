import Foundation
import TandemModel
import TandemNames
import Testing

/// Pairs of names that a person has labelled: `pairs.tsv`, which the data were tuned on, and
/// the held-out ones, each written after the tuning on those before it.
struct LabelledPairs {
  struct Pair {
    var one: NameQuery
    var other: NameQuery
    var isSame: Bool
    var note: String
  }

  /// What resolving gave, counted apart for links and doubts.
  struct Figures: CustomStringConvertible {
    var same = 0
    var different = 0
    var rightLinks = 0
    var wrongLinks = 0
    var rightDoubts = 0
    var wrongDoubts = 0
    var missed: [String] = []
    var wrong: [String] = []

    var linkPrecision: Double {
      let links = rightLinks + wrongLinks
      return links == 0 ? 1 : Double(rightLinks) / Double(links)
    }
    var recall: Double { Double(rightLinks + rightDoubts) / Double(max(same, 1)) }
    var linkRecall: Double { Double(rightLinks) / Double(max(same, 1)) }
    var doubtPrecision: Double {
      Double(rightDoubts) / Double(max(rightDoubts + wrongDoubts, 1))
    }
    /// Of 100 different ones.
    var falseDoubts: Double { 100 * Double(wrongDoubts) / Double(max(different, 1)) }

    var description: String {
      """
      \(same) same, \(different) different; links: precision \(linkPrecision), recall \
      \(linkRecall); doubts: precision \(doubtPrecision), recall with links \(recall); \
      \(falseDoubts) doubts in 100 different
      """
    }
  }

  let pairs: [Pair]

  init(_ file: String) throws {
    let folder = try #require(Bundle.module.url(forResource: "Resources", withExtension: nil))
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    pairs = try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 6, "\(line)")
      return Pair(
        one: try NameQuery(fields[0], country: Country(fields[1])),
        other: try NameQuery(fields[2], country: Country(fields[3])),
        isSame: fields[4] == "same", note: fields[5])
    }
  }

  /// Resolves the second name of each pair against the first alone, or against the first names of all.
  func figures(together: Bool) throws -> Figures {
    let profiles = try pairs.enumerated().map { place, pair in
      Organisation(
        id: try #require(OrganisationID("P\(place)")), names: pair.one.names,
        country: pair.one.country)
    }
    let whole = NameIndex(profiles)
    var figures = Figures()
    for (pair, profile) in zip(pairs, profiles) {
      let index = together ? whole : NameIndex([profile])
      note(index.resolve(pair.other), pair, profile, whole, &figures)
    }
    return figures
  }

  private func note(
    _ resolution: Resolution, _ pair: Pair, _ profile: Organisation, _ index: NameIndex,
    _ figures: inout Figures
  ) {
    let text = "\(pair.one.names[0].text) | \(pair.other.names[0].text) | \(pair.note)"
    if pair.isSame { figures.same += 1 } else { figures.different += 1 }
    // The list has some names twice, and one of them may be found for the other.
    func isMeant(_ id: OrganisationID) -> Bool {
      id == profile.id || pair.isSame && index[id]?.country == profile.country
    }
    switch resolution {
    case .linked(let id, let reason) where isMeant(id):
      if pair.isSame {
        figures.rightLinks += 1
      } else {
        figures.wrongLinks += 1
        figures.wrong.append("linked: \(text): \(reason)")
      }
    case .doubt(let candidates) where candidates.contains(where: { isMeant($0.id) }):
      if pair.isSame {
        figures.rightDoubts += 1
      } else {
        figures.wrongDoubts += 1
        figures.wrong.append("doubted: \(text): \(candidates[0].reason)")
      }
    default:
      if pair.isSame { figures.missed.append(text) }
    }
  }
}
