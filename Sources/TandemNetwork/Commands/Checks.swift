import TandemModel

/// What several decisions check alike.
extension NetworkState {
  func refuse(_ faults: [Fault]) throws(Refusal) {
    if !faults.isEmpty { throw .invalid(faults) }
  }

  func refuseStale(_ thing: Thing, revision: Int, readAt: Int) throws(Refusal) {
    if revision != readAt { throw .stale(thing, revision: revision) }
  }

  func unknownExpert(_ id: ExpertID, at place: String) -> [Fault] {
    experts[id] == nil ? [Fault(at: place, "no expert \(id) in the network")] : []
  }

  /// A fault where nothing can be said of the expert: as ``unknownExpert(_:at:)``, or where another entry
  /// stands for them.
  func noExpert(_ id: ExpertID, at place: String) -> [Fault] {
    guard let into = experts[id]?.mergedInto else { return unknownExpert(id, at: place) }
    return [Fault(at: place, "\(id) is the same as \(into); name that one")]
  }

  func unknownLabel(_ label: Label, at place: String) -> Fault {
    let known = policy.policy.labels.keys.sorted().map(\.text).joined(separator: ", ")
    return Fault(at: place, "no label \(label) in the policy, which has \(known)")
  }

  /// A fault when the travel table does not lead from and to every other country in use, which it only
  /// names to who may know where experts live.
  func missingTravel(
    for country: Country, at place: String, namesOthers: Bool = true
  ) -> [Fault] {
    let missing = countriesInUse.subtracting([country]).sorted().flatMap { other in
      [(country, other), (other, country)].filter { travel[$0]?[$1] == nil }
    }
    guard let first = missing.first else { return [] }
    guard namesOthers else {
      return [
        Fault(
          at: place,
          "the travel table has no units to \(country) yet; ask the coordinator to add them")
      ]
    }
    let more = missing.count > 1 ? " and \(missing.count - 1) more legs" : ""
    return [
      Fault(
        at: place,
        "no travel units from \(first.0) to \(first.1)\(more); add them with "
          + "`tandem travel set \(first.0) \(first.1) UNITS`")
    ]
  }

  /// Where experts live and audits take place.
  var countriesInUse: Set<Country> {
    var countries = Set(experts.lazy.map { $0.value.expert.country })
    for entry in audits.values where !entry.state.isCalledOff {
      countries.insert(entry.audit.country)
    }
    return countries
  }
}
