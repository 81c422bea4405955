import TandemMatching
import TandemModel

extension ProblemImport {
  /// An audit of a file is checked already: it is admitted, with the panel that it has.
  mutating func audits() {
    for audit in problem.audits {
      let current = problem.current[audit.id]
      let panel = current.map {
        Assignment(start: $0.start, experts: $0.experts, pinned: $0.pinned, current: true)
      }
      if let known = state.audits[audit.id] {
        compare(known, audit, panel)
        continue
      }
      events.append(.auditSubmitted(audit, contact: Person()))
      events.append(.auditAdmitted(audit.id))
      if let panel { events.append(.panelAssigned(audit.id, panel)) }
    }
  }

  /// Pinned panels of the file that break a rule by what the network knows besides: a pin must hold.
  func brokenPins() -> [Fault] {
    var both = state
    both.apply(events, from: origin)
    return problem.current.filter(\.value.pinned).keys.sorted().flatMap { id in
      both.standingBreaches(of: id, on: today).map { breach in
        Fault(
          at: "\(file.place(of: id))/current",
          "is pinned but cannot stand (\(breach.rule.rawValue)): \(breach.sentence)")
      }
    }
  }

  private mutating func compare(
    _ known: AuditEntry, _ audit: Audit, _ panel: Assignment?
  ) {
    let place = file.place(of: audit.id)
    if known.state.isCalledOff {
      refuse("\(audit.id) is \(known.state.rawValue) in the network", at: place)
    }
    for (name, isEqual) in [
      ("cluster", known.audit.cluster == audit.cluster),
      ("country", known.audit.country == audit.country),
      ("label", known.audit.label == audit.label),
      ("languages", known.audit.languages == audit.languages),
      ("members", known.audit.members == audit.members),
      ("sectors", known.audit.sectors == audit.sectors),
      ("earliest", known.audit.window.lowerBound == audit.window.lowerBound),
      ("latest", known.audit.window.upperBound == audit.window.upperBound),
      ("priority", known.audit.priority == audit.priority),
      ("objections", known.audit.objections == audit.objections),
      ("recusals", known.audit.recusals == audit.recusals),
      ("bids", known.audit.bids == audit.bids),
      ("preferred", known.audit.preferred == audit.preferred),
      ("renewal", known.audit.renewal == audit.renewal),
      ("remote", known.audit.remote == audit.remote),
      ("waivers", known.waivers(on: today).map(\.waiver) == audit.waivers),
      ("current", panel.map { $0.isSame(as: known.panel) } ?? true),
    ] where !isEqual {
      refuse(difference: "audit", at: "\(place)/\(name)")
    }
  }
}

extension Assignment {
  fileprivate func isSame(as other: StandingPanel?) -> Bool {
    other.map { start == $0.start && experts == $0.experts && pinned == $0.pinned } ?? false
  }
}
