import TandemModel

@testable import TandemNetwork

/// What is sound, and what refers to what.
extension Expectation {
  func isSound(_ expert: Expert) -> Bool {
    expert.accredited.union(expert.lead).isSubset(of: state.policy.policy.labels.keys)
      && isReached(expert.country)
  }

  func isSound(_ organisation: Organisation) -> Bool {
    var groups = state.organisations.mapValues { $0.value.group ?? $0.value.id }
    groups[organisation.id] = organisation.group ?? organisation.id
    // Whoever is a group has itself as its group: there are no chains that this one is part of.
    let isChain = groups.contains { id, group in
      (id == organisation.id || group == organisation.id) && group != id
        && groups[group].map { $0 != group } ?? false
    }
    return !organisation.members.contains(organisation.id) && !isChain
  }

  func isSound(_ interest: Interest) -> Bool {
    mayName([interest.expert]) && state.organisations.keys.contains(interest.organisation)
      && state.policy.policy.coolingOff.keys.contains(interest.kind)
  }

  /// A window that the audit has already may be over, and an expert whom it objected to already, or by
  /// whoever may not know, be unknown.
  func isSound(
    _ audit: Audit, besides window: ClosedRange<Day>? = nil, objecting: Set<ExpertID>
  ) -> Bool {
    let named = objecting.union(audit.recusals).union(audit.bids.keys)
      .union(audit.waivers.flatMap(\.experts))
    return state.policy.policy.labels.keys.contains(audit.label) && knows(named)
      && (audit.window == window || audit.window.upperBound >= today)
      && !audit.members.contains(audit.cluster)
      && isReached(audit.country)
  }

  func isTaken(_ reference: AuditReference) -> Bool {
    state.audits.values.contains { $0.reference == reference }
  }

  func isSound(_ token: AccessToken) -> Bool {
    switch token.grant {
    case .coordinator, .observer: lives(token.until)
    case .expert(let expert): lives(token.until) && mayName([expert])
    case .partner(let clusters): lives(token.until) && !clusters.isEmpty
    }
  }

  /// Whether the last day of its panel is over.
  func isHeld(_ id: AuditID) -> Bool {
    guard let entry = state.audits[id], let panel = entry.panel,
      let label = state.policy.policy.labels[entry.audit.label]
    else { return false }
    if entry.state == .held || entry.state == .decided { return true }
    let days = entry.audit.renewal ? label.renewalDays : label.days
    return panel.start.days(to: today) >= days
  }

  func lives(_ until: Day) -> Bool {
    until >= today && today.days(to: until) <= AccessToken.longestLife
  }

  func isLastCoordinator(_ id: TokenID) -> Bool {
    let others = state.tokens.values.filter {
      $0.token.grant == .coordinator && !$0.revoked && $0.token.until > today && $0.token.id != id
    }
    return state.tokens[id]?.token.grant == .coordinator && others.isEmpty
  }

  func knows(_ experts: Set<ExpertID>) -> Bool {
    experts.isSubset(of: state.experts.keys)
  }

  /// Nothing is said any more of an entry that was merged into another one.
  func mayName(_ experts: Set<ExpertID>) -> Bool {
    knows(experts) && !experts.contains(where: isMerged)
  }

  func isMerged(_ id: ExpertID) -> Bool { state.experts[id]?.mergedInto != nil }

  func isReached(_ country: Country) -> Bool {
    let audits = state.audits.values.filter { $0.state.isCalledOff == false }.map(\.audit.country)
    return (state.experts.values.map(\.expert.country) + audits).allSatisfy {
      $0 == country || state.travel[$0]?[country] != nil && state.travel[country]?[$0] != nil
    }
  }

  func covers(_ policy: Policy) -> Bool {
    let experts = state.experts.values.map(\.expert)
    let labels =
      experts.flatMap(\.accredited) + experts.flatMap(\.lead)
      + state.audits.values.filter { $0.state.isCalledOff == false }.map(\.audit.label)
    return labels.allSatisfy(policy.labels.keys.contains)
      && state.interests.values.map(\.value.kind).allSatisfy(policy.coolingOff.keys.contains)
  }

  func isMerged(_ id: OrganisationID) -> Bool {
    state.merges.contains { $0.key == id || $0.value == id }
  }

  /// Whether the two are one by now, or their entries were said to differ.
  func isSettled(_ one: OrganisationID, _ other: OrganisationID) -> Bool {
    func last(_ id: OrganisationID) -> OrganisationID {
      state.merges[id].map(last) ?? id
    }
    return last(one) == last(other)
      || state.distinctions.contains {
        [[last(one), last(other)], [last(other), last(one)]]
          .contains([last($0.one), last($0.other)])
      }
  }

  func isNamed(_ id: OrganisationID) -> Bool {
    let audits = state.audits.values.filter { $0.state.isCalledOff == false }.map(\.audit)
    return state.interests.values.contains { $0.value.organisation == id }
      || audits.contains { $0.cluster == id || $0.members.contains(id) }
      || state.organisations.values.contains {
        $0.value.id != id && ($0.value.group == id || $0.value.members.contains(id))
      }
  }
}
