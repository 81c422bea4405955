import CTandemProtos

extension Wire {
  /// One panel on which an expert sits.
  public struct Assignment: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__assignment__descriptor)
    public var audit = ""
    public var cluster = ""
    public var clusterName = ""
    public var country = ""
    public var label = ""
    public var remote = false
    public var renewal = false
    public var panel: StandingPanel?
    public var state = AuditState.unspecified
    public var invitation: Invitation?
    public var report: Report?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &audit)
      fields.text(2, &cluster)
      fields.text(3, &clusterName)
      fields.text(4, &country)
      fields.text(5, &label)
      fields.flag(6, &remote)
      fields.flag(7, &renewal)
      fields.message(8, &panel)
      fields.choice(9, &state)
      fields.message(10, &invitation)
      fields.message(11, &report)
    }
  }

  /// What `AssignmentService.ListAssignments` takes.
  public struct ListAssignmentsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_assignments_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var expert = ""
    public var from: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &expert)
      fields.message(5, &from)
    }
  }

  /// What `AssignmentService.ListAssignments` answers.
  public struct ListAssignmentsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_assignments_response__descriptor)
    public var revision = 0
    public var assignments: [Assignment] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &assignments)
      fields.text(3, &nextPageToken)
    }
  }
}
