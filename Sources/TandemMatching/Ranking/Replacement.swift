import TandemModel

/// A panel for an audit in which a seat opened, and what it keeps of what was agreed.
public struct Replacement: Hashable, Sendable {
  public let ranked: RankedPanel
  /// Whether whoever is left of the panel stays.
  public let keepsExperts: Bool
  public let keepsDay: Bool
}

extension AuditCase {
  /// The valid panels after a seat opened: first those that keep whoever is left and the day, then the day,
  /// then whoever is left, then all others; among each other as panels are ranked.
  public func replacements(
    keeping kept: Set<ExpertID>, from start: Day
  ) -> some Sequence<Replacement> {
    let sameExperts = panels(keeping: kept)
    let both = sameExperts.lazy.filter { $0.panel.start == start }
      .map { Replacement(ranked: $0, keepsExperts: true, keepsDay: true) }
    let sameDay = PanelRanking(of: on(start)).lazy
      .filter { !$0.panel.keeps(kept) }
      .map { Replacement(ranked: $0, keepsExperts: false, keepsDay: true) }
    let others = sameExperts.lazy.filter { $0.panel.start != start }
      .map { Replacement(ranked: $0, keepsExperts: true, keepsDay: false) }
    let rest = PanelRanking(of: self).lazy
      .filter { !$0.panel.keeps(kept) && $0.panel.start != start }
      .map { Replacement(ranked: $0, keepsExperts: false, keepsDay: false) }
    return [
      AnySequence(both), AnySequence(sameDay), AnySequence(others), AnySequence(rest),
    ].lazy.joined()
  }

  /// Every valid panel with those members, ranked; none where they are nobody or a whole panel.
  private func panels(keeping kept: Set<ExpertID>) -> [RankedPanel] {
    guard kept.count == 1, labelPolicy.panel == 2, let one = kept.first else { return [] }
    return indexed.records.filter { $0.id != one }
      .compactMap { Seats([one, $0.id]) }
      .flatMap { seats in
        starts.filter { breaches(of: seats.experts, on: $0).isEmpty }
          .compactMap { start in
            language(of: seats).map {
              RankedPanel(
                panel: Panel(start: start, seats: seats, language: $0),
                cost: costRows(of: seats, on: start).total)
            }
          }
      }
      .sorted {
        ($0.cost, $0.panel.start, $0.panel.seats) < ($1.cost, $1.panel.start, $1.panel.seats)
      }
  }
}

extension Panel {
  /// Nobody kept is kept by none.
  fileprivate func keeps(_ experts: Set<ExpertID>) -> Bool {
    !experts.isEmpty && experts.isSubset(of: seats.experts)
  }
}
