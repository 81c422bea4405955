import TandemModel

/// SHARED_ORGANISATION: both hold an active interest in the same group, whatever it is.
public struct SharedOrganisationBreach: Breach {
  public static let rule = Rule.sharedOrganisation
  /// The interests in the group that count longest, of one expert and of the other.
  public let one: HeldInterest
  public let other: HeldInterest

  public var group: OrganisationID { one.group }
  public var experts: [ExpertID] { [one.interest.expert, other.interest.expert] }
  public var sentence: String {
    func words(_ held: HeldInterest) -> String {
      "\(held.interest.expert) \(held.kindWithArticle) one in \(held.interest.organisation), "
        + held.ending
    }
    return "\(experts[0]) and \(experts[1]) both hold an interest in group \(group): "
      + "\(words(one)); \(words(other))."
  }
  public var evidence: [Evidence] {
    func named(_ held: HeldInterest) -> [Evidence] {
      held.evidence.filter { $0.name != "group" }.map {
        Evidence("\(held.interest.expert).\($0.name)", $0.value)
      }
    }
    return [Evidence("group", group)] + named(one) + named(other)
  }

  /// One bar for each group that both hold an interest in, in the order of the groups' ids.
  static func bars(
    of one: ExpertRecord, _ other: ExpertRecord, over starts: ClosedRange<Day>
  ) -> [Bar] {
    guard !one.interests.isEmpty, !other.interests.isEmpty else { return [] }
    let mine = longest(of: one, over: starts)
    guard !mine.isEmpty else { return [] }
    let theirs = longest(of: other, over: starts)
    return mine.compactMap { group, held in theirs[group].map { (held, $0) } }
      .sorted { $0.0.group < $1.0.group }
      .map { mine, theirs in
        Bar(
          SharedOrganisationBreach(one: mine, other: theirs),
          on: Day.first...min(mine.starts.upperBound, theirs.starts.upperBound))
      }
  }

  private static func longest(
    of record: ExpertRecord, over starts: ClosedRange<Day>
  ) -> [OrganisationID: HeldInterest] {
    var longest: [OrganisationID: HeldInterest] = [:]
    for held in record.interests where held.starts.overlaps(starts) {
      guard let known = longest[held.group], !held.outlasts(known) else {
        longest[held.group] = held
        continue
      }
    }
    return longest
  }

  static func assurance(
    of one: ExpertRecord, _ other: ExpertRecord, on start: Day
  ) -> Assurance {
    Assurance(
      rule, [one.id, other.id],
      "\(one.id) and \(other.id) hold no active interest in one and the same group.")
  }
}

extension HeldInterest {
  /// Whether it bars longer; of two that bar alike the one of the lesser organisation, then kind.
  fileprivate func outlasts(_ other: HeldInterest) -> Bool {
    if starts.upperBound != other.starts.upperBound {
      return starts.upperBound > other.starts.upperBound
    }
    return (interest.organisation, interest.kind)
      < (other.interest.organisation, other.interest.kind)
  }
}
