import TandemModel

/// An answer to a split on the way to a part of a certificate.
struct PanelAnswer: Sendable {
  let split: Certificate.Split
  let isYes: Bool

  /// Whether it lets the split's audit stay without a panel.
  var letsStayOpen: Bool {
    if case .before = split { true } else { !isYes }
  }

  /// Whether a panel of the split's audit agrees with it.
  func allows(_ experts: [ExpertID], on start: Day) -> Bool {
    let isTrue =
      switch split {
      case .filled: true
      case .serves(_, let expert): experts.contains(expert)
      case .together(_, let one, let other): experts.contains(one) && experts.contains(other)
      case .before(_, let day): start < day
      }
    return isTrue == isYes
  }
}
