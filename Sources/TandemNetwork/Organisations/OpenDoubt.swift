import TandemMatching
import TandemModel

/// A doubt that nobody has settled, and what hangs on it.
public struct OpenDoubt<Subject>: Sendable {
  public let pair: Pair<Subject>
  public let doubt: Doubt
  /// Audits whose standing panel is not independent if the two are the same, in the order of their ids.
  public let panels: [AuditID]
  /// Whom it bars from open audits if they are: by audits, then experts.
  public let barred: [BarredExpert]

  /// The more there is to lose, the earlier: standing panels, then open audits, then likeness.
  static func isMoreDangerous(_ one: OpenDoubt, _ other: OpenDoubt) -> Bool {
    let dangers = { (doubt: OpenDoubt) in
      (doubt.panels.count, doubt.barred.count, doubt.doubt.likeness)
    }
    return dangers(one) == dangers(other) ? one.pair < other.pair : dangers(one) > dangers(other)
  }
}

/// An expert whom a doubt keeps from an audit.
public struct BarredExpert: Hashable, Sendable {
  public let expert: ExpertID
  public let audit: AuditID
}

extension NetworkState {
  /// The doubts about organisations that nobody has settled, the most dangerous first.
  ///
  /// - Parameter organisation: of which they are; nil for all.
  public func openDoubts(
    of organisation: OrganisationID? = nil, on today: Day
  ) -> [OpenDoubt<Organisation>] {
    let entries = organisation.map(entries(of:))
    let open = doubts.filter { pair, _ in
      (entries.map { $0.contains(pair.one) || $0.contains(pair.other) } ?? true) && isOpen(pair)
    }
    guard !open.isEmpty else { return [] }
    let parts = Parts(in: self, on: today)
    return open.map { pair, doubt in
      // What counts as one with either, by all but this doubt.
      let one = tied(to: [pair.one], doubts: true, without: pair).organisations
      let other = tied(to: [pair.other], doubts: true, without: pair).organisations
      return OpenDoubt(
        pair: pair, doubt: doubt, panels: parts.panels(between: one, other),
        barred: parts.barred(between: one, other))
    }.sorted(by: OpenDoubt.isMoreDangerous)
  }
}

/// Which audits organisations have a part in, and who holds an interest in them.
private struct Parts {
  let state: NetworkState
  private let policy: Policy
  private var audits: [OrganisationID: [AuditEntry]] = [:]

  init(in state: NetworkState, on today: Day) {
    self.state = state
    policy = state.policy.policy
    for entry in state.audits.values {
      guard !entry.state.isCalledOff, !state.isHeld(entry, on: today),
        today <= entry.audit.window.upperBound || entry.panel != nil
      else { continue }
      var parts = state.members(of: entry.audit).reduce(into: Set()) { $0.formUnion($1) }
      parts.insert(entry.audit.cluster)
      for part in parts { audits[part, default: []].append(entry) }
    }
  }

  /// The panels whose members are tied to the one side, while the audit or the other member is to the
  /// other.
  func panels(
    between one: Set<OrganisationID>, _ other: Set<OrganisationID>
  ) -> [AuditID] {
    var found: Set<AuditID> = []
    for (side, far) in [(one, other), (other, one)] {
      for (holder, _) in holders(in: side) {
        for id in state.links.panels[holder] {
          guard let entry = state.audits[id], let panel = entry.panel,
            holds(holder, in: side, on: panel.start)
          else { continue }
          let isPart = far.contains { audits[$0]?.contains { $0.audit.id == id } ?? false }
          let isShared = panel.experts.contains {
            $0 != holder && holds($0, in: far, on: panel.start)
          }
          if isPart || isShared { found.insert(id) }
        }
      }
    }
    return found.sorted()
  }

  /// Who is tied to the one side and accredited for an audit without a panel that the other has a part in.
  func barred(
    between one: Set<OrganisationID>, _ other: Set<OrganisationID>
  ) -> [BarredExpert] {
    var found: Set<BarredExpert> = []
    for (side, far) in [(one, other), (other, one)] {
      let holders = holders(in: side)
      guard !holders.isEmpty else { continue }
      for entry in far.flatMap({ audits[$0] ?? [] }) where entry.panel == nil {
        for (holder, expert) in holders
        where expert.accredited.contains(entry.audit.label)
          && holds(holder, in: side, on: entry.audit.window.lowerBound)
        {
          found.insert(BarredExpert(expert: holder, audit: entry.audit.id))
        }
      }
    }
    return found.sorted { ($0.audit, $0.expert) < ($1.audit, $1.expert) }
  }

  /// Who holds an interest in one of the organisations and is not retired.
  private func holders(in organisations: Set<OrganisationID>) -> [ExpertID: Expert] {
    var holders: [ExpertID: Expert] = [:]
    for id in organisations.flatMap({ state.links.interestsIn[$0] }) {
      guard let holder = state.interests[id]?.value.expert, let entry = state.experts[holder],
        !entry.retired
      else { continue }
      holders[holder] = entry.expert
    }
    return holders
  }

  /// Whether an interest of the expert in one of the organisations still counts on that day.
  private func holds(
    _ expert: ExpertID, in organisations: Set<OrganisationID>, on day: Day
  ) -> Bool {
    state.links.interests[expert].contains { id in
      guard let interest = state.interests[id]?.value,
        organisations.contains(interest.organisation)
      else { return false }
      return interest.isActive(on: day, under: policy)
    }
  }
}
