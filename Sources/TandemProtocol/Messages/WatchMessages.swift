import CTandemProtos

extension Wire {
  /// What `WatchService.Watch` takes.
  public struct WatchRequest: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__watch_request__descriptor)
    public var after = 0
    public var kinds: [String] = []
    public var audits: [String] = []
    public var heartbeatSeconds = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &after)
      fields.texts(2, &kinds)
      fields.texts(3, &audits)
      fields.integer(4, &heartbeatSeconds)
    }
  }

  /// What `WatchService.Watch` answers.
  public struct WatchResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__watch_response__descriptor)
    public var revision = 0
    public var actor = ""
    public var time: Timestamp?
    public var changes: [Change] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.text(2, &actor)
      fields.message(3, &time)
      fields.messages(4, &changes)
    }
  }

  /// One fact that a command made.
  public struct Change: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__change__descriptor)
    public var kind = ""
    public var audit = ""
    public var state = AuditState.unspecified
    public var experts: [String] = []
    public var subject = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &kind)
      fields.text(2, &audit)
      fields.choice(3, &state)
      fields.texts(4, &experts)
      fields.text(5, &subject)
    }
  }
}
