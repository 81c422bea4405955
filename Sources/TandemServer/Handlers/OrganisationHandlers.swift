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
      $0.organisation = outcome.state.organisations[organisation.id].map(Wire.Organisation.init)
    }
  }

  static func get(
    _ request: Wire.GetOrganisationRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetOrganisationResponse {
    let snapshot = try call.snapshot(for: request)
    let id: OrganisationID = try call.read { $0.id(request.id, at: "id") }
    let entry = try snapshot.state.organisation(id)
    return .with {
      $0.revision = snapshot.revision
      $0.organisation = Wire.Organisation(entry)
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
      $0.organisations = page.items.map { Wire.Organisation($0.value) }
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
      let wire = try Wire.Organisation(entry)
        .updated(from: request.organisation, request.updateMask)
      let organisation = try call.read { $0.organisation(wire, at: "organisation") }
      return .updateOrganisation(organisation, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.organisation = outcome.state.organisations[id].map(Wire.Organisation.init)
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
  init(_ entry: Entry<Organisation>) {
    self.init(entry.value)
    revision = entry.revision
  }
}
