import CTandemProtos

extension Wire {
  /// What `MatchingService.GrantWaiver` takes.
  public struct GrantWaiverRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__grant_waiver_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var waiver: Waiver?
    public var until: Date?
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.message(4, &waiver)
      fields.message(5, &until)
      fields.text(6, &reason)
    }
  }

  /// What `MatchingService.GrantWaiver` answers.
  public struct GrantWaiverResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__grant_waiver_response__descriptor)
    public var revision = 0
    public var audit: Audit?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
      fields.messages(15, &effects)
    }
  }

  /// What `MatchingService.RevokeWaiver` takes.
  public struct RevokeWaiverRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__revoke_waiver_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var waiver: Waiver?
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.message(4, &waiver)
      fields.text(5, &reason)
    }
  }

  /// What `MatchingService.RevokeWaiver` answers.
  public struct RevokeWaiverResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__revoke_waiver_response__descriptor)
    public var revision = 0
    public var audit: Audit?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
      fields.messages(15, &effects)
    }
  }
}
