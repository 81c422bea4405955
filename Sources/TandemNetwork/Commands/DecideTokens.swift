import TandemJournal
import TandemModel

extension NetworkState {
  func createToken(_ token: AccessToken, on today: Day) throws(Refusal) -> [Event] {
    if tokens[token.id] != nil { throw .alreadyExists(Thing(token.id)) }
    var faults = lifeFaults(token.until, at: "token.until", on: today)
    if AccessToken.reserved.contains(token.id.text) {
      faults.append(Fault(at: "token.id", "is what the server calls itself; name its holder"))
    }
    switch token.grant {
    case .coordinator, .observer: break
    case .expert(let expert): faults += noExpert(expert, at: "token.expert")
    case .partner(let clusters):
      if clusters.isEmpty {
        faults.append(
          Fault(at: "token.clusters", "is empty: name the clusters that the partner speaks for"))
      }
    }
    try refuse(faults)
    return [.tokenCreated(token)]
  }

  func rotateToken(
    _ id: TokenID, _ secretHash: Hash, until: Day, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try token(id)
    if entry.revoked { throw .notNow(Thing(id), reason: "it is revoked; make another") }
    try refuse(lifeFaults(until, at: "until", on: today))
    if until <= today {
      try refuseLast(entry, "name a later day, or make another first", on: today)
    }
    return [.tokenRotated(id, secretHash, until: until)]
  }

  func revokeToken(_ id: TokenID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try token(id)
    if entry.revoked { throw .notNow(Thing(id), reason: "it is revoked already") }
    if entry.isValid(on: today) { try refuseLast(entry, "make another first", on: today) }
    return [.tokenRevoked(id)]
  }

  /// Without a coordinator's token nobody could make another: one has to be left tomorrow too.
  private func refuseLast(
    _ entry: TokenEntry, _ advice: String, on today: Day
  ) throws(Refusal) {
    guard entry.token.grant == .coordinator,
      !hasCoordinatorToken(besides: entry.token.id, on: today.adding(1))
    else { return }
    throw .notNow(
      Thing(entry.token.id),
      reason: "it is the last coordinator's token that is valid beyond today; \(advice)")
  }

  private func lifeFaults(_ until: Day, at place: String, on today: Day) -> [Fault] {
    let last = today.adding(AccessToken.longestLife)
    guard until < today || until > last else { return [] }
    return [Fault(at: place, "is \(until), not from today, \(today), to \(last)")]
  }
}
