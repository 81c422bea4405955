import TandemModel
import TandemNetwork
import TandemProtocol

/// NetworkService's calls about organisations.
enum OrganisationHandlers {
  static func create(
    _ request: Wire.CreateOrganisationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateOrganisationResponse {
    let wire = request.organisation?.named(\.id, "O", for: request, by: call)
    let organisation = try call.read { $0.organisation(wire, at: "organisation") }
    let outcome = try await call.write(request, .createOrganisation(organisation))
    return call.answer(outcome) {
      $0.organisation = Wire.Organisation(organisation.id, in: outcome.state)
    }
  }

  static func get(
    _ request: Wire.GetOrganisationRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetOrganisationResponse {
    let snapshot = try call.snapshot(for: request)
    let id: OrganisationID = try call.read { $0.id(request.id, at: "id") }
    _ = try snapshot.state.organisation(id)
    return .with {
      $0.revision = snapshot.revision
      $0.organisation = Wire.Organisation(id, in: snapshot.state)
    }
  }

  static func list(
    _ request: Wire.ListOrganisationsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListOrganisationsResponse {
    let snapshot = try call.snapshot(for: request)
    let organisations = snapshot.state.organisations.filter { id, entry in
      request.group.allows((entry.value.group ?? id).text)
        && (!request.clusters || entry.value.isCluster)
    }
    let page = try call.page(of: organisations.sorted { $0.key < $1.key }, for: request) {
      $0.key.text
    }
    return .with {
      $0.revision = snapshot.revision
      $0.organisations = page.items.compactMap { Wire.Organisation($0.key, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func update(
    _ request: Wire.UpdateOrganisationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateOrganisationResponse {
    let id: OrganisationID = try call.read {
      $0.id(request.organisation?.id ?? "", at: "organisation.id")
    }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.organisation(id)
      let wire = try Wire.Organisation(entry.value)
        .updated(from: request.organisation, request.updateMask)
      let organisation = try call.read { $0.organisation(wire, at: "organisation") }
      return .updateOrganisation(organisation, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.organisation = Wire.Organisation(id, in: outcome.state)
    }
  }

  static func delete(
    _ request: Wire.DeleteOrganisationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeleteOrganisationResponse {
    let id: OrganisationID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request, .deleteOrganisation(id))
    return call.answer(outcome)
  }
}

extension Wire.Organisation {
  /// Nil when there is no such organisation.
  init?(_ id: OrganisationID, in state: NetworkState) {
    guard let entry = state.organisations[id] else { return nil }
    self.init(entry.value)
    revision = entry.revision
    let canonical = state.canonical(id)
    mergedInto = canonical == id ? "" : canonical.text
    merged =
      canonical == id ? state.entries(of: id).subtracting([id]).sorted().map(\.text) : []
  }
}
