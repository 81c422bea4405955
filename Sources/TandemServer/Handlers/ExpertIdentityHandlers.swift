import TandemModel
import TandemNetwork
import TandemProtocol

/// IdentityService's calls about experts.
enum ExpertIdentityHandlers {
  static func doubts(
    _ request: Wire.ListExpertDoubtsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListExpertDoubtsResponse {
    let snapshot = try call.snapshot(for: request)
    let expert: ExpertID?
    if request.expert.isEmpty {
      expert = nil
    } else {
      let id: ExpertID = try call.read { $0.id(request.expert, at: "expert") }
      expert = try snapshot.state.expert(id).expert.id
    }
    let doubts = snapshot.state.openExpertDoubts(about: expert, on: call.today)
    let page = try call.page(of: doubts.enumerated(), for: request, revision: snapshot.revision) {
      String($0.offset + 1_000_000)
    }
    return .with {
      $0.revision = snapshot.revision
      $0.doubts = page.items.map { Wire.ExpertDoubt($0.element, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func merge(
    _ request: Wire.MergeExpertRequest, _ call: Call
  ) async throws(Refusal) -> Wire.MergeExpertResponse {
    let (id, into, reason): (ExpertID, ExpertID, String) = try call.read {
      $0.merge(request.id, into: request.into, request.reason)
    }
    return call.answer(
      try await call.write(request, .mergeExpert(id, into: into, reason: reason)))
  }

  static func distinguish(
    _ request: Wire.DistinguishExpertsRequest, _ call: Call
  ) async throws(Refusal) -> Wire.DistinguishExpertsResponse {
    let (pair, reason): (ExpertPair, String) = try call.read {
      $0.distinction(request.one, request.other, request.reason)
    }
    return call.answer(try await call.write(request, .distinguishExperts(pair, reason: reason)))
  }
}

extension Wire.ExpertDoubt {
  init(_ open: OpenDoubt<Expert>, in state: NetworkState) {
    self.init()
    one = Wire.DoubtedExpert(open.pair.one, in: state)
    other = Wire.DoubtedExpert(open.pair.other, in: state)
    reason = open.doubt.reason
    likeness = open.doubt.likeness
    found = Wire.Date(open.doubt.origin.day)
    panels = open.panels.map(\.text)
    barred = open.barred.map(Wire.BarredExpert.init)
  }
}

extension Wire.DoubtedExpert {
  fileprivate init(_ id: ExpertID, in state: NetworkState) {
    self.init()
    self.id = id.text
    guard let entry = state.experts[id] else { return }
    name = entry.person.name
    country = entry.expert.country.text
    retired = entry.retired
  }
}
