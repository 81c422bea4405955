import CTandemProtos

extension Wire {
  /// An audit for which a panel is looked for, as an expert sees it who could serve on it.
  public struct OpenAudit: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__open_audit__descriptor)
    public var audit = ""
    public var cluster = ""
    public var clusterName = ""
    public var country = ""
    public var label = ""
    public var languages: [String] = []
    public var earliest: Date?
    public var latest: Date?
    public var remote = false
    public var renewal = false
    public var bid = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &audit)
      fields.text(2, &cluster)
      fields.text(3, &clusterName)
      fields.text(4, &country)
      fields.text(5, &label)
      fields.texts(6, &languages)
      fields.message(7, &earliest)
      fields.message(8, &latest)
      fields.flag(9, &remote)
      fields.flag(10, &renewal)
      fields.integer(11, &bid)
    }
  }

  /// What `AssignmentService.ListOpenAudits` takes.
  public struct ListOpenAuditsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_open_audits_request__descriptor)
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

  /// What `AssignmentService.ListOpenAudits` answers.
  public struct ListOpenAuditsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_open_audits_response__descriptor)
    public var revision = 0
    public var audits: [OpenAudit] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &audits)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `AssignmentService.PlaceBid` takes.
  public struct PlaceBidRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__place_bid_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var expert = ""
    public var bid = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &expert)
      fields.integer(5, &bid)
    }
  }

  /// What `AssignmentService.PlaceBid` answers.
  public struct PlaceBidResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__place_bid_response__descriptor)
    public var revision = 0
    public var audit: OpenAudit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
    }
  }
}
