import TandemModel

extension ProblemImport {
  /// Registers every organisation that the file names.
  mutating func organisations(withAudits: Bool) {
    var named: [OrganisationID: Organisation] = [:]
    func name(_ id: OrganisationID) { named[id] = named[id] ?? Organisation(id: id) }
    for interest in problem.interests { name(interest.organisation) }
    for (organisation, group) in problem.groups {
      name(group)
      named[organisation, default: Organisation(id: organisation)].group = group
    }
    var clusters = problem.history.map(\.cluster)
    if withAudits {
      clusters += problem.audits.map(\.cluster)
      for member in problem.audits.flatMap(\.members) { name(member) }
    }
    for cluster in clusters {
      named[cluster, default: Organisation(id: cluster)].isCluster = true
    }
    for organisation in named.values.sorted(by: { $0.id < $1.id }) { add(organisation) }
    refuseChains()
  }

  /// Groups are followed one step: a chain, in the file or across it and the network, would hide a
  /// conflict.
  private mutating func refuseChains() {
    var both = state
    both.apply(events, from: origin)
    for (organisation, group) in problem.groups.sorted(by: { $0.key < $1.key }) {
      let joined = Organisation(id: organisation, group: group)
      for fault in both.chain(of: joined) {
        refuse(fault.reason, at: "/groups/\(organisation)")
      }
    }
  }

  /// Of what the import makes happen.
  var origin: Origin { Origin(revision: state.revision + 1, actor: "", time: 0) }

  private mutating func add(_ organisation: Organisation) {
    guard var known = state.organisations[organisation.id]?.value else {
      events.append(.organisationSet(organisation))
      return
    }
    if organisation.group != nil, organisation.group != known.group {
      refuse(difference: "organisations", at: "/groups/\(organisation.id)")
    }
    if organisation.isCluster, !known.isCluster {
      known.isCluster = true
      events.append(.organisationSet(known))
    }
  }
}
