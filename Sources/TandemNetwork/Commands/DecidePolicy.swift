import TandemModel

extension NetworkState {
  func setPolicy(_ new: Policy, readAt: Int) throws(Refusal) -> [Event] {
    if policy.revision > readAt {
      throw .stale(Thing(.policy, "version \(policy.version)"), revision: policy.revision)
    }
    var faults: [Fault] = []
    for label in labelsInUse.sorted() where new.labels[label] == nil {
      faults.append(Fault(at: "policy.labels", "\(label) is missing, and it is in use"))
    }
    let kinds = Set(interests.lazy.map { $0.value.value.kind })
    for kind in kinds.sorted() where new.coolingOff[kind] == nil {
      faults.append(Fault(at: "policy.cooling_off", "\(kind) is missing, and it is in use"))
    }
    try refuse(faults)
    return [.policySet(new)]
  }

  private var labelsInUse: Set<Label> {
    var labels = Set(audits.lazy.map { $0.value.audit.label })
    for entry in experts.values {
      labels.formUnion(entry.expert.accredited)
      labels.formUnion(entry.expert.lead)
    }
    return labels
  }
}
