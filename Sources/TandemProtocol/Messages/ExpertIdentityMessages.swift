import CTandemProtos

extension Wire {
  /// Two experts who may be one person, entered twice.
  public struct ExpertDoubt: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__expert_doubt__descriptor)
    public var one: DoubtedExpert?
    public var other: DoubtedExpert?
    public var reason = ""
    public var likeness = 0
    public var found: Date?
    public var panels: [String] = []
    public var barred: [BarredExpert] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &one)
      fields.message(2, &other)
      fields.text(3, &reason)
      fields.integer(4, &likeness)
      fields.message(5, &found)
      fields.texts(6, &panels)
      fields.messages(7, &barred)
    }
  }

  /// One side of a doubt about experts.
  public struct DoubtedExpert: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__doubted_expert__descriptor)
    public var id = ""
    public var name = ""
    public var country = ""
    public var retired = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &name)
      fields.text(3, &country)
      fields.flag(4, &retired)
    }
  }

  /// What `IdentityService.ListExpertDoubts` takes.
  public struct ListExpertDoubtsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_expert_doubts_request__descriptor)
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

  /// What `IdentityService.ListExpertDoubts` answers.
  public struct ListExpertDoubtsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_expert_doubts_response__descriptor)
    public var revision = 0
    public var doubts: [ExpertDoubt] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &doubts)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `IdentityService.MergeExpert` takes.
  public struct MergeExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__merge_expert_request__descriptor)
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

  /// What `IdentityService.MergeExpert` answers.
  public struct MergeExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__merge_expert_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }

  /// What `IdentityService.DistinguishExperts` takes.
  public struct DistinguishExpertsRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__distinguish_experts_request__descriptor)
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

  /// What `IdentityService.DistinguishExperts` answers.
  public struct DistinguishExpertsResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__distinguish_experts_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
