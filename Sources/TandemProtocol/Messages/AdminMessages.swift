import CTandemProtos

extension Wire {
  /// What `AdminService.GetServerInfo` takes.
  public struct GetServerInfoRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_server_info_request__descriptor)
    public var minRevision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
    }
  }

  /// What `AdminService.GetServerInfo` answers.
  public struct GetServerInfoResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__get_server_info_response__descriptor)
    public var revision = 0
    public var head = ""
    public var version = ""
    public var started: Timestamp?
    public var today: Date?
    public var todayFixed = false
    public var policyVersion = 0
    public var experts = 0
    public var audits = 0
    public var caller = ""
    public var role = Role.unspecified
    public var expert = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.text(2, &head)
      fields.text(3, &version)
      fields.message(4, &started)
      fields.message(5, &today)
      fields.flag(6, &todayFixed)
      fields.integer(7, &policyVersion)
      fields.integer(8, &experts)
      fields.integer(9, &audits)
      fields.text(10, &caller)
      fields.choice(11, &role)
      fields.text(12, &expert)
    }
  }

  /// What `AdminService.VerifyJournal` takes.
  public struct VerifyJournalRequest: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__verify_journal_request__descriptor)
    public var expectRevision = 0
    public var expectHash = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &expectRevision)
      fields.text(2, &expectHash)
    }
  }

  /// What `AdminService.VerifyJournal` answers.
  public struct VerifyJournalResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__verify_journal_response__descriptor)
    public var revision = 0
    public var head = ""
    public var intact = false
    public var finding = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.text(2, &head)
      fields.flag(3, &intact)
      fields.text(4, &finding)
    }
  }
}
