import TandemMatching
import TandemModel

/// A standing panel of which an accepted command broke or mended a rule.
public struct PanelEffect: Sendable {
  public let audit: AuditID
  /// The rules that the panel breaks now; empty when it is mended.
  public let breaches: [any Breach]
}

extension Outcome {
  /// The standing panels that the command broke or mended, by what the rules say on that day, in the
  /// order of their audits' ids.
  public func effects(on today: Day) -> [PanelEffect] {
    TouchedPanels(before: before, after: state).byAny(of: events).sorted().compactMap { id in
      guard let panel = state.audits[id]?.panel else { return nil }
      // A panel that is new was valid when it was decided, unless it came with a file.
      let isNew = before.audits[id]?.panel?.decision != panel.decision
      let isDecided = panel.decision.selection != nil || panel.decision.isPlanned
      guard !isNew || !isDecided else { return nil }
      let then = isNew ? [] : before.standingBreaches(of: id, on: today)
      let now = state.standingBreaches(of: id, on: today)
      // A group may change its name, which neither breaks nor mends anything.
      guard then.map(\.sentence) != now.map(\.sentence) else { return nil }
      return PanelEffect(audit: id, breaches: now)
    }
  }
}
