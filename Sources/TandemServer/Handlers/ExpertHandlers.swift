import TandemModel
import TandemNetwork
import TandemProtocol

/// NetworkService's calls about experts.
enum ExpertHandlers {
  static func create(
    _ request: Wire.CreateExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateExpertResponse {
    let wire = request.expert?.named(\.id, "E", for: request, by: call)
    let (expert, person) = try call.read { $0.expert(wire, at: "expert") }
    let outcome = try await call.write(request, .createExpert(expert, person))
    return call.answer(outcome) {
      $0.expert = outcome.state.experts[expert.id].map(Wire.Expert.init)
    }
  }

  static func get(
    _ request: Wire.GetExpertRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetExpertResponse {
    let snapshot = try call.snapshot(for: request)
    let id: ExpertID = try call.read { $0.id(request.id, at: "id") }
    let entry = try snapshot.state.expert(id)
    try call.refuseForeign(id, Thing(.expert, id.text))
    return .with {
      $0.revision = snapshot.revision
      $0.expert = Wire.Expert(entry)
    }
  }

  static func list(
    _ request: Wire.ListExpertsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListExpertsResponse {
    let snapshot = try call.snapshot(for: request)
    let experts = snapshot.state.experts.values.filter { entry in
      let expert = entry.expert
      return (request.includeRetired || !entry.retired)
        && request.country.allows(expert.country.text)
        && request.language.allowsOne(of: expert.languages.keys.lazy.map(\.text))
        && request.label.allowsOne(of: expert.accredited.lazy.map(\.text))
        && request.sector.allowsOne(of: expert.sectors.lazy.map(\.text))
    }
    let page = try call.page(
      of: experts.sorted { $0.expert.id < $1.expert.id }, for: request
    ) { $0.expert.id.text }
    return .with {
      $0.revision = snapshot.revision
      $0.experts = page.items.map(Wire.Expert.init)
      $0.nextPageToken = page.nextToken
    }
  }

  static func update(
    _ request: Wire.UpdateExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.UpdateExpertResponse {
    let id: ExpertID = try call.read { $0.id(request.expert?.id ?? "", at: "expert.id") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      let entry = try state.expert(id)
      try call.refuseForeign(id, Thing(.expert, id.text))
      if call.caller.role == .expert,
        let path = request.updateMask?.paths.first(where: { !ownFields.contains($0) })
      {
        throw .denied("Only the coordinator changes \(path) of an expert.")
      }
      let wire = try Wire.Expert(entry).updated(from: request.expert, request.updateMask)
      let (expert, person) = try call.read { $0.expert(wire, at: "expert") }
      return .updateExpert(expert, person, readAt: request.revision)
    }
    return call.answer(outcome) {
      $0.expert = outcome.state.experts[id].map(Wire.Expert.init)
    }
  }

  static func declareInterests(
    _ request: Wire.DeclareInterestsRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DeclareInterestsResponse {
    let id: ExpertID = try call.read { $0.id(request.expert, at: "expert") }
    let outcome = try await call.write(request) { state throws(Refusal) in
      _ = try state.expert(id)
      try call.refuseForeign(id, Thing(.expert, id.text))
      return .declareInterests(id)
    }
    return .with {
      $0.revision = outcome.revision
      $0.expert = outcome.state.experts[id].map(Wire.Expert.init)
    }
  }

  static func retire(
    _ request: Wire.RetireExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RetireExpertResponse {
    let id: ExpertID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request, .retireExpert(id))
    return call.answer(outcome) {
      $0.expert = outcome.state.experts[id].map(Wire.Expert.init)
    }
  }
}

/// What experts say of themselves; what they may be trusted with others decide.
private let ownFields: Set = ["name", "email", "country", "languages", "sectors", "max_audits"]

extension Wire.Expert {
  init(_ entry: ExpertEntry) {
    self.init(entry.expert, entry.person)
    openingDate = Wire.Date(entry.openingDay)
    interestsDeclared = Wire.Date(entry.interestsDeclared)
    retired = entry.retired
    revision = entry.revision
    mergedInto = entry.mergedInto?.text ?? ""
  }
}
