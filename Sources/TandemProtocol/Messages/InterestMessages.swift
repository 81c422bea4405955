import CTandemProtos

extension Wire {
  /// A tie of an expert to an organisation.
  public struct Interest: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__interest__descriptor)
    public var id = ""
    public var expert = ""
    public var organisation = ""
    public var kind = ""
    public var until: Date?
    public var revision = 0
    public var named: ResolvedName?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &expert)
      fields.text(3, &organisation)
      fields.text(4, &kind)
      fields.message(5, &until)
      fields.integer(6, &revision)
      fields.message(7, &named)
    }
  }

  /// What `NetworkService.CreateInterest` takes.
  public struct CreateInterestRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_interest_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var interest: Interest?
    public var organisation: NamedOrganisation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &interest)
      fields.message(4, &organisation)
    }
  }

  /// What `NetworkService.CreateInterest` answers.
  public struct CreateInterestResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_interest_response__descriptor)
    public var revision = 0
    public var interest: Interest?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &interest)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.GetInterest` takes.
  public struct GetInterestRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_interest_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `NetworkService.GetInterest` answers.
  public struct GetInterestResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_interest_response__descriptor)
    public var revision = 0
    public var interest: Interest?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &interest)
    }
  }

  /// What `NetworkService.ListInterests` takes.
  public struct ListInterestsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_interests_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var expert = ""
    public var organisation = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &expert)
      fields.text(5, &organisation)
    }
  }

  /// What `NetworkService.ListInterests` answers.
  public struct ListInterestsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_interests_response__descriptor)
    public var revision = 0
    public var interests: [Interest] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &interests)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `NetworkService.UpdateInterest` takes.
  public struct UpdateInterestRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__update_interest_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var interest: Interest?
    public var updateMask: FieldMask?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &interest)
      fields.message(4, &updateMask)
      fields.integer(5, &revision)
    }
  }

  /// What `NetworkService.UpdateInterest` answers.
  public struct UpdateInterestResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__update_interest_response__descriptor)
    public var revision = 0
    public var interest: Interest?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &interest)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.DeleteInterest` takes.
  public struct DeleteInterestRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_interest_request__descriptor)
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

  /// What `NetworkService.DeleteInterest` answers.
  public struct DeleteInterestResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_interest_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
