import TandemModel
import TandemNetwork
import TandemProtocol

/// PolicyService's calls.
enum PolicyHandlers {
  static func get(
    _ request: Wire.GetPolicyRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetPolicyResponse {
    let snapshot = try call.snapshot(for: request)
    return .with {
      $0.revision = snapshot.revision
      $0.policy = Wire.Policy(snapshot.state.policy)
    }
  }

  static func set(
    _ request: Wire.SetPolicyRequest, _ call: Call
  ) async throws(Refusal) -> Wire.SetPolicyResponse {
    let policy = try call.read { $0.policy(request.policy, at: "policy") }
    let outcome = try await call.write(request, .setPolicy(policy, readAt: request.revision))
    return .with {
      $0.revision = outcome.revision
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
    return .with { $0.revision = outcome.revision }
  }
}

extension Wire.Policy {
  init(_ entry: PolicyEntry) {
    self.init(entry.policy)
    version = entry.version
  }
}
