import TandemModel

extension NetworkState {
  func setPolicy(_ new: Policy, note: String, readAt: Int) throws(Refusal) -> [Event] {
    if readAt > revision {
      throw .invalid([
        Fault(at: "revision", "is \(readAt), and the newest revision is \(revision)")
      ])
    }
    if policy.revision > readAt {
      throw .stale(Thing(.policy, "version \(policy.version)"), revision: policy.revision)
    }
    try refuse(faults(in: new, labelsAt: "policy.labels", kindsAt: "policy.cooling_off"))
    return [.policySet(new, note: note)]
  }

  /// The labels and kinds in use that a new policy lacks.
  func faults(in new: Policy, labelsAt labels: String, kindsAt kinds: String) -> [Fault] {
    let missingLabels = labelsInUse.filter { new.labels[$0] == nil }
    let missingKinds = Set(interests.lazy.map { $0.value.value.kind })
      .filter { new.coolingOff[$0] == nil }
    return missingLabels.sorted().map { Fault(at: labels, "\($0) is missing, and it is in use") }
      + missingKinds.sorted().map { Fault(at: kinds, "\($0) is missing, and it is in use") }
  }

  private var labelsInUse: Set<Label> {
    var labels = Set(
      audits.values.lazy.filter { !$0.state.isCalledOff }.map(\.audit.label))
    for entry in experts.values {
      labels.formUnion(entry.expert.accredited)
      labels.formUnion(entry.expert.lead)
    }
    return labels
  }
}
