import CTandemProtos

extension Wire {
  /// What `MatchingService.Plan` takes.
  public struct PlanRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__plan_request__descriptor)
    public var minRevision = 0
    public var audits: [String] = []
    public var repair = false
    public var seconds = 0
    public var whatIf: [Hypothesis] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.texts(2, &audits)
      fields.flag(3, &repair)
      fields.integer(4, &seconds)
      fields.messages(5, &whatIf)
    }
  }

  /// What `MatchingService.Plan` answers, again and again.
  public struct PlanResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__plan_response__descriptor)
    public var revision = 0
    public var progress: PlanProgress?
    public var plan: Plan?
    public var planning = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &progress)
      fields.message(3, &plan)
      fields.text(4, &planning)
    }
  }

  /// What `MatchingService.StopPlan` takes.
  public struct StopPlanRequest: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__stop_plan_request__descriptor)
    public var planning = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &planning)
    }
  }

  /// What `MatchingService.StopPlan` answers.
  public struct StopPlanResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__stop_plan_response__descriptor)
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
    }
  }

  /// What `MatchingService.PublishPlan` takes.
  public struct PublishPlanRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__publish_plan_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var madeFrom = 0
    public var plannedOn: Date?
    public var audits: [String] = []
    public var repair = false
    public var planFile: [UInt8] = []
    public var certificateFile: [UInt8] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.integer(3, &madeFrom)
      fields.message(4, &plannedOn)
      fields.texts(5, &audits)
      fields.flag(6, &repair)
      fields.bytes(7, &planFile)
      fields.bytes(8, &certificateFile)
    }
  }

  /// What `MatchingService.PublishPlan` answers.
  public struct PublishPlanResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__publish_plan_response__descriptor)
    public var revision = 0
    public var plan: PublishedPlan?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &plan)
      fields.messages(15, &effects)
    }
  }

  /// What `MatchingService.ListPublishedPlans` takes.
  public struct ListPublishedPlansRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_published_plans_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
    }
  }

  /// What `MatchingService.ListPublishedPlans` answers.
  public struct ListPublishedPlansResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_published_plans_response__descriptor)
    public var revision = 0
    public var plans: [PublishedPlan] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &plans)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `MatchingService.GetPublishedPlan` takes.
  public struct GetPublishedPlanRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_published_plan_request__descriptor)
    public var minRevision = 0
    public var published = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &published)
    }
  }

  /// What `MatchingService.GetPublishedPlan` answers.
  public struct GetPublishedPlanResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_published_plan_response__descriptor)
    public var revision = 0
    public var plan: PublishedPlan?
    public var problemFile: [UInt8] = []
    public var planFile: [UInt8] = []
    public var certificateFile: [UInt8] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &plan)
      fields.bytes(3, &problemFile)
      fields.bytes(4, &planFile)
      fields.bytes(5, &certificateFile)
    }
  }
}
