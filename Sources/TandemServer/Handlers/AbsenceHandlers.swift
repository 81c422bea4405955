import TandemModel
import TandemNetwork
import TandemProtocol

/// NetworkService's calls about absences.
enum AbsenceHandlers {
  static func create(
    _ request: Wire.CreateAbsenceRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateAbsenceResponse {
    let wire = request.absence?.named(\.id, "A", for: request, by: call)
    let (id, absence) = try call.read { reader in
      reader.refuseChosenID(request.absence?.id, at: "absence.id", by: call.caller)
      return reader.absence(wire, at: "absence")
    }
    try call.refuseUnlessOwn([absence.expert])
    let outcome = try await call.write(request, .createAbsence(id, absence))
    return call.answer(outcome) {
      $0.absence = outcome.state.absences[id].map { Wire.Absence(id, $0) }
    }
  }

  static func get(
    _ request: Wire.GetAbsenceRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetAbsenceResponse {
    let snapshot = try call.snapshot(for: request)
    let id: AbsenceID = try call.read { $0.id(request.id, at: "id") }
    let entry = try snapshot.state.absence(id)
    try call.refuseForeign(entry.value.expert, Thing(.absence, id.text))
    return .with {
      $0.revision = snapshot.revision
      $0.absence = Wire.Absence(id, entry)
    }
  }

  static func list(
    _ request: Wire.ListAbsencesRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListAbsencesResponse {
    let snapshot = try call.snapshot(for: request)
    let absences = snapshot.state.absences.filter {
      call.caller.owns($0.value.value.expert)
        && request.expert.allows($0.value.value.expert.text)
    }
    let page = try call.page(of: absences.sorted { $0.key < $1.key }, for: request) {
      $0.key.text
    }
    return .with {
      $0.revision = snapshot.revision
      $0.absences = page.items.map { Wire.Absence($0.key, $0.value) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func update(
    _ request: Wire.UpdateAbsenceRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateAbsenceResponse {
    let id: AbsenceID = try call.read { $0.id(request.absence?.id ?? "", at: "absence.id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.absence(id)
      try call.refuseForeign(entry.value.expert, Thing(.absence, id.text))
      try call.caller.refuseUnlessRecorded(entry, Thing(.absence, id.text), in: state)
      let wire = try Wire.Absence(id, entry).updated(from: request.absence, request.updateMask)
      let (_, absence) = try call.read { $0.absence(wire, at: "absence") }
      try call.refuseUnlessOwn([absence.expert])
      return .updateAbsence(id, absence, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.absence = outcome.state.absences[id].map { Wire.Absence(id, $0) }
    }
  }

  static func delete(
    _ request: Wire.DeleteAbsenceRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeleteAbsenceResponse {
    let id: AbsenceID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.absence(id)
      try call.refuseForeign(entry.value.expert, Thing(.absence, id.text))
      try call.caller.refuseUnlessRecorded(entry, Thing(.absence, id.text), in: state)
      return .deleteAbsence(id)
    }
    return call.answer(outcome)
  }
}

extension Wire.Absence {
  init(_ id: AbsenceID, _ entry: Entry<Absence>) {
    self.init(id, entry.value)
    revision = entry.revision
  }
}
