/// How alike two names are, and by what.
struct Likeness: Sendable {
  /// 0 to 1.
  var score: Float
  var kind: Kind
  /// They have a name of their own in common, and not only what they are and where.
  var sharesName = false
  /// The place of the abbreviation in the one name or the other.
  var abbreviation: (place: Int, isInFirst: Bool)?

  enum Kind: Sendable {
    case same, meaning, slips, inside, abbreviation, partly
  }

  static let none = Likeness(score: 0, kind: .partly)
}
