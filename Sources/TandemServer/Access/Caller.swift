import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// Who makes a call.
package struct Caller: Hashable, Sendable {
  /// The token's name: the actor of records, and the scope of request ids.
  package let actor: String
  let grant: Grant
  /// Of the secret that let it in; nil for one whom nobody asks for a token.
  var secretHash: Hash?

  var role: Role { grant.role }

  /// The expert whose token it is.
  var ownExpert: ExpertID? {
    if case .expert(let own) = grant { own } else { nil }
  }

  /// Whether it may know of an expert's own things.
  func owns(_ expert: ExpertID) -> Bool {
    switch grant {
    case .coordinator: true
    case .expert(let own): own == expert
    case .partner, .observer: false
    }
  }

  /// Whether it may know of a cluster's requests.
  func speaks(for cluster: OrganisationID) -> Bool {
    switch grant {
    case .coordinator: true
    case .partner(let clusters): clusters.contains(cluster)
    case .expert, .observer: false
    }
  }
}

extension Caller {
  /// Throws when the token that let the caller in lets it in no more.
  func refuseUnlessLetIn(by state: NetworkState, on today: Day) throws(Refusal) {
    guard let secretHash else { return }
    do throws(TokenFault) {
      _ = try state.validToken(withSecretHash: secretHash, on: today)
    } catch {
      throw .notLetIn(error)
    }
  }

  /// Whether it was the caller who recorded something: by this token, or by another one of the same grant.
  private func recorded(_ origin: Origin, in state: NetworkState) -> Bool {
    origin.actor == actor
      || TokenID(origin.actor).flatMap { state.tokens[$0] }?.token.grant == grant
  }

  /// What others recorded about an expert stands against them, and is not theirs to change: only what they
  /// recorded themselves is.
  func refuseUnlessRecorded<Value>(
    _ entry: Entry<Value>, _ thing: Thing, in state: NetworkState
  ) throws(Refusal) {
    guard role != .coordinator, !recorded(entry.origin, in: state) else { return }
    throw .denied(
      "The \(thing) was recorded by somebody else; ask the coordinator to change it.")
  }
}

extension Grant {
  var role: Role {
    switch self {
    case .coordinator: .coordinator
    case .expert: .expert
    case .partner: .partner
    case .observer: .observer
    }
  }
}

extension Call {
  /// What the caller may not know of is not there for them.
  func refuseForeign(_ expert: ExpertID, _ thing: Thing) throws(Refusal) {
    guard caller.owns(expert) else { throw .notFound(thing) }
  }

  /// As ``refuseForeign(_:_:)``, for an audit that is there.
  func refuseForeign(_ id: AuditID, in state: NetworkState) throws(Refusal) {
    guard caller.speaks(for: try state.audit(id).audit.cluster) else {
      throw .notFound(Thing(.audit, id.text))
    }
  }

  /// Experts speak for themselves only.
  func refuseUnlessOwn(_ experts: [ExpertID]) throws(Refusal) {
    guard !experts.contains(where: caller.owns) else { return }
    let named = experts.map(\.text).joined(separator: " and ")
    throw .denied("\(caller.actor) does not speak for \(named).")
  }
}
