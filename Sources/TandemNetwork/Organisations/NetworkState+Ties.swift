import TandemMatching
import TandemModel

// What counts as one organisation: entries that were merged, groups, and doubts where the policy says
// that they bar. All of it is followed from an organisation outward, so that nobody looks through the
// whole network for it.
extension NetworkState {
  /// The entry that an entry was merged into, at the end of all merges; itself where there is none.
  public func canonical(_ id: OrganisationID) -> OrganisationID {
    var id = id
    while let into = merges[id] { id = into }
    return id
  }

  /// All entries of one organisation.
  public func entries(of id: OrganisationID) -> Set<OrganisationID> {
    closure(from: [canonical(id)]) { links.merged[$0] }
  }

  /// Whether two organisations were found to be alike, and nobody has said yet whether they are the same.
  public func isOpen(_ pair: OrganisationPair) -> Bool {
    doubts[pair] != nil && !isSettled(pair)
  }

  /// Whether somebody said of two organisations, or of other entries of them, whether they are the same.
  func isSettled(_ pair: OrganisationPair) -> Bool {
    // As nearly all are; this is asked of every doubt that a panel's ties lead along.
    if isOneEntry(pair.one), isOneEntry(pair.other) {
      return links.distinct[pair.one].contains(pair.other)
    }
    let others = entries(of: pair.other)
    return others.contains(pair.one)
      || entries(of: pair.one).contains { !links.distinct[$0].isDisjoint(with: others) }
  }

  private func isOneEntry(_ id: OrganisationID) -> Bool {
    merges[id] == nil && links.merged[id].isEmpty
  }

  /// The ties that lead from an organisation straight to others, open doubts among them or not.
  private func ties(
    of id: OrganisationID, doubts withDoubts: Bool, without excluded: OrganisationPair?
  ) -> [OrganisationTie] {
    var ties: [OrganisationTie] = []
    if let group = organisations[id]?.value.group, group != id {
      ties.append(OrganisationTie(id, group, .group))
    }
    ties += links.members[id].filter { $0 != id }.map { OrganisationTie($0, id, .group) }
    if let into = merges[id] { ties.append(OrganisationTie(id, into, .merged)) }
    ties += links.merged[id].map { OrganisationTie($0, id, .merged) }
    guard withDoubts else { return ties }
    for other in links.doubts[id] {
      guard let pair = OrganisationPair(id, other), pair != excluded,
        let doubt = doubts[pair], !isSettled(pair)
      else { continue }
      ties.append(OrganisationTie(pair.one, pair.other, .doubt(doubt.reason)))
    }
    return ties
  }

  /// What counts as one with some organisations, and by which ties; open doubts count as the policy says
  /// where nothing else is said, but for one that is left out.
  func tied(
    to organisations: some Sequence<OrganisationID>, doubts: Bool? = nil,
    without excluded: OrganisationPair? = nil
  ) -> (organisations: Set<OrganisationID>, ties: Set<OrganisationTie>) {
    let doubts = doubts ?? doubtsBar
    var ties: Set<OrganisationTie> = []
    let all = closure(from: organisations) { id in
      let found = self.ties(of: id, doubts: doubts, without: excluded)
      ties.formUnion(found)
      return found.map { $0.one == id ? $0.other : $0.one }
    }
    return (all, ties)
  }

  /// Whether open doubts count.
  var doubtsBar: Bool { policy.policy.doubts == .bar }

  /// The groups of a problem in which those organisations are what is tied together: for each that is
  /// not alone the name that it shares with what counts as one with it. That is an owner of one of
  /// them, or else one of themselves, of several the one with the least id.
  func groups(
    of tied: (organisations: Set<OrganisationID>, ties: Set<OrganisationTie>)
  ) -> [OrganisationID: OrganisationID] {
    var neighbours: [OrganisationID: [OrganisationID]] = [:]
    var owners: Set<OrganisationID> = []
    for tie in tied.ties {
      neighbours[tie.one, default: []].append(tie.other)
      neighbours[tie.other, default: []].append(tie.one)
      if tie.kind == .group { owners.insert(tie.other) }
    }
    var groups: [OrganisationID: OrganisationID] = [:]
    var seen: Set<OrganisationID> = []
    for id in neighbours.keys where !seen.contains(id) {
      let together = closure(from: [id]) { neighbours[$0] ?? [] }
      let name = together.intersection(owners).min() ?? together.min() ?? id
      for id in together { groups[id] = name }
      seen.formUnion(together)
    }
    // Whoever names a group is in it by that.
    for (id, name) in groups where id == name && organisations[id]?.value.group != id {
      groups[id] = nil
    }
    return groups
  }

  /// The name of the group that an organisation counts for.
  func group(of organisation: OrganisationID) -> OrganisationID {
    groups(of: tied(to: [organisation]))[organisation] ?? organisation
  }

  /// All ties that count.
  func allTies() -> (organisations: Set<OrganisationID>, ties: Set<OrganisationTie>) {
    var ids = Set(links.members.keys)
    ids.formUnion(merges.keys)
    if doubtsBar { ids.formUnion(links.doubts.keys) }
    return tied(to: ids)
  }

  private func closure<Others: Sequence<OrganisationID>>(
    from first: some Sequence<OrganisationID>, _ others: (OrganisationID) -> Others
  ) -> Set<OrganisationID> {
    var all = Set(first)
    var waiting = Array(all)
    while let id = waiting.popLast() {
      for other in others(id) where all.insert(other).inserted { waiting.append(other) }
    }
    return all
  }
}
