import CTandemProtos

extension Wire {
  /// What `MatchingService.ListBrokenPanels` takes.
  public struct ListBrokenPanelsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_broken_panels_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var on: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.message(4, &on)
    }
  }

  /// What `MatchingService.ListBrokenPanels` answers.
  public struct ListBrokenPanelsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_broken_panels_response__descriptor)
    public var revision = 0
    public var panels: [BrokenPanel] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &panels)
      fields.text(3, &nextPageToken)
    }
  }

  /// A standing panel that breaks a rule.
  public struct BrokenPanel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__broken_panel__descriptor)
    public var audit = ""
    public var cluster = ""
    public var clusterName = ""
    public var panel: StandingPanel?
    public var held = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &audit)
      fields.text(2, &cluster)
      fields.text(3, &clusterName)
      fields.message(4, &panel)
      fields.flag(5, &held)
    }
  }
}
