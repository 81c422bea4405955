import TandemModel
import TandemNetwork
import TandemProtocol

/// NetworkService's calls about relations.
enum RelationHandlers {
  static func create(
    _ request: Wire.CreateRelationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateRelationResponse {
    let wire = request.relation?.named(\.id, "R", for: request, by: call)
    let (id, relation) = try call.read { reader in
      reader.refuseChosenID(request.relation?.id, at: "relation.id", by: call.caller)
      return reader.relation(wire, at: "relation")
    }
    try call.refuseUnlessOwn([relation.one, relation.other])
    let outcome = try await call.write(
      request, .createRelation(id, relation, takesUnknown: call.caller.role == .expert))
    return call.answer(outcome) {
      $0.relation = outcome.state.relations[id].map { Wire.Relation(id, $0) }
    }
  }

  static func get(
    _ request: Wire.GetRelationRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetRelationResponse {
    let snapshot = try call.snapshot(for: request)
    let id: RelationID = try call.read { $0.id(request.id, at: "id") }
    let entry = try snapshot.state.relation(id)
    try call.refuseForeign(entry.value, id)
    return .with {
      $0.revision = snapshot.revision
      $0.relation = Wire.Relation(id, entry)
    }
  }

  static func list(
    _ request: Wire.ListRelationsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListRelationsResponse {
    let snapshot = try call.snapshot(for: request)
    let relations = snapshot.state.relations.filter {
      call.caller.owns($0.value.value)
        && request.expert.allowsOne(of: [$0.value.value.one.text, $0.value.value.other.text])
    }
    let page = try call.page(of: relations.sorted { $0.key < $1.key }, for: request) {
      $0.key.text
    }
    return .with {
      $0.revision = snapshot.revision
      $0.relations = page.items.map { Wire.Relation($0.key, $0.value) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func delete(
    _ request: Wire.DeleteRelationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeleteRelationResponse {
    let id: RelationID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.relation(id)
      try call.refuseForeign(entry.value, id)
      try call.caller.refuseUnlessRecorded(entry, Thing(.relation, id.text), in: state)
      return .deleteRelation(id)
    }
    return call.answer(outcome)
  }
}

extension Caller {
  /// A relation is of both whom it ties.
  fileprivate func owns(_ relation: Relation) -> Bool {
    owns(relation.one) || owns(relation.other)
  }
}

extension Call {
  fileprivate func refuseForeign(_ relation: Relation, _ id: RelationID) throws(Refusal) {
    guard caller.owns(relation) else { throw .notFound(Thing(.relation, id.text)) }
  }
}

extension Wire.Relation {
  init(_ id: RelationID, _ entry: Entry<Relation>) {
    self.init(id, entry.value)
    revision = entry.revision
  }
}
