import TandemModel

extension AuditCase {
  /// Everything that is wrong with a panel of these experts on a start, in the order of the model's
  /// tables, what is waived left out; empty when the panel is valid and can stand.
  ///
  /// A panel of the wrong size is checked for nothing else but PINNED. Every expert must be one of
  /// the problem's: anybody else is looked up in vain and breaks no rule of their own.
  public func breaches(of experts: some Collection<ExpertID>, on start: Day) -> [any Breach] {
    findings(of: Array(experts), on: start).filter { !isWaived($0) }
  }

  /// What would be wrong with the panel had the audit no waivers.
  public func waivedBreaches(
    of experts: some Collection<ExpertID>, on start: Day
  ) -> [any Breach] {
    findings(of: Array(experts), on: start).filter { isWaived($0) }
  }

  /// Whether no rule for one expert alone keeps them from serving on every start.
  public func maySomeDay(serve expert: ExpertID) -> Bool {
    guard let member = indexed.record(of: expert),
      lastingBars(of: member).allSatisfy({ isWaived($0.breach) })
    else { return false }
    return starts.contains { start in
      datedBars(of: member, over: start...start).allSatisfy { isWaived($0.breach) }
    }
  }

  private func findings(of experts: [ExpertID], on start: Day) -> [any Breach] {
    let pinned: [any Breach] = PinnedBreach.breaches(of: experts, on: start, in: self)
    let size: [any Breach] = SizeBreach.breaches(of: experts, in: self)
    guard size.isEmpty else { return size + pinned }

    let members = experts.sorted().compactMap { indexed.record(of: $0) }
    let day = start...start
    var found: [any Breach] = WindowBreach.breaches(on: start, in: self)
    func add(_ bars: [Bar]) { found += bars.map(\.breach) }
    for member in members {
      add(lastingBars(of: member))
      add(datedBars(of: member, over: day))
    }
    let together = members.count == 2 ? pairBars(members[0], members[1], over: day) : []
    add(together.filter { $0.breach.rule != .noCommonLanguage })
    found += NationalsBreach.breaches(of: members, in: self)
    add(together.filter { $0.breach.rule == .noCommonLanguage })
    found += NoLeadBreach.breaches(of: members, in: self)
    for member in members { add(standingBars(of: member, over: day)) }
    return found + pinned
  }
}

extension Problem {
  /// The panels that stand in a problem read on its own.
  public var pinnedPanels: [AuditID: CurrentPanel] { current.filter(\.value.pinned) }

  /// What is wrong with each pinned panel beside all the other pinned ones, in the order of the
  /// audits' ids; audits without a fault are left out.
  public func breachesOfPinned() -> [(audit: AuditID, breaches: [any Breach])] {
    let standing = pinnedPanels
    guard !standing.isEmpty else { return [] }
    let indexed = IndexedProblem(self)
    let engagements = Engagements(of: standing, in: self)
    return audits.compactMap { audit in
      guard let panel = standing[audit.id],
        let auditCase = AuditCase(audit.id, in: indexed, beside: engagements)
      else { return nil }
      let breaches = auditCase.breaches(of: panel.experts.sorted(), on: panel.start)
      return breaches.isEmpty ? nil : (audit.id, breaches)
    }
  }
}
