import CTandemProtos

extension Wire {
  /// The travel units of one way between two countries.
  public struct TravelLeg: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__travel_leg__descriptor)
    public var home = ""
    public var country = ""
    public var units = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &home)
      fields.text(2, &country)
      fields.integer(3, &units)
    }
  }

  /// What `PolicyService.GetTravel` takes.
  public struct GetTravelRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_travel_request__descriptor)
    public var minRevision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
    }
  }

  /// What `PolicyService.GetTravel` answers.
  public struct GetTravelResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_travel_response__descriptor)
    public var revision = 0
    public var legs: [TravelLeg] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &legs)
    }
  }

  /// What `PolicyService.SetTravel` takes.
  public struct SetTravelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__set_travel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var legs: [TravelLeg] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.messages(3, &legs)
    }
  }

  /// What `PolicyService.SetTravel` answers.
  public struct SetTravelResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__set_travel_response__descriptor)
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
    }
  }

  /// What `PolicyService.GetClosures` takes.
  public struct GetClosuresRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_closures_request__descriptor)
    public var minRevision = 0
    public var country = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &country)
    }
  }

  /// What `PolicyService.GetClosures` answers.
  public struct GetClosuresResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_closures_response__descriptor)
    public var revision = 0
    public var days: [Date] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &days)
    }
  }

  /// What `PolicyService.SetClosures` takes.
  public struct SetClosuresRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__set_closures_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var country = ""
    public var days: [Date] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &country)
      fields.messages(4, &days)
    }
  }

  /// What `PolicyService.SetClosures` answers.
  public struct SetClosuresResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__set_closures_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
