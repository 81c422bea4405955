import CTandemProtos

extension Wire {
  /// What `IdentityService.ListDoubts` takes.
  public struct ListDoubtsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_doubts_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var organisation = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &organisation)
    }
  }

  /// What `IdentityService.ListDoubts` answers.
  public struct ListDoubtsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_doubts_response__descriptor)
    public var revision = 0
    public var doubts: [Doubt] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &doubts)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `IdentityService.MergeOrganisation` takes.
  public struct MergeOrganisationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__merge_organisation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var into = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.text(4, &into)
      fields.text(5, &reason)
    }
  }

  /// What `IdentityService.MergeOrganisation` answers.
  public struct MergeOrganisationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__merge_organisation_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }

  /// What `IdentityService.SplitOrganisation` takes.
  public struct SplitOrganisationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__split_organisation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.text(4, &reason)
    }
  }

  /// What `IdentityService.SplitOrganisation` answers.
  public struct SplitOrganisationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__split_organisation_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }

  /// What `IdentityService.DistinguishOrganisations` takes.
  public struct DistinguishOrganisationsRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__distinguish_organisations_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var one = ""
    public var other = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &one)
      fields.text(4, &other)
      fields.text(5, &reason)
    }
  }

  /// What `IdentityService.DistinguishOrganisations` answers.
  public struct DistinguishOrganisationsResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__distinguish_organisations_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
