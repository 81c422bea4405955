import TandemModel

extension NetworkState {
  func createExpert(
    _ expert: Expert, _ person: Person, on today: Day
  ) throws(Refusal) -> [Event] {
    guard experts[expert.id] == nil else { throw .alreadyExists(Thing(expert.id)) }
    try refuse(faults(in: expert))
    return [.expertSet(expert, person, openingDay: today)] + newDoubts(about: expert, person)
  }

  func updateExpert(
    _ expert: Expert, _ person: Person, readAt: Int
  ) throws(Refusal) -> [Event] {
    let entry = try self.expert(expert.id)
    try refuseMerged(expert.id)
    try refuseStale(Thing(expert.id), revision: entry.revision, readAt: readAt)
    try refuse(faults(in: expert))
    return [.expertSet(expert, person, openingDay: entry.openingDay)]
      + newDoubts(about: expert, person)
  }

  func declareInterests(_ id: ExpertID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try expert(id)
    if let into = entry.mergedInto {
      throw .notNow(Thing(id), reason: "it is the same as \(into); declare those of that one")
    }
    return [.interestsDeclared(id, on: today)]
  }

  func retireExpert(_ id: ExpertID) throws(Refusal) -> [Event] {
    let entry = try expert(id)
    guard !entry.retired else { throw .notNow(Thing(id), reason: "they are retired already") }
    return [.expertRetired(id)]
  }

  private func faults(in expert: Expert) -> [Fault] {
    var faults: [Fault] = []
    for (place, labels) in [("accredited", expert.accredited), ("lead", expert.lead)] {
      for label in labels.sorted() where policy.policy.labels[label] == nil {
        faults.append(unknownLabel(label, at: "expert.\(place)"))
      }
    }
    faults += missingTravel(for: expert.country, at: "expert.country")
    return faults
  }
}

extension NetworkState {
  func createAbsence(_ id: AbsenceID, _ absence: Absence) throws(Refusal) -> [Event] {
    guard absences[id] == nil else { throw .alreadyExists(Thing(id)) }
    try refuse(noExpert(absence.expert, at: "absence.expert"))
    return [.absenceSet(id, absence)]
  }

  func updateAbsence(
    _ id: AbsenceID, _ absence: Absence, readAt: Int
  ) throws(Refusal) -> [Event] {
    let entry = try self.absence(id)
    try refuseStale(Thing(id), revision: entry.revision, readAt: readAt)
    try refuse(noExpert(absence.expert, at: "absence.expert"))
    return [.absenceSet(id, absence)]
  }

  func createRelation(
    _ id: RelationID, _ relation: Relation, takesUnknown: Bool
  ) throws(Refusal) -> [Event] {
    guard relations[id] == nil else { throw .alreadyExists(Thing(id)) }
    if !takesUnknown {
      try refuse(
        noExpert(relation.one, at: "relation.experts")
          + noExpert(relation.other, at: "relation.experts"))
    }
    return [.relationSet(id, relation)]
  }

  func deleteAbsence(_ id: AbsenceID) throws(Refusal) -> [Event] {
    _ = try absence(id)
    return [.absenceDeleted(id)]
  }

  func deleteRelation(_ id: RelationID) throws(Refusal) -> [Event] {
    _ = try relation(id)
    return [.relationDeleted(id)]
  }
}
