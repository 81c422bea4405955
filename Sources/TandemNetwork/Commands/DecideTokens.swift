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
    case .expert(let expert): faults += unknownExpert(expert, at: "token.expert")
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
    if try token(id).revoked { throw .notNow(Thing(id), reason: "it is revoked; make another") }
    try refuse(lifeFaults(until, at: "until", on: today))
    return [.tokenRotated(id, secretHash, until: until)]
  }

  /// The last coordinator's token stays: without one nobody could make another.
  func revokeToken(_ id: TokenID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try token(id)
    if entry.revoked { throw .notNow(Thing(id), reason: "it is revoked already") }
    if entry.token.grant == .coordinator, entry.isValid(on: today),
      !hasCoordinatorToken(besides: id, on: today)
    {
      throw .notNow(
        Thing(id), reason: "it is the last coordinator's token that is valid; make another first")
    }
    return [.tokenRevoked(id)]
  }

  private func lifeFaults(_ until: Day, at place: String, on today: Day) -> [Fault] {
    let last = today.adding(AccessToken.longestLife)
    guard until < today || until > last else { return [] }
    return [Fault(at: place, "is \(until), not from today, \(today), to \(last)")]
  }
}
