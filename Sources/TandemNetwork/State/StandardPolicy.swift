import TandemModel

extension Policy {
  /// The policy of a network that has been given none, after what is public of the scheme: gold and
  /// silver by two independent experts, bronze by one; gold two days on site (a renewal one);
  /// cooling-off of two years (ISO/IEC 17021-1).
  public static let standard: Policy = {
    var labels: [Label: LabelPolicy] = [:]
    labels[known("bronze")] = LabelPolicy(
      panel: 1, days: 1, renewalDays: 1, level: .b2, lead: false, nationals: 0...0)
    labels[known("silver")] = LabelPolicy(
      panel: 2, days: 1, renewalDays: 1, level: .b2, lead: true, nationals: 0...0)
    labels[known("gold")] = LabelPolicy(
      panel: 2, days: 2, renewalDays: 1, level: .c1, lead: true, nationals: 0...1)
    return Policy(
      labels: labels, sameCountry: .allow,
      coolingOff: [
        known("employment"): .days(730), known("consultancy"): .days(730),
        known("membership"): .days(365), known("ownership"): .days(730), known("family"): .never,
      ],
      rotation: Rotation(audits: 1, days: 1460), repeatPairDays: 730, restDays: 1,
      costs: Costs { row in
        switch row {
        case .languageRank: 6
        case .languageLevel: 2
        case .travel, .date: 1
        case .sector: 8
        case .bid: 4
        case .homeCountry, .move: 5
        case .sameCountry: 10
        case .repeatPair: 12
        case .load: 3
        case .change: 15
        }
      })
  }()
}

/// A word written in this file, which cannot be empty.
private func known<Vocabulary>(_ word: String) -> Term<Vocabulary> {
  guard let term = Term<Vocabulary>(word) else { preconditionFailure("\(word) is no term") }
  return term
}
