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
  /// The token whose secret has that hash; nil when there is none. Whether it is valid is not looked at.
  public func token(withSecretHash hash: Hash) -> TokenEntry? {
    links.tokens[hash].flatMap { tokens[$0] }
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
