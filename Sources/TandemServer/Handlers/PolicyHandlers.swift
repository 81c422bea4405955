import TandemModel
import TandemNetwork
import TandemProtocol

/// PolicyService's calls.
enum PolicyHandlers {
  static func get(
    _ request: Wire.GetPolicyRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetPolicyResponse {
    let snapshot = try call.snapshot(for: request)
    let newest = snapshot.state.policy
    let asked = request.version == 0 ? newest.version : request.version
    guard let entry = snapshot.state.policies.first(where: { $0.version == asked }) else {
      throw .invalid([
        Fault(at: "version", "is \(asked), and there are versions 0 to \(newest.version)")
      ])
    }
    return .with {
      $0.revision = snapshot.revision
      $0.policy = Wire.Policy(entry)
    }
  }

  static func listVersions(
    _ request: Wire.ListPolicyVersionsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListPolicyVersionsResponse {
    let snapshot = try call.snapshot(for: request)
    let page = try call.page(of: snapshot.state.policies.reversed(), for: request) {
      // Falling, as the list is.
      String(1_999_999_999 - $0.version)
    }
    return .with {
      $0.revision = snapshot.revision
      $0.versions = page.items.map(Wire.PolicyVersion.init)
      $0.nextPageToken = page.nextToken
    }
  }

  static func set(
    _ request: Wire.SetPolicyRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SetPolicyResponse {
    let (policy, note) = try call.read { reader in
      let note = reader.reason(request.note, at: "note")
      return reader.policy(request.policy, at: "policy").map { ($0, note) }
    }
    let outcome = try await call.write(
      request, .setPolicy(policy, note: note, readAt: request.revision))
    return call.answer(outcome) {
      $0.policy = Wire.Policy(outcome.state.policy)
    }
  }

  static func getTravel(
    _ request: Wire.GetTravelRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetTravelResponse {
    let snapshot = try call.snapshot(for: request)
    return .with {
      $0.revision = snapshot.revision
      $0.legs = snapshot.state.travel.sorted { $0.key < $1.key }.flatMap { home, row in
        row.sorted { $0.key < $1.key }.map { country, units in
          .with {
            $0.home = home.text
            $0.country = country.text
            $0.units = units
          }
        }
      }
    }
  }

  static func setTravel(
    _ request: Wire.SetTravelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SetTravelResponse {
    let legs = try call.read { $0.travelLegs(request.legs, at: "legs") }
    let outcome = try await call.write(request, .setTravel(legs))
    return .with { $0.revision = outcome.revision }
  }

  static func getClosures(
    _ request: Wire.GetClosuresRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetClosuresResponse {
    let snapshot = try call.snapshot(for: request)
    let country = try call.read { $0.country(request.country, at: "country") }
    return .with {
      $0.revision = snapshot.revision
      $0.days = snapshot.state.closures[country, default: []].sorted().map(Wire.Date.init)
    }
  }

  static func setClosures(
    _ request: Wire.SetClosuresRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SetClosuresResponse {
    let (country, days) = try call.read { reader in
      let days = reader.distinct(request.days, at: "days") { $0.day($1, at: $2) }
      return reader.country(request.country, at: "country").map { ($0, Set(days)) }
    }
    let outcome = try await call.write(request, .setClosures(country, days))
    return call.answer(outcome)
  }
}

extension Wire.Policy {
  init(_ entry: PolicyEntry) {
    self.init(entry.policy)
    version = entry.version
  }
}

extension Wire.PolicyVersion {
  init(_ entry: PolicyEntry) {
    self.init()
    policy = Wire.Policy(entry)
    author = entry.origin?.actor ?? ""
    time = entry.origin.map { Wire.Timestamp(milliseconds: $0.time) }
    note = entry.note
  }
}
