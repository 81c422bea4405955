import CTandemProtos

extension Wire {
  /// A cluster, a member of one, a group's owner or any other organisation.
  public struct Organisation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__organisation__descriptor)
    public var id = ""
    public var name = ""
    public var group = ""
    public var cluster = false
    public var members: [String] = []
    public var revision = 0
    public var language = ""
    public var otherNames: [OrganisationName] = []
    public var formerNames: [OrganisationName] = []
    public var country = ""
    public var identifiers: [Identifier] = []
    public var domains: [String] = []
    public var groupSource = ""
    public var groupDate: Date?
    public var mergedInto = ""
    public var merged: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &name)
      fields.text(3, &group)
      fields.flag(4, &cluster)
      fields.texts(5, &members)
      fields.integer(6, &revision)
      fields.text(7, &language)
      fields.messages(8, &otherNames)
      fields.messages(9, &formerNames)
      fields.text(10, &country)
      fields.messages(11, &identifiers)
      fields.texts(12, &domains)
      fields.text(13, &groupSource)
      fields.message(14, &groupDate)
      fields.text(15, &mergedInto)
      fields.texts(16, &merged)
    }
  }

  /// What `NetworkService.CreateOrganisation` takes.
  public struct CreateOrganisationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_organisation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var organisation: Organisation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &organisation)
    }
  }

  /// What `NetworkService.CreateOrganisation` answers.
  public struct CreateOrganisationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_organisation_response__descriptor)
    public var revision = 0
    public var organisation: Organisation?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &organisation)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.GetOrganisation` takes.
  public struct GetOrganisationRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_organisation_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `NetworkService.GetOrganisation` answers.
  public struct GetOrganisationResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_organisation_response__descriptor)
    public var revision = 0
    public var organisation: Organisation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &organisation)
    }
  }

  /// What `NetworkService.ListOrganisations` takes.
  public struct ListOrganisationsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_organisations_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var clusters = false
    public var group = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.flag(4, &clusters)
      fields.text(5, &group)
    }
  }

  /// What `NetworkService.ListOrganisations` answers.
  public struct ListOrganisationsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_organisations_response__descriptor)
    public var revision = 0
    public var organisations: [Organisation] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &organisations)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `NetworkService.UpdateOrganisation` takes.
  public struct UpdateOrganisationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__update_organisation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var organisation: Organisation?
    public var updateMask: FieldMask?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &organisation)
      fields.message(4, &updateMask)
      fields.integer(5, &revision)
    }
  }

  /// What `NetworkService.UpdateOrganisation` answers.
  public struct UpdateOrganisationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__update_organisation_response__descriptor)
    public var revision = 0
    public var organisation: Organisation?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &organisation)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.DeleteOrganisation` takes.
  public struct DeleteOrganisationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_organisation_request__descriptor)
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

  /// What `NetworkService.DeleteOrganisation` answers.
  public struct DeleteOrganisationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_organisation_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
