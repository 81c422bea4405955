import TandemJournal
import TandemModel

public typealias TokenID = ID<AccessToken>

/// A token by which somebody calls. The secret that its holder sends is kept nowhere, only its hash.
public struct AccessToken: Hashable, Sendable {
  /// The longest life of a token, in days: three years.
  public static let longestLife = 1_096

  /// By which names records name the server itself.
  static let reserved: Set = ["tandemd", "local", "what-if"]

  /// Its name, by which records name who acted.
  public var id: TokenID
  public var grant: Grant
  /// SHA-256 of the secret.
  public var secretHash: Hash
  /// The last day on which it lets anybody in.
  public var until: Day

  public init(id: TokenID, grant: Grant, secretHash: Hash, until: Day) {
    self.id = id
    self.grant = grant
    self.secretHash = secretHash
    self.until = until
  }
}

/// On whose behalf the holder of a token calls.
public enum Grant: Hashable, Sendable {
  /// ESCA, assigning experts.
  case coordinator
  /// One expert.
  case expert(ExpertID)
  /// A tool that speaks for some clusters.
  case partner(Set<OrganisationID>)
  /// Anybody who may see what is public.
  case observer
}

/// Why a secret lets nobody in. All that differs between those is for who has the right secret.
public enum TokenFault: Error, Hashable, Sendable {
  /// It is of no token, or of one that was given another secret.
  case unknown
  case revoked(TokenID)
  case expired(TokenID, until: Day)
}

/// A token as the network knows it.
public struct TokenEntry: Hashable, Sendable {
  public var token: AccessToken
  public var revoked: Bool
  /// Who made it, and when.
  public var origin: Origin
  public var revision: Int

  /// Whether it lets its holder in on a day.
  public func isValid(on day: Day) -> Bool { !revoked && day <= token.until }
}

extension NetworkState {
  /// The token whose secret has that hash, which lets its holder in on that day.
  public func validToken(
    withSecretHash hash: Hash, on day: Day
  ) throws(TokenFault) -> AccessToken {
    guard let entry = links.tokens[hash].flatMap({ tokens[$0] }),
      entry.token.secretHash.matches(hash)
    else { throw .unknown }
    guard !entry.revoked else { throw .revoked(entry.token.id) }
    guard day <= entry.token.until else { throw .expired(entry.token.id, until: entry.token.until) }
    return entry.token
  }

  /// The clusters of a partner that no organisation is, in the order of their ids.
  public func unknownClusters(of grant: Grant) -> [OrganisationID] {
    guard case .partner(let clusters) = grant else { return [] }
    return clusters.filter { organisations[$0]?.value.isCluster != true }.sorted()
  }

  /// Whether a coordinator's token, another one than that, lets its holder in on a day.
  public func hasCoordinatorToken(besides id: TokenID? = nil, on day: Day) -> Bool {
    tokens.values.contains {
      $0.token.id != id && $0.token.grant == .coordinator && $0.isValid(on: day)
    }
  }

  mutating func set(_ entry: TokenEntry) {
    if let old = tokens[entry.token.id] { links.tokens[old.token.secretHash] = nil }
    links.tokens[entry.token.secretHash] = entry.token.id
    tokens[entry.token.id] = entry
  }
}
