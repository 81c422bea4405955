import TandemModel
import TandemNames

// What events about experts change.
extension NetworkState {
  mutating func set(_ expert: Expert, _ person: Person, openingDay: Day) {
    let known = experts[expert.id]
    experts[expert.id] = ExpertEntry(
      expert: expert, person: person, openingDay: openingDay,
      interestsDeclared: known?.interestsDeclared ?? openingDay, retired: known?.retired ?? false,
      mergedInto: known?.mergedInto, revision: revision)
    guard known?.mergedInto == nil else { return }
    people.add(PersonProfile(id: expert.id, person: person, country: expert.country))
  }

  mutating func doubt(_ pair: ExpertPair, _ doubt: Doubt) {
    expertDoubts[pair] = doubt
    links.expertDoubts.insert(pair)
  }

  mutating func distinguish(_ pair: ExpertPair) {
    expertDistinctions.insert(pair)
    links.distinctExperts.insert(pair)
  }

  /// Has all that refers to an entry refer to the one that stays, and retires it.
  mutating func merge(_ id: ExpertID, into: ExpertID) {
    experts[id]?.retired = true
    experts[id]?.mergedInto = into
    experts[id]?.revision = revision
    people.remove(id)
    moveDoubts(of: id, to: into)
    for key in links.interests[id] {
      guard let entry = interests[key] else { continue }
      var interest = entry.value
      interest.expert = into
      set(key, interest, from: entry.origin)
    }
    for key in links.relations[id] {
      guard let entry = relations[key] else { continue }
      set(key, canonical(entry.value), from: entry.origin)
    }
    for key in links.absences[id] {
      guard let entry = absences[key] else { continue }
      var absence = entry.value
      absence.expert = into
      set(key, absence, from: entry.origin)
    }
    for row in links.served[id] {
      history[row].experts.remove(id)
      history[row].experts.insert(into)
      links.served.remove(row, from: id)
      links.served.insert(row, for: into)
    }
    for (audit, entry) in audits where entry.seats(id) {
      let merged = entry.merging(id, into: into)
      links.replace(audit, entry.panel, by: merged.panel)
      change(audit) { $0 = merged }
    }
  }

  /// What was found and said of the one counts for the other, but for what was of the two.
  private mutating func moveDoubts(of id: ExpertID, to into: ExpertID) {
    for other in links.expertDoubts[id] {
      guard let pair = ExpertPair(id, other), let found = expertDoubts[pair] else { continue }
      expertDoubts[pair] = nil
      links.expertDoubts.remove(pair)
      if let moved = ExpertPair(into, other), expertDoubts[moved] == nil { doubt(moved, found) }
    }
    for other in links.distinctExperts[id] {
      guard let pair = ExpertPair(id, other) else { continue }
      expertDistinctions.remove(pair)
      links.distinctExperts.remove(pair)
      ExpertPair(into, other).map { distinguish($0) }
    }
  }
}

extension AuditEntry {
  /// Whether an expert has a part in its panel, or in what is left of one, or reported.
  fileprivate func seats(_ id: ExpertID) -> Bool {
    panel?.experts.contains(id) == true || vacancy?.experts.contains(id) == true
      || reports[id] != nil
  }

  /// With the one in the other's place; where both have one, that of the other stays.
  fileprivate func merging(_ id: ExpertID, into: ExpertID) -> AuditEntry {
    func moved(_ experts: Set<ExpertID>) -> Set<ExpertID> {
      Set(experts.map { $0 == id ? into : $0 })
    }
    func moved<Value>(_ values: [ExpertID: Value]) -> [ExpertID: Value] {
      var moved = values
      if let value = moved.removeValue(forKey: id), moved[into] == nil { moved[into] = value }
      return moved
    }
    var entry = self
    if var panel {
      panel.experts = moved(panel.experts)
      panel.invitations = moved(panel.invitations)
      entry.panel = panel
    }
    if var vacancy {
      vacancy.experts = moved(vacancy.experts)
      vacancy.invitations = moved(vacancy.invitations)
      entry.vacancy = vacancy
    }
    entry.reports = moved(reports)
    return entry
  }
}
