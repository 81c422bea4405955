import TandemModel

extension NetworkState {
  /// What speaks against a request for a label and does not stand in its way, in sentences.
  public func warnings(about audit: Audit) -> [String] {
    guard !audit.renewal, let precondition = policy.policy.scheme.preconditions[audit.label] else {
      return []
    }
    let cluster = canonical(audit.cluster)
    let count = labels.count {
      canonical($0.cluster) == cluster && $0.label == precondition.label
    }
    guard count < precondition.times else { return [] }
    return [
      "\(audit.cluster) was awarded \(precondition.label) \(count) times, and \(audit.label) is asked for "
        + "after \(precondition.times)."
    ]
  }
}
