import CTandemProtos

extension Wire {
  /// A cluster expert.
  public struct Expert: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__expert__descriptor)
    public var id = ""
    public var name = ""
    public var email = ""
    public var country = ""
    public var languages: [LanguageSkill] = []
    public var accredited: [String] = []
    public var lead: [String] = []
    public var sectors: [String] = []
    public var maxAudits = 0
    public var openingLoad = 0
    public var openingDate: Date?
    public var retired = false
    public var revision = 0
    public var mergedInto = ""
    public var interestsDeclared: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &name)
      fields.text(3, &email)
      fields.text(4, &country)
      fields.messages(5, &languages)
      fields.texts(6, &accredited)
      fields.texts(7, &lead)
      fields.texts(8, &sectors)
      fields.integer(9, &maxAudits)
      fields.integer(10, &openingLoad)
      fields.message(11, &openingDate)
      fields.flag(12, &retired)
      fields.integer(13, &revision)
      fields.text(14, &mergedInto)
      fields.message(15, &interestsDeclared)
    }
  }

  /// A language that an expert speaks.
  public struct LanguageSkill: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__language_skill__descriptor)
    public var language = ""
    public var level = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &language)
      fields.text(2, &level)
    }
  }

  /// What `NetworkService.CreateExpert` takes.
  public struct CreateExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__create_expert_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var expert: Expert?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &expert)
    }
  }

  /// What `NetworkService.CreateExpert` answers.
  public struct CreateExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__create_expert_response__descriptor)
    public var revision = 0
    public var expert: Expert?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &expert)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.GetExpert` takes.
  public struct GetExpertRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_expert_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `NetworkService.GetExpert` answers.
  public struct GetExpertResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_expert_response__descriptor)
    public var revision = 0
    public var expert: Expert?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &expert)
    }
  }

  /// What `NetworkService.ListExperts` takes.
  public struct ListExpertsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_experts_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var language = ""
    public var country = ""
    public var label = ""
    public var sector = ""
    public var includeRetired = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &language)
      fields.text(5, &country)
      fields.text(6, &label)
      fields.text(7, &sector)
      fields.flag(8, &includeRetired)
    }
  }

  /// What `NetworkService.ListExperts` answers.
  public struct ListExpertsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_experts_response__descriptor)
    public var revision = 0
    public var experts: [Expert] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &experts)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `NetworkService.UpdateExpert` takes.
  public struct UpdateExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__update_expert_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var expert: Expert?
    public var updateMask: FieldMask?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &expert)
      fields.message(4, &updateMask)
      fields.integer(5, &revision)
    }
  }

  /// What `NetworkService.UpdateExpert` answers.
  public struct UpdateExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__update_expert_response__descriptor)
    public var revision = 0
    public var expert: Expert?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &expert)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.RetireExpert` takes.
  public struct RetireExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__retire_expert_request__descriptor)
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

  /// What `NetworkService.RetireExpert` answers.
  public struct RetireExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__retire_expert_response__descriptor)
    public var revision = 0
    public var expert: Expert?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &expert)
      fields.messages(15, &effects)
    }
  }
}
