import TandemModel
import TandemNames
import TandemNetwork
import TandemProtocol

/// NetworkService's calls about interests.
enum InterestHandlers {
  static func create(
    _ request: Wire.CreateInterestRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateInterestResponse {
    let wire = request.interest?.named(\.id, "I", for: request, by: call)
    let (id, expert, command) = try call.read { reader in
      reader.refuseChosenID(request.interest?.id, at: "interest.id", by: call.caller)
      return reader.declaration(wire, in: request.organisation)
    }
    try call.refuseUnlessOwn([expert])
    let outcome = try await call.write(request, command)
    return call.answer(outcome) {
      $0.interest = Wire.Interest(id, in: outcome.state)
    }
  }

  static func get(
    _ request: Wire.GetInterestRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetInterestResponse {
    let snapshot = try call.snapshot(for: request)
    let id: InterestID = try call.read { $0.id(request.id, at: "id") }
    let entry = try snapshot.state.interest(id)
    try call.refuseForeign(entry.value.expert, Thing(.interest, id.text))
    return .with {
      $0.revision = snapshot.revision
      $0.interest = Wire.Interest(id, in: snapshot.state)
    }
  }

  static func list(
    _ request: Wire.ListInterestsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListInterestsResponse {
    let snapshot = try call.snapshot(for: request)
    let interests = snapshot.state.interests.filter {
      call.caller.owns($0.value.value.expert)
        && request.expert.allows($0.value.value.expert.text)
        && request.organisation.allows($0.value.value.organisation.text)
    }
    let page = try call.page(of: interests.sorted { $0.key < $1.key }, for: request) {
      $0.key.text
    }
    return .with {
      $0.revision = snapshot.revision
      $0.interests = page.items.compactMap { Wire.Interest($0.key, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func update(
    _ request: Wire.UpdateInterestRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateInterestResponse {
    let id: InterestID = try call.read { $0.id(request.interest?.id ?? "", at: "interest.id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.interest(id)
      try call.refuseForeign(entry.value.expert, Thing(.interest, id.text))
      try call.caller.refuseUnlessRecorded(entry, Thing(.interest, id.text), in: state)
      let wire = try Wire.Interest(id, entry.value).updated(
        from: request.interest, request.updateMask)
      let (_, interest) = try call.read { $0.interest(wire, at: "interest") }
      try call.refuseUnlessOwn([interest.expert])
      return .updateInterest(id, interest, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.interest = Wire.Interest(id, in: outcome.state)
    }
  }

  static func delete(
    _ request: Wire.DeleteInterestRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeleteInterestResponse {
    let id: InterestID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.interest(id)
      try call.refuseForeign(entry.value.expert, Thing(.interest, id.text))
      try call.caller.refuseUnlessRecorded(entry, Thing(.interest, id.text), in: state)
      return .deleteInterest(id)
    }
    return call.answer(outcome)
  }
}

extension Wire.Interest {
  /// Nil when there is no such interest.
  init?(_ id: InterestID, in state: NetworkState) {
    guard let entry = state.interests[id] else { return nil }
    self.init(id, entry.value)
    revision = entry.revision
    named = state.declarations[id].map(Wire.ResolvedName.init)
  }
}

extension FieldReader {
  /// The command that declares an interest in an organisation by its id or by its name.
  mutating func declaration(
    _ wire: Wire.Interest?, in named: Wire.NamedOrganisation?, at place: String = "organisation"
  ) -> (InterestID, ExpertID, Command)? {
    guard let named else {
      return interest(wire, at: "interest").map { ($0, $1.expert, .createInterest($0, $1)) }
    }
    let query = { (reader: inout FieldReader, id: String) -> NameQuery? in
      if !id.isEmpty {
        reader.refuse(
          "is given beside a name; leave one of the two out", at: "interest.organisation")
      }
      return reader.named(named, at: place)
    }
    return interest(wire, at: "interest", in: query).map { id, query, tie in
      let declared = DeclaredInterest(
        expert: tie.expert, organisation: query, kind: tie.kind, until: tie.until)
      return (id, tie.expert, .declareInterest(id, declared))
    }
  }
}
