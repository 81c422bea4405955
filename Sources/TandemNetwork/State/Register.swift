import TandemModel

/// A label that a cluster was awarded.
public struct AwardedLabel: Hashable, Sendable {
  public var cluster: OrganisationID
  public var label: Label
  /// The first day of its month.
  public var awarded: Day
  /// The last day of the month in which it ends.
  public var until: Day
  /// Nil where the network did not keep the audit.
  public var audit: AuditID?

  public init(
    cluster: OrganisationID, label: Label, awarded: Day, until: Day, audit: AuditID? = nil
  ) {
    self.cluster = cluster
    self.label = label
    self.awarded = awarded
    self.until = until
    self.audit = audit
  }
}

/// A label with what has become of it.
public struct RegisteredLabel: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    case valid
    /// It ended, and can still be renewed.
    case renewable
    /// It ended, and can be renewed no more.
    case lapsed
    /// The same label was awarded again.
    case renewed
    /// Another label was awarded since.
    case replaced
  }

  public var award: AwardedLabel
  public var state: State
}

extension NetworkState {
  /// What speaks against a request for a label and does not stand in its way, in sentences.
  public func warnings(about audit: Audit) -> [String] {
    guard !audit.renewal, let precondition = policy.policy.scheme.preconditions[audit.label] else {
      return []
    }
    let cluster = canonical(audit.cluster)
    let count = labels.count {
      canonical($0.cluster) == cluster && $0.label == precondition.label
    }
    guard count < precondition.times else { return [] }
    return [
      "\(audit.cluster) was awarded \(precondition.label) \(count) times, and \(audit.label) is asked for "
        + "after \(precondition.times)."
    ]
  }

  /// Every label that was awarded, by cluster and then by month, with what has become of it by a day;
  /// those awarded later are not among them.
  public func register(on day: Day) -> [RegisteredLabel] {
    let awards = labels.filter { $0.awarded <= day }.map { award in
      var award = award
      award.cluster = canonical(award.cluster)
      return award
    }
    let byCluster = Dictionary(grouping: awards, by: \.cluster)
    return byCluster.sorted { $0.key < $1.key }.flatMap { _, awards in
      let ordered = awards.sorted { ($0.awarded, $0.label) < ($1.awarded, $1.label) }
      return ordered.enumerated().map { place, award in
        let next = place + 1 < ordered.count ? ordered[place + 1] : nil
        return RegisteredLabel(award: award, state: state(of: award, before: next, on: day))
      }
    }
  }

  private func state(
    of award: AwardedLabel, before next: AwardedLabel?, on day: Day
  ) -> RegisteredLabel.State {
    if let next { return next.label == award.label ? .renewed : .replaced }
    if day <= award.until { return .valid }
    let last = award.until.endOfMonth(after: policy.policy.scheme.renewalMonths)
    return day <= last ? .renewable : .lapsed
  }

  /// The label of an audit that began on a day, by the policy in force.
  func award(_ label: Label, to cluster: OrganisationID, of audit: AuditID?, on start: Day)
    -> AwardedLabel
  {
    AwardedLabel(
      cluster: cluster, label: label, awarded: start.firstOfMonth,
      until: start.endOfMonth(after: policy.policy.scheme.labelMonths), audit: audit)
  }

  func recordLabel(
    _ label: Label, of cluster: OrganisationID, on day: Day, today: Day
  ) throws(Refusal) -> [Event] {
    var faults: [Fault] = []
    if policy.policy.labels[label] == nil { faults.append(unknownLabel(label, at: "label")) }
    if day > today {
      faults.append(
        Fault(
          at: "awarded",
          "is \(day), after today, \(today); a label is awarded by `tandem audit decide`"))
    }
    try refuse(faults)
    _ = try organisation(cluster)
    let award = award(label, to: cluster, of: nil, on: day)
    if labels.contains(where: {
      $0.cluster == cluster && $0.label == label && $0.awarded == award.awarded
    }) {
      throw .notNow(
        Thing(cluster), reason: "its label \(label) of that month is in the register already")
    }
    return [.labelAwarded(award)]
  }
}

extension Day {
  /// The first day of its month.
  public var firstOfMonth: Day { adding(1 - parts.day) }

  /// The last day of the month that is so many months after its own.
  public func endOfMonth(after months: Int) -> Day {
    let (year, month, _) = parts
    // The month after that one, from 0.
    let next = year * 12 + month + months
    return Day(year: next / 12, month: next % 12 + 1, day: 1)?.adding(-1) ?? .last
  }
}
