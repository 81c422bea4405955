import TandemModel
import TandemNetwork
import TandemProtocol

/// IdentityService's calls.
enum IdentityHandlers {
  static func doubts(
    _ request: Wire.ListDoubtsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListDoubtsResponse {
    let snapshot = try call.snapshot(for: request)
    let organisation: OrganisationID?
    if request.organisation.isEmpty {
      organisation = nil
    } else {
      let id: OrganisationID = try call.read { $0.id(request.organisation, at: "organisation") }
      organisation = try snapshot.state.organisation(id).value.id
    }
    let doubts = snapshot.state.openDoubts(of: organisation, on: call.today)
    let page = try call.page(of: doubts.enumerated(), for: request, revision: snapshot.revision) {
      String($0.offset + 1_000_000)
    }
    return .with {
      $0.revision = snapshot.revision
      $0.doubts = page.items.map { Wire.Doubt($0.element, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func merge(
    _ request: Wire.MergeOrganisationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.MergeOrganisationResponse {
    let (id, into, reason): (OrganisationID, OrganisationID, String) = try call.read {
      $0.merge(request.id, into: request.into, request.reason)
    }
    let outcome = try await call.write(
      request, .mergeOrganisation(id, into: into, reason: reason))
    return call.answer(outcome)
  }

  static func split(
    _ request: Wire.SplitOrganisationRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SplitOrganisationResponse {
    let (id, reason): (OrganisationID, String) = try call.read {
      $0.reasoned(request.id, request.reason, at: "id")
    }
    let outcome = try await call.write(request, .splitOrganisation(id, reason: reason))
    return call.answer(outcome)
  }

  static func distinguish(
    _ request: Wire.DistinguishOrganisationsRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DistinguishOrganisationsResponse {
    let (pair, reason): (OrganisationPair, String) = try call.read {
      $0.distinction(request.one, request.other, request.reason)
    }
    let outcome = try await call.write(request, .distinguishOrganisations(pair, reason: reason))
    return call.answer(outcome)
  }
}

extension FieldReader {
  /// The entry that is one too many, the one that stays, and why.
  mutating func merge<Subject>(
    _ id: String, into: String, _ reason: String
  ) -> (ID<Subject>, ID<Subject>, String)? {
    let into: ID<Subject>? = self.id(into, at: "into")
    let reasoned: (ID<Subject>, String)? = reasoned(id, reason, at: "id")
    return reasoned.flatMap { id, reason in into.map { (id, $0, reason) } }
  }

  /// Two that are said to differ, and why.
  mutating func distinction<Subject>(
    _ one: String, _ other: String, _ reason: String
  ) -> (Pair<Subject>, String)? {
    let one: ID<Subject>? = id(one, at: "one")
    let other: ID<Subject>? = id(other, at: "other")
    let reason = self.reason(reason, at: "reason")
    guard let one, let other else { return nil }
    guard let pair = Pair(one, other) else {
      refuse("is the same as the one; name two different ones", at: "other")
      return nil
    }
    return (pair, reason)
  }
}

extension Wire.Doubt {
  init(_ open: OpenDoubt<Organisation>, in state: NetworkState) {
    self.init()
    one = Wire.DoubtedOrganisation(open.pair.one, in: state)
    other = Wire.DoubtedOrganisation(open.pair.other, in: state)
    reason = open.doubt.reason
    likeness = open.doubt.likeness
    found = Wire.Date(open.doubt.origin.day)
    panels = open.panels.map(\.text)
    barred = open.barred.map(Wire.BarredExpert.init)
  }
}

extension Wire.BarredExpert {
  init(_ barred: BarredExpert) {
    self.init()
    expert = barred.expert.text
    audit = barred.audit.text
  }
}

extension Wire.DoubtedOrganisation {
  fileprivate init(_ id: OrganisationID, in state: NetworkState) {
    self.init()
    self.id = id.text
    let organisation = state.organisations[id]?.value
    name = organisation?.name ?? ""
    country = organisation?.country?.text ?? ""
  }
}

extension Wire.ResolvedName {
  init(_ resolved: ResolvedName) {
    self.init()
    name = resolved.name
    organisation = resolved.organisation.text
    reason = resolved.reason
    outcome =
      switch resolved.outcome {
      case .linked: .linked
      case .doubt: .doubt
      case .new: .new
      }
  }
}
