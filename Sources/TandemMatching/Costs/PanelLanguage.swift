import TandemModel

/// How well a member speaks each of an audit's languages, best first: nil below the label's level.
typealias SpokenLevels = [Level?]

/// The language in which a panel works, by its place in the audit's order, and what it costs.
struct PanelLanguage: Hashable, Sendable {
  let place: Int
  let cost: Int
}

extension AuditCase {
  func levels(of record: ExpertRecord) -> SpokenLevels {
    audit.languages.map { language in
      record.expert.languages[language].flatMap { $0 >= labelPolicy.level ? $0 : nil }
    }
  }

  /// What a language costs of itself.
  func rankCost(of place: Int) -> Int { policy.costs[.languageRank] * place }

  /// What a member costs who speaks the panel's language at that level.
  func levelCost(of level: Level) -> Int { policy.costs[.languageLevel] * level.belowBest }

  /// The cheapest language that all members speak, of equal ones the first; nil when there is none.
  func language(of members: [SpokenLevels]) -> PanelLanguage? {
    var best: PanelLanguage?
    for place in audit.languages.indices {
      var cost = rankCost(of: place)
      var isShared = true
      for member in members {
        guard let level = member[place] else {
          isShared = false
          break
        }
        cost += levelCost(of: level)
      }
      if isShared, best.map({ cost < $0.cost }) ?? true {
        best = PanelLanguage(place: place, cost: cost)
      }
    }
    return best
  }
}

extension Level {
  /// How many levels lie above it: 0 for C2, 5 for A1.
  var belowBest: Int { Level.c2.rawValue - rawValue }
}
