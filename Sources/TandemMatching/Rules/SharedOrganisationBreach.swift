import TandemModel

/// SHARED_ORGANISATION: both hold an active interest in the same group, whatever it is.
public struct SharedOrganisationBreach: Breach {
  public static let rule = Rule.sharedOrganisation
  /// The interests in the group that count longest, of one expert and of the other.
  public let one: HeldInterest
  public let other: HeldInterest
  /// What makes their organisations count as one, where more is known than their group.
  public let chain: [OrganisationTie]
  /// Why interests count for who does not hold them: they may be the same person as who does.
  public let doubts: [ExpertDoubt]

  public var group: OrganisationID { one.group }
  public var experts: [ExpertID] { [one.interest.expert, other.interest.expert] }
  public var sentence: String {
    func words(_ held: HeldInterest) -> String {
      "\(held.interest.expert) \(held.kindWithArticle) one in \(held.interest.organisation), "
        + held.ending
    }
    return "\(experts[0]) and \(experts[1]) both hold an interest in group \(group): "
      + "\(words(one)); \(words(other))\(chain.isEmpty ? "" : "; \(chain.words)")"
      + "\(doubts.isEmpty ? "" : "; \(doubts.words)")."
  }
  public var evidence: [Evidence] {
    func named(_ held: HeldInterest) -> [Evidence] {
      held.evidence.filter { $0.name != "group" }.map {
        Evidence("\(held.interest.expert).\($0.name)", $0.value)
      }
    }
    return [Evidence("group", group)] + named(one) + named(other) + chain.evidence
      + doubts.evidence
  }

  /// One bar for each group that both hold an interest in, in the order of the groups' ids.
  static func bars(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase,
    over starts: ClosedRange<Day>
  ) -> [Bar] {
    var theirs = other.longestInterests[...]
    return one.longestInterests.compactMap { mine in
      theirs = theirs.drop { $0.group < mine.group }
      guard let same = theirs.first, same.group == mine.group else { return nil }
      let last = min(mine.starts.upperBound, same.starts.upperBound)
      guard last >= starts.lowerBound else { return nil }
      let chain = auditCase.indexed.ties.chain(
        from: mine.interest.organisation, to: same.interest.organisation)
      return Bar(
        SharedOrganisationBreach(
          one: mine, other: same, chain: chain,
          doubts: [mine, same].flatMap {
            auditCase.indexed.borne.interests[$0.interest]?.doubts ?? []
          }), on: Day.first...last)
    }
  }

  /// The interest in each group that counts longest, in the order of the groups' ids.
  static func longest(of interests: [HeldInterest]) -> [HeldInterest] {
    var longest: [OrganisationID: HeldInterest] = [:]
    for held in interests {
      guard let known = longest[held.group], !held.outlasts(known) else {
        longest[held.group] = held
        continue
      }
    }
    return longest.values.sorted { $0.group < $1.group }
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
