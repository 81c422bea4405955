import TandemMatching
import TandemModel

extension NetworkState {
  /// The doubts about experts that nobody has settled, the most dangerous first.
  ///
  /// - Parameter expert: about whom they are; nil for all.
  public func openExpertDoubts(about expert: ExpertID? = nil, on today: Day) -> [OpenDoubt<Expert>]
  {
    let open = audits.values.filter { entry in
      !entry.state.isCalledOff && entry.panel == nil && today <= entry.audit.window.upperBound
    }
    return unsettledExpertDoubts(about: expert.map { [$0] }).compactMap {
      doubt -> OpenDoubt<Expert>? in
      guard let pair = ExpertPair(doubt.one, doubt.other), let found = expertDoubts[pair] else {
        return nil
      }
      return OpenDoubt(
        pair: pair, doubt: found, panels: panels(endangeredBy: doubt, on: today),
        barred: barred(by: doubt, from: open, on: today))
    }.sorted(by: OpenDoubt.isMoreDangerous)
  }

  /// The standing panels that break a rule if the two are the same, and do not if they are not.
  private func panels(endangeredBy doubt: ExpertDoubt, on today: Day) -> [AuditID] {
    let ids = links.panels[doubt.one].union(links.panels[doubt.other])
    return ids.sorted().filter { id in
      guard let entry = audits[id], let panel = entry.panel, !isHeld(entry, on: today) else {
        return false
      }
      return isBroken(by: doubt, panel.experts, from: entry, today) {
        $0.breaches(of: panel.experts, on: panel.start)
      }
    }
  }

  /// Whom it bars from audits without a panel: by audits, then experts.
  private func barred(
    by doubt: ExpertDoubt, from open: [AuditEntry], on today: Day
  ) -> [BarredExpert] {
    let sides = [(doubt.one, doubt.other), (doubt.other, doubt.one)].filter { bearer, holder in
      experts[bearer]?.retired == false && !links.interests[holder].isEmpty
    }
    let barred = sides.flatMap { bearer, _ in
      open.filter { entry in
        experts[bearer]?.expert.accredited.contains(entry.audit.label) == true
          && isBroken(by: doubt, [bearer], from: entry, today) {
            let start = entry.audit.window.lowerBound
            return $0.bars(of: bearer, over: start...start).map(\.breach)
          }
      }.map { BarredExpert(expert: bearer, audit: $0.audit.id) }
    }
    return barred.sorted { ($0.audit, $0.expert) < ($1.audit, $1.expert) }
  }

  /// Whether the doubt alone makes experts break a rule of an audit.
  private func isBroken(
    by doubt: ExpertDoubt, _ experts: Set<ExpertID>, from entry: AuditEntry, _ today: Day,
    _ breaches: (AuditCase) -> [any Breach]
  ) -> Bool {
    func found(_ doubts: [ExpertDoubt]) -> [any Breach] {
      auditCase(of: entry, for: experts, on: today, persons: doubts).map(breaches) ?? []
    }
    let without = Set(found([]).map(\.sentence))
    return found([doubt]).contains { $0.leansOnDoubt && !without.contains($0.sentence) }
  }
}
