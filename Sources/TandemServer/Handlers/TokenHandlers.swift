import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// AdminService's calls about tokens.
struct TokenHandlers: Sendable {
  /// How many days a token lasts when the request does not say.
  static let life = 365

  let uses: TokenUses
  /// Makes a secret that nobody can guess.
  let newSecret: @Sendable () -> TokenSecret

  func create(
    _ request: Wire.CreateTokenRequest, _ call: Call
  ) async throws(Refusal) -> Wire.CreateTokenResponse {
    let secret = newSecret()
    let token = try call.read {
      $0.token(request.token, secretHash: secret.hash, on: call.today)
    }
    let outcome = try await call.write(request, .createToken(token))
    let entry = try outcome.state.token(token.id)
    return .with {
      $0.revision = outcome.revision
      $0.token = Wire.Token(entry, uses)
      $0.secret = secret.shown(of: entry, request)
      $0.unknownClusters = outcome.state.unknownClusters(of: entry.token.grant).map(\.text)
    }
  }

  func list(
    _ request: Wire.ListTokensRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListTokensResponse {
    let snapshot = try call.snapshot(for: request)
    let tokens = snapshot.state.tokens.values.filter { request.includeRevoked || !$0.revoked }
    let page = try call.page(
      of: tokens.sorted { $0.token.id < $1.token.id }, for: request
    ) { $0.token.id.text }
    return .with {
      $0.revision = snapshot.revision
      $0.tokens = page.items.map { Wire.Token($0, uses) }
      $0.nextPageToken = page.nextToken
    }
  }

  func rotate(
    _ request: Wire.RotateTokenRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RotateTokenResponse {
    let secret = newSecret()
    let (id, until): (TokenID, Day) = try call.read { reader in
      let until = reader.until(request.until, at: "until", on: call.today)
      let id: TokenID? = reader.id(request.id, at: "id")
      return id.flatMap { id in until.map { (id, $0) } }
    }
    let outcome = try await call.write(request, .rotateToken(id, secret.hash, until: until))
    let entry = try outcome.state.token(id)
    return .with {
      $0.revision = outcome.revision
      $0.token = Wire.Token(entry, uses)
      $0.secret = secret.shown(of: entry, request)
    }
  }

  func revoke(
    _ request: Wire.RevokeTokenRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RevokeTokenResponse {
    let id: TokenID = try call.read { $0.id(request.id, at: "id") }
    let outcome = try await call.write(request, .revokeToken(id))
    let entry = try outcome.state.token(id)
    return .with {
      $0.revision = outcome.revision
      $0.token = Wire.Token(entry, uses)
    }
  }
}

extension TokenSecret {
  /// Empty where nothing was stored, and where a request is repeated: its secret was another one.
  fileprivate func shown(of entry: TokenEntry, _ request: some WriteRequest) -> String {
    !request.validateOnly && entry.token.secretHash == hash ? text : ""
  }
}

extension FieldReader {
  fileprivate mutating func token(
    _ wire: Wire.Token?, secretHash: Hash, on today: Day
  ) -> AccessToken? {
    guard let wire else {
      refuse("is missing", at: "token")
      return nil
    }
    if TokenSecret.isIn(wire.id) {
      refuse("looks like a secret: name the token as records shall name its holder", at: "token.id")
      return nil
    }
    let id: TokenID? = id(wire.id, at: "token.id")
    let grant = grant(wire)
    let until = until(wire.until, at: "token.until", on: today)
    guard let id, let grant, let until else { return nil }
    return AccessToken(id: id, grant: grant, secretHash: secretHash, until: until)
  }

  fileprivate mutating func until(_ date: Wire.Date?, at place: String, on today: Day) -> Day? {
    date == nil ? today.adding(TokenHandlers.life) : day(date, at: place)
  }

  private mutating func grant(_ wire: Wire.Token) -> Grant? {
    if wire.role != .expert, !wire.expert.isEmpty {
      refuse("goes with the role expert only", at: "token.expert")
    }
    if wire.role != .partner, !wire.clusters.isEmpty {
      refuse("go with the role partner only", at: "token.clusters")
    }
    switch wire.role {
    case .unspecified:
      refuse("is missing: expected coordinator, expert, partner or observer", at: "token.role")
      return nil
    case .coordinator: return .coordinator
    case .observer: return .observer
    case .expert: return id(wire.expert, at: "token.expert").map { .expert($0) }
    case .partner:
      return .partner(
        Set(
          distinct(wire.clusters, at: "token.clusters") { reader, text, place -> OrganisationID? in
            reader.id(text, at: place)
          }))
    }
  }
}

extension Wire.Token {
  init(_ entry: TokenEntry, _ uses: TokenUses) {
    self.init()
    id = entry.token.id.text
    role = Wire.Role(entry.token.grant.role)
    switch entry.token.grant {
    case .coordinator, .observer: break
    case .expert(let expert): self.expert = expert.text
    case .partner(let clusters): self.clusters = clusters.sorted().map(\.text)
    }
    until = Wire.Date(entry.token.until)
    revoked = entry.revoked
    createdBy = entry.origin.actor
    created = Wire.Timestamp(milliseconds: entry.origin.time)
    lastUsed = uses.lastUse(of: entry.token.id).map { Wire.Timestamp(milliseconds: $0) }
    revision = entry.revision
  }
}

extension Wire.Role {
  init(_ role: Role) {
    switch role {
    case .coordinator: self = .coordinator
    case .expert: self = .expert
    case .partner: self = .partner
    case .observer: self = .observer
    }
  }
}
