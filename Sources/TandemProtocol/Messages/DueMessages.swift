import CTandemProtos

extension Wire {
  /// What there is to do.
  public enum DueKind: Int32, WireEnum {
    case unspecified = 0
    case admit, panel, announce, invite, answer, questionnaire, hold, report, decide, broken
    case doubt, renew, interests
  }

  /// One thing to do.
  public struct Due: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__due__descriptor)
    public var kind = DueKind.unspecified
    public var by: Date?
    public var overdue = false
    public var audit = ""
    public var expert = ""
    public var cluster = ""
    public var sentence = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.choice(1, &kind)
      fields.message(2, &by)
      fields.flag(3, &overdue)
      fields.text(4, &audit)
      fields.text(5, &expert)
      fields.text(6, &cluster)
      fields.text(7, &sentence)
    }
  }

  /// What `AuditService.ListDue` takes.
  public struct ListDueRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_due_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var on: Date?
    public var days = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.message(4, &on)
      fields.integer(5, &days)
    }
  }

  /// What `AuditService.ListDue` answers.
  public struct ListDueResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_due_response__descriptor)
    public var revision = 0
    public var dues: [Due] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &dues)
      fields.text(3, &nextPageToken)
    }
  }
}
