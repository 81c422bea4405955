import TandemModel

extension NetworkState {
  func mergeExpert(
    _ id: ExpertID, into: ExpertID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    try refuseMerged(id)
    try refuseMerged(into)
    guard id != into else {
      throw .invalid([Fault(at: "into", "is the same entry; name two different ones")])
    }
    let (gone, kept) = (try expert(id), try expert(into))
    guard gone.retired || !kept.retired else {
      throw .notNow(Thing(into), reason: "they are retired, and \(id) is not; keep \(id) instead")
    }
    var whole = kept.expert
    whole.priorLoad = openingLoad(of: kept, with: gone, on: today)
    // An entry that stands for nobody lets nobody in.
    let tokens = tokens.values.filter { $0.token.grant == .expert(id) && !$0.revoked }
    return
      (whole == kept.expert
      ? [] : [.expertSet(whole, kept.person, openingDay: kept.openingDay)])
      + [.expertMerged(id, into: into, reason: reason)]
      + tokens.map(\.token.id).sorted().map { .tokenRevoked($0) }
  }

  func distinguishExperts(_ pair: ExpertPair, reason: String) throws(Refusal) -> [Event] {
    try refuseMerged(pair.one)
    try refuseMerged(pair.other)
    if expertDistinctions.contains(pair) {
      throw .notNow(Thing(pair.one), reason: "they are said already to differ from \(pair.other)")
    }
    return [.expertsDistinguished(pair, reason: reason)]
  }

  /// Throws `notFound` for an expert who is not there, and `notNow` for an entry of one who is entered
  /// elsewhere.
  func refuseMerged(_ id: ExpertID) throws(Refusal) {
    if let into = try expert(id).mergedInto {
      throw .notNow(Thing(id), reason: "they are the same as \(into); name that one")
    }
  }

  /// Both opening loads, less what the one counts that the other's panels will count again, and with what
  /// was held between their opening days.
  private func openingLoad(
    of kept: ExpertEntry, with gone: ExpertEntry, on today: Day
  ) -> Int {
    let held = heldAudits(audits.values, on: today).filter { $0.experts.contains(gone.expert.id) }
    let counted = held.count { $0.date >= gone.openingDay }
    let again = held.count { $0.date >= kept.openingDay }
    let load = kept.expert.priorLoad + gone.expert.priorLoad + counted - again
    return min(max(load, 0), ExpertEntry.largestLoad)
  }
}
