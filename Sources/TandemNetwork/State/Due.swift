import TandemModel

/// One thing to do by some day, for a person to act on: nothing moves by the clock.
public struct Due: Hashable, Sendable {
  /// In the order in which an audit meets them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case admit, panel, announce, invite, answer, questionnaire, hold, report, decide
    /// A panel that stands breaks a rule.
    case broken
    /// Two organisations, or two experts, may be the same, which bars an expert.
    case doubt
    /// A label ends.
    case renew
    /// An expert is to look through their interests and say that all are declared.
    case interests
  }

  public var kind: Kind
  /// The last day for it.
  public var by: Day
  public var audit: AuditID?
  public var expert: ExpertID?
  public var cluster: OrganisationID?
  public var sentence: String

  public func isOverdue(on day: Day) -> Bool { by < day }
}

extension Snapshot {
  /// What there is to do by the end of so many days from `day` on, as things stand, the earliest first;
  /// what was to be done before and was not is among it.
  public func dues(on day: Day, days: Int) -> [Due] {
    let last = day.adding(days)
    var dues = state.audits.values.flatMap { state.dues(of: $0, on: day) }
    dues += brokenPanels(on: day).map { finding in
      Due(
        kind: .broken, by: day, audit: finding.audit.id,
        cluster: finding.audit.cluster,
        sentence:
          "its panel breaks \(finding.breaches.map(\.rule.rawValue).joined(separator: ", "))")
    }
    dues += state.openDoubts(on: day).compactMap { $0.due(by: day) }
    dues += state.openExpertDoubts(on: day).compactMap { $0.due(by: day) }
    let underWay = state.clustersUnderWay
    dues += state.register(on: day).filter { $0.state == .valid || $0.state == .renewable }
      .filter { !underWay.contains($0.award.cluster) }
      .map { entry in
        Due(
          kind: .renew, by: entry.award.until, audit: nil, expert: nil,
          cluster: entry.award.cluster,
          sentence: "its label \(entry.award.label) \(entry.state == .valid ? "ends" : "ended")")
      }
    dues += state.experts.values.filter { !$0.retired }.map { entry in
      Due(
        kind: .interests, by: state.lastDayOfInterests(entry), expert: entry.expert.id,
        sentence: "\(entry.expert.id) is to confirm their interests")
    }
    return dues.filter { $0.by <= last }
      .sorted {
        ($0.by, $0.order, $0.audit?.text ?? "", $0.expert?.text ?? "", $0.sentence)
          < ($1.by, $1.order, $1.audit?.text ?? "", $1.expert?.text ?? "", $1.sentence)
      }
  }
}

extension OpenDoubt {
  /// Nil where it bars nobody.
  fileprivate func due(by day: Day) -> Due? {
    guard let audit = panels.first ?? barred.first?.audit else { return nil }
    return Due(
      kind: .doubt, by: day, audit: audit, expert: barred.first?.expert, cluster: nil,
      sentence: "\(pair.one) may be \(pair.other)")
  }
}

extension Due {
  fileprivate var order: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
}

extension NetworkState {
  fileprivate func dues(of entry: AuditEntry, on day: Day) -> [Due] {
    let audit = entry.audit
    func due(_ kind: Due.Kind, by day: Day, _ sentence: String, expert: ExpertID? = nil) -> Due {
      Due(
        kind: kind, by: day, audit: audit.id, expert: expert, cluster: audit.cluster,
        sentence: sentence)
    }
    func answers() -> [Due] {
      entry.seated.sorted().compactMap { expert in
        guard let invitation = entry.invitation(of: expert), invitation.acceptance == nil else {
          return nil
        }
        return due(
          .answer, by: lastDayOfAnswer(invitation), "\(expert) is to answer", expert: expert)
      }
    }
    let lastStart = audit.window.upperBound.adding(1 - length(of: audit))
    guard let panel = entry.panel else {
      return switch entry.state {
      case .submitted: [due(.admit, by: lastStart, "it is to be admitted")]
      case .admitted:
        [
          due(
            .panel, by: lastStart,
            entry.vacancy == nil ? "it has no panel" : "a seat of its panel is open")
        ] + answers()
      default: []
      }
    }
    switch entry.state {
    case .proposed:
      guard let announcement = panel.announcement else {
        let scheme = policy.policy.scheme
        let last = panel.start.adding(-scheme.objectionDays - scheme.answerDays - 1)
        return [due(.announce, by: last, "its panel is to be announced")]
      }
      let first = lastDayOfObjections(announcement).adding(1)
      return [due(.invite, by: first, "its experts may be invited")]
    case .invited: return answers()
    case .confirmed:
      let end = panel.start.adding(length(of: audit) - 1)
      if day >= panel.start { return [due(.hold, by: end, "it is to be recorded as held")] }
      return [
        due(
          .questionnaire, by: panel.start.adding(-policy.policy.scheme.questionnaireDays),
          "the questionnaire is to be handed in")
      ]
    case .held:
      let end = panel.start.adding(length(of: audit) - 1)
      let missing = panel.experts.filter { entry.reports[$0] == nil }.sorted()
      guard !missing.isEmpty else { return [due(.decide, by: end, "its label is to be decided")] }
      return missing.map { due(.report, by: end, "\($0) is to report", expert: $0) }
    default: return []
    }
  }

  /// The clusters of which an audit is under way.
  fileprivate var clustersUnderWay: Set<OrganisationID> {
    audits.values.reduce(into: []) { clusters, entry in
      guard !entry.state.isCalledOff, entry.state != .decided else { return }
      clusters.insert(canonical(entry.audit.cluster))
    }
  }
}
