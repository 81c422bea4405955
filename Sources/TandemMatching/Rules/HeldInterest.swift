import TandemModel

/// An interest with the group that it counts for and the last day on which it does.
public struct HeldInterest: Hashable, Sendable {
  public let interest: Interest
  public let group: OrganisationID
  /// The last start that it bars; nil when it bars for ever.
  public let activeUntil: Day?

  init(_ interest: Interest, in problem: Problem) {
    self.interest = interest
    group = problem.group(of: interest.organisation)
    activeUntil = interest.activeUntil(under: problem.policy)
  }

  func isActive(on start: Day) -> Bool { activeUntil.map { start <= $0 } ?? true }

  /// The starts that it bars.
  var starts: ClosedRange<Day> { Day.first...(activeUntil ?? .last) }

  /// "an employment", as in "an employment interest".
  var kindWithArticle: String {
    let kind = interest.kind.text
    let isVowel = kind.unicodeScalars.first.map { "aeiouAEIOU".unicodeScalars.contains($0) }
    return (isVowel ?? false ? "an " : "a ") + kind
  }

  /// How long it lasts and counts, as the end of a sentence without its full stop.
  var ending: String {
    guard let until = interest.until else { return "still running" }
    guard let activeUntil else { return "ended on \(until) but never cooling off" }
    return "ended on \(until) and cooling off until \(activeUntil)"
  }

  /// `until` where it has ended, and `cooling_off_until`, `never` where it does not cool off.
  var evidence: [Evidence] {
    var evidence = [
      Evidence("organisation", interest.organisation), Evidence("group", group),
      Evidence("kind", interest.kind),
    ]
    if let until = interest.until {
      evidence.append(Evidence("until", until))
      evidence.append(Evidence("cooling_off_until", activeUntil?.description ?? "never"))
    }
    return evidence
  }
}

extension Interest {
  /// The last start that it bars; nil when it bars for ever.
  fileprivate func activeUntil(under policy: Policy) -> Day? {
    // A kind that the policy does not know can only be taken at its worst.
    guard let until, case .days(let days) = policy.coolingOff[kind] ?? .never else { return nil }
    return until.adding(days)
  }

  /// Whether it bars an audit that begins on that day.
  package func isActive(on start: Day, under policy: Policy) -> Bool {
    activeUntil(under: policy).map { start <= $0 } ?? true
  }
}

extension Problem {
  /// The group of an organisation, its own id where it is in none; followed one step.
  func group(of organisation: OrganisationID) -> OrganisationID {
    groups[organisation] ?? organisation
  }
}
