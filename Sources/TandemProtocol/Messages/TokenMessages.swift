import CTandemProtos

extension Wire {
  /// On whose behalf somebody calls.
  public enum Role: Int32, WireEnum {
    case unspecified = 0
    case coordinator, expert, partner, observer
  }

  /// A token by which somebody calls, without its secret.
  public struct Token: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__token__descriptor)
    public var id = ""
    public var role = Role.unspecified
    public var expert = ""
    public var clusters: [String] = []
    public var until: Date?
    public var revoked = false
    public var createdBy = ""
    public var created: Timestamp?
    public var lastUsed: Timestamp?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.choice(2, &role)
      fields.text(3, &expert)
      fields.texts(4, &clusters)
      fields.message(5, &until)
      fields.flag(6, &revoked)
      fields.text(7, &createdBy)
      fields.message(8, &created)
      fields.message(9, &lastUsed)
      fields.integer(10, &revision)
    }
  }

  /// What `AdminService.CreateToken` takes.
  public struct CreateTokenRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__create_token_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var token: Token?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &token)
    }
  }

  /// What `AdminService.CreateToken` answers.
  public struct CreateTokenResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__create_token_response__descriptor)
    public var revision = 0
    public var token: Token?
    public var secret = ""
    public var unknownClusters: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &token)
      fields.text(3, &secret)
      fields.texts(4, &unknownClusters)
    }
  }

  /// What `AdminService.ListTokens` takes.
  public struct ListTokensRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_tokens_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var includeRevoked = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.flag(4, &includeRevoked)
    }
  }

  /// What `AdminService.ListTokens` answers.
  public struct ListTokensResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_tokens_response__descriptor)
    public var revision = 0
    public var tokens: [Token] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &tokens)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `AdminService.RotateToken` takes.
  public struct RotateTokenRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__rotate_token_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var until: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.message(4, &until)
    }
  }

  /// What `AdminService.RotateToken` answers.
  public struct RotateTokenResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__rotate_token_response__descriptor)
    public var revision = 0
    public var token: Token?
    public var secret = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &token)
      fields.text(3, &secret)
    }
  }

  /// What `AdminService.RevokeToken` takes.
  public struct RevokeTokenRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__revoke_token_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
    }
  }

  /// What `AdminService.RevokeToken` answers.
  public struct RevokeTokenResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__revoke_token_response__descriptor)
    public var revision = 0
    public var token: Token?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &token)
    }
  }
}
