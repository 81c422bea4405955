import TandemMatching
import TandemModel

extension NetworkState {
  /// A plan is published when nothing that it was made from has changed for the audits that it gives
  /// another panel, and each of these panels keeps every rule at this moment.
  func publishPlan(_ plan: PublishedPlan, on today: Day) throws(Refusal) -> [Event] {
    guard plan.madeFrom <= revision else {
      throw .invalid([
        Fault(at: "made_from", "is \(plan.madeFrom), and the newest revision is \(revision)")
      ])
    }
    guard plan.on <= today else {
      throw .invalid([Fault(at: "planned_on", "is \(plan.on), after today, \(today)")])
    }
    var changes: [PlanChange] = []
    if let origin = policy.origin, origin.revision > plan.madeFrom {
      changes.append(
        PlanChange(
          thing: Thing(.policy, "policy"),
          sentence: "the policy has version \(policy.version) since revision \(origin.revision)"))
    }
    let changed = changed(by: plan).sorted()
    for id in changed {
      guard let entry = audits[id] else {
        changes.append(PlanChange(thing: Thing(id), sentence: "there is no \(Thing(id)) any more"))
        continue
      }
      if isHeld(entry, on: today) {
        changes.append(PlanChange(thing: Thing(id), sentence: "\(Thing(id)) was held by now"))
      }
      if let start = plan.panels[id]?.start, start < today {
        changes.append(
          PlanChange(
            thing: Thing(id),
            sentence: "the panel of \(id) was to begin on \(start), before today, \(today)"))
      }
      if entry.revision > plan.madeFrom {
        changes.append(
          PlanChange(
            thing: Thing(id),
            sentence: "\(Thing(id)) changed in revision \(entry.revision): it is \(entry.state)"))
      }
    }
    guard changes.isEmpty else { throw .planOutdated(changes, [:]) }
    var planned = self
    planned.apply([.planPublished(plan)], from: Origin(revision: revision, actor: "", time: 0))
    let broken = changed.reduce(into: [AuditID: [any Breach]]()) { broken, id in
      let breaches = planned.standingBreaches(of: id, on: today)
      if !breaches.isEmpty { broken[id] = breaches }
    }
    guard broken.isEmpty else {
      changes = broken.keys.sorted().map { id in
        let sentences = broken[id, default: []].map(\.sentence).joined(separator: " ")
        return PlanChange(
          thing: Thing(id), sentence: "the panel of \(id) is broken now: \(sentences)")
      }
      throw .planOutdated(changes, broken)
    }
    return [.planPublished(plan)]
  }
}
