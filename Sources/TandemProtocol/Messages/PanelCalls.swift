import CTandemProtos

extension Wire {
  /// What `MatchingService.AssignPanel` takes.
  public struct AssignPanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__assign_panel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var experts: [String] = []
    public var start: Date?
    public var note = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.texts(4, &experts)
      fields.message(5, &start)
      fields.text(6, &note)
    }
  }

  /// What `MatchingService.AssignPanel` answers.
  public struct AssignPanelResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__assign_panel_response__descriptor)
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

  /// What `MatchingService.UnassignPanel` takes.
  public struct UnassignPanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__unassign_panel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &reason)
    }
  }

  /// What `MatchingService.UnassignPanel` answers.
  public struct UnassignPanelResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__unassign_panel_response__descriptor)
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

  /// What `MatchingService.PinPanel` takes.
  public struct PinPanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__pin_panel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
    }
  }

  /// What `MatchingService.PinPanel` answers.
  public struct PinPanelResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__pin_panel_response__descriptor)
    public var revision = 0
    public var audit: Audit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
    }
  }

  /// What `MatchingService.UnpinPanel` takes.
  public struct UnpinPanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__unpin_panel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
    }
  }

  /// What `MatchingService.UnpinPanel` answers.
  public struct UnpinPanelResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__unpin_panel_response__descriptor)
    public var revision = 0
    public var audit: Audit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
    }
  }
}
