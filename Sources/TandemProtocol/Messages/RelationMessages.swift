import CTandemProtos

extension Wire {
  /// A declared relation of two experts.
  public struct Relation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__relation__descriptor)
    public var id = ""
    public var experts: [String] = []
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.texts(2, &experts)
      fields.integer(3, &revision)
    }
  }

  /// What `NetworkService.CreateRelation` takes.
  public struct CreateRelationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_relation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var relation: Relation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &relation)
    }
  }

  /// What `NetworkService.CreateRelation` answers.
  public struct CreateRelationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_relation_response__descriptor)
    public var revision = 0
    public var relation: Relation?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &relation)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.GetRelation` takes.
  public struct GetRelationRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_relation_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `NetworkService.GetRelation` answers.
  public struct GetRelationResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_relation_response__descriptor)
    public var revision = 0
    public var relation: Relation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &relation)
    }
  }

  /// What `NetworkService.ListRelations` takes.
  public struct ListRelationsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_relations_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var expert = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &expert)
    }
  }

  /// What `NetworkService.ListRelations` answers.
  public struct ListRelationsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_relations_response__descriptor)
    public var revision = 0
    public var relations: [Relation] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &relations)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `NetworkService.DeleteRelation` takes.
  public struct DeleteRelationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_relation_request__descriptor)
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

  /// What `NetworkService.DeleteRelation` answers.
  public struct DeleteRelationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_relation_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
