import CTandemProtos

extension Wire {
  /// What `MatchingService.ChangePanel` takes.
  public struct ChangePanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__change_panel_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var experts: [String] = []
    public var start: Date?
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.texts(4, &experts)
      fields.message(5, &start)
      fields.text(6, &reason)
    }
  }

  /// What `MatchingService.ChangePanel` answers.
  public struct ChangePanelResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__change_panel_response__descriptor)
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

  /// A panel for an audit in which a seat opened.
  public struct Replacement: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__replacement__descriptor)
    public var panel: RankedPanel?
    public var keepsExperts = false
    public var keepsDay = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &panel)
      fields.flag(2, &keepsExperts)
      fields.flag(3, &keepsDay)
    }
  }

  /// What `MatchingService.ListReplacements` takes.
  public struct ListReplacementsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_replacements_request__descriptor)
    public var minRevision = 0
    public var audit = ""
    public var pageSize = 0
    public var pageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
      fields.integer(3, &pageSize)
      fields.text(4, &pageToken)
    }
  }

  /// What `MatchingService.ListReplacements` answers.
  public struct ListReplacementsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_replacements_response__descriptor)
    public var revision = 0
    public var replacements: [Replacement] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &replacements)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `MatchingService.AnnouncePanel` takes.
  public struct AnnouncePanelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__announce_panel_request__descriptor)
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

  /// What `MatchingService.AnnouncePanel` answers.
  public struct AnnouncePanelResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__announce_panel_response__descriptor)
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

  /// What `MatchingService.InviteExperts` takes.
  public struct InviteExpertsRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__invite_experts_request__descriptor)
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

  /// What `MatchingService.InviteExperts` answers.
  public struct InviteExpertsResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__invite_experts_response__descriptor)
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
