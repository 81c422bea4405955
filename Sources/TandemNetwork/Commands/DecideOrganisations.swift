import TandemModel

extension NetworkState {
  func createOrganisation(_ organisation: Organisation) throws(Refusal) -> [Event] {
    let id = organisation.id
    guard organisations[id] == nil else { throw .alreadyExists(Thing(id)) }
    try refuse(faults(in: organisation))
    return [.organisationSet(organisation)] + newDoubts(about: organisation)
  }

  func updateOrganisation(
    _ organisation: Organisation, readAt: Int
  ) throws(Refusal) -> [Event] {
    let id = organisation.id
    let entry = try self.organisation(id)
    try refuseStale(Thing(id), revision: entry.revision, readAt: readAt)
    try refuse(faults(in: organisation))
    return [.organisationSet(organisation)] + newDoubts(about: organisation)
  }

  func deleteOrganisation(_ id: OrganisationID) throws(Refusal) -> [Event] {
    _ = try organisation(id)
    let entries = entries(of: id)
    if entries.count > 1, let other = entries.subtracting([id]).min() {
      throw .notNow(Thing(id), reason: "it is merged with \(other); split them first")
    }
    if let user = user(of: id) {
      throw .notNow(Thing(id), reason: "\(user) names it; change or delete that first")
    }
    return [.organisationDeleted(id)]
  }

  func mergeOrganisation(
    _ id: OrganisationID, into: OrganisationID, reason: String
  ) throws(Refusal) -> [Event] {
    for id in [id, into] {
      _ = try organisation(id)
      if let into = merges[id] {
        throw .notNow(Thing(id), reason: "it is merged into \(into); name that one")
      }
    }
    guard id != into else {
      throw .invalid([Fault(at: "into", "is the same entry; name two different ones")])
    }
    return [.organisationMerged(id, into: into, reason: reason)]
  }

  func splitOrganisation(_ id: OrganisationID, reason: String) throws(Refusal) -> [Event] {
    _ = try organisation(id)
    guard merges[id] != nil else {
      throw .notNow(Thing(id), reason: "it is not merged into another one")
    }
    return [.organisationSplit(id, reason: reason)]
  }

  func distinguishOrganisations(
    _ pair: OrganisationPair, reason: String
  ) throws(Refusal) -> [Event] {
    for id in [pair.one, pair.other] { _ = try organisation(id) }
    guard canonical(pair.one) != canonical(pair.other) else {
      throw .notNow(
        Thing(pair.one), reason: "it is merged with \(pair.other); split them instead")
    }
    if isSettled(pair) {
      throw .notNow(Thing(pair.one), reason: "it is said already to differ from \(pair.other)")
    }
    return [.organisationsDistinguished(pair, reason: reason)]
  }

  /// An organisation may name itself as its group, and members or groups that are not registered: only
  /// what decides independence must be known.
  private func faults(in organisation: Organisation) -> [Fault] {
    var faults: [Fault] = []
    if organisation.members.contains(organisation.id) {
      faults.append(
        Fault(at: "organisation.members", "a cluster is not its own member; leave it out"))
    }
    return faults + chain(of: organisation)
  }

  /// Groups are followed one step, so that a chain of owners would hide a conflict.
  func chain(of organisation: Organisation) -> [Fault] {
    let (id, place) = (organisation.id, "organisation.group")
    guard let group = organisation.group, group != id else { return [] }
    if let owner = organisations[group]?.value.group, owner != group {
      return [Fault(at: place, "\(group) is itself of the group \(owner); name that one")]
    }
    let owned = organisations.filter { $0.key != id && $0.value.value.group == id }
    guard let first = owned.keys.min() else { return [] }
    return [
      Fault(at: place, "\(first) has \(id) as its group; move that one to \(group) first")
    ]
  }

  /// The first thing, in the order of ids, that leans on the organisation.
  private func user(of id: OrganisationID) -> Thing? {
    let users: [Thing] =
      interests.filter { $0.value.value.organisation == id }.map { Thing($0.key) }
      + audits.filter { !$0.value.state.isCalledOff && $0.value.audit.names(id) }
      .map { Thing($0.key) }
      + organisations.filter {
        $0.key != id && ($0.value.value.group == id || $0.value.value.members.contains(id))
      }
      .map { Thing($0.key) }
    return users.min { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
  }
}

extension NetworkState {
  func createInterest(_ id: InterestID, _ interest: Interest) throws(Refusal) -> [Event] {
    guard interests[id] == nil else { throw .alreadyExists(Thing(id)) }
    try refuse(faults(in: interest))
    return [.interestSet(id, interest)]
  }

  func declareInterest(
    _ id: InterestID, _ declared: DeclaredInterest
  ) throws(Refusal) -> [Event] {
    guard interests[id] == nil else { throw .alreadyExists(Thing(id)) }
    var resolution = NameResolution(in: self)
    if let expert = experts[declared.expert]?.expert {
      resolution.resolve(declared.organisation, assuming: expert.country)
    }
    guard let name = resolution.names.first else {
      throw .invalid(unknownExpert(declared.expert, at: "interest.expert"))
    }
    let interest = Interest(
      expert: declared.expert, organisation: name.organisation, kind: declared.kind,
      until: declared.until)
    try refuse(faults(in: interest, registering: name.organisation))
    return resolution.events + [.interestSet(id, interest), .interestNamed(id, name)]
  }

  func updateInterest(
    _ id: InterestID, _ interest: Interest, readAt: Int
  ) throws(Refusal) -> [Event] {
    let entry = try self.interest(id)
    try refuseStale(Thing(id), revision: entry.revision, readAt: readAt)
    try refuse(faults(in: interest))
    return [.interestSet(id, interest)]
  }

  func deleteInterest(_ id: InterestID) throws(Refusal) -> [Event] {
    _ = try interest(id)
    return [.interestDeleted(id)]
  }

  private func faults(
    in interest: Interest, registering new: OrganisationID? = nil
  ) -> [Fault] {
    var faults = noExpert(interest.expert, at: "interest.expert")
    if organisations[interest.organisation] == nil, interest.organisation != new {
      // A mistyped organisation would hide a conflict.
      faults.append(
        Fault(
          at: "interest.organisation",
          "no organisation \(interest.organisation); correct the id, or give its name instead"))
    }
    if policy.policy.coolingOff[interest.kind] == nil {
      let kinds = policy.policy.coolingOff.keys.sorted().map(\.text).joined(separator: ", ")
      faults.append(
        Fault(at: "interest.kind", "no kind \(interest.kind) in the policy, which has \(kinds)"))
    }
    return faults
  }
}

extension Audit {
  /// Whether the organisation is its cluster or one of the members that it names.
  fileprivate func names(_ organisation: OrganisationID) -> Bool {
    cluster == organisation || members.contains(organisation)
  }
}
