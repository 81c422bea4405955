import CTandemProtos

extension Wire {
  /// A valid panel and what it costs.
  public struct RankedPanel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__ranked_panel__descriptor)
    public var panel: Panel?
    public var cost = 0
    public var rows: [CostRow] = []
    public var waived: [WaivedBreach] = []
    public var warnings: [Breach] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &panel)
      fields.integer(2, &cost)
      fields.messages(3, &rows)
      fields.messages(4, &waived)
      fields.messages(5, &warnings)
    }
  }

  /// What `MatchingService.RankPanels` takes.
  public struct RankPanelsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__rank_panels_request__descriptor)
    public var minRevision = 0
    public var audit = ""
    public var pageSize = 0
    public var pageToken = ""
    public var whatIf: [Hypothesis] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
      fields.integer(3, &pageSize)
      fields.text(4, &pageToken)
      fields.messages(5, &whatIf)
    }
  }

  /// What `MatchingService.RankPanels` answers.
  public struct RankPanelsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__rank_panels_response__descriptor)
    public var revision = 0
    public var panels: [RankedPanel] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &panels)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `MatchingService.CheckPanel` takes.
  public struct CheckPanelRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__check_panel_request__descriptor)
    public var minRevision = 0
    public var audit = ""
    public var experts: [String] = []
    public var start: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
      fields.texts(3, &experts)
      fields.message(4, &start)
    }
  }

  /// What `MatchingService.CheckPanel` answers.
  public struct CheckPanelResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__check_panel_response__descriptor)
    public var revision = 0
    public var panel: RankedPanel?
    public var breaches: [Breach] = []
    public var assurances: [Assurance] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &panel)
      fields.messages(3, &breaches)
      fields.messages(4, &assurances)
    }
  }

  /// One rule that a panel keeps.
  public struct Assurance: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__assurance__descriptor)
    public var rule = ""
    public var experts: [String] = []
    public var sentence = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &rule)
      fields.texts(2, &experts)
      fields.text(3, &sentence)
    }
  }
}
