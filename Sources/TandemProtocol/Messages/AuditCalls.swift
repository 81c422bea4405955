import CTandemProtos

extension Wire {
  /// What `AuditService.SubmitAudit` takes.
  public struct SubmitAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__submit_audit_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit: Audit?
    public var memberNames: [NamedOrganisation] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &audit)
      fields.messages(4, &memberNames)
    }
  }

  /// What `AuditService.SubmitAudit` answers.
  public struct SubmitAuditResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__submit_audit_response__descriptor)
    public var revision = 0
    public var audit: Audit?
    public var warnings: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
      fields.texts(3, &warnings)
    }
  }

  /// What `AuditService.GetAudit` takes.
  public struct GetAuditRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_audit_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `AuditService.GetAudit` answers.
  public struct GetAuditResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_audit_response__descriptor)
    public var revision = 0
    public var audit: Audit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
    }
  }

  /// What `AuditService.ListAudits` takes.
  public struct ListAuditsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_audits_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var cluster = ""
    public var country = ""
    public var label = ""
    public var state = AuditState.unspecified
    public var reference = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &cluster)
      fields.text(5, &country)
      fields.text(6, &label)
      fields.choice(7, &state)
      fields.text(8, &reference)
    }
  }

  /// What `AuditService.ListAudits` answers.
  public struct ListAuditsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_audits_response__descriptor)
    public var revision = 0
    public var audits: [Audit] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &audits)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `AuditService.AdmitAudit` takes.
  public struct AdmitAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__admit_audit_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
    }
  }

  /// What `AuditService.AdmitAudit` answers.
  public struct AdmitAuditResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__admit_audit_response__descriptor)
    public var revision = 0
    public var audit: Audit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &audit)
    }
  }

  /// What `AuditService.UpdateAudit` takes.
  public struct UpdateAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__update_audit_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit: Audit?
    public var updateMask: FieldMask?
    public var revision = 0
    public var memberNames: [NamedOrganisation] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &audit)
      fields.message(4, &updateMask)
      fields.integer(5, &revision)
      fields.messages(6, &memberNames)
    }
  }

  /// What `AuditService.UpdateAudit` answers.
  public struct UpdateAuditResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__update_audit_response__descriptor)
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

  /// What `AuditService.WithdrawAudit` takes.
  public struct WithdrawAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__withdraw_audit_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.text(4, &reason)
    }
  }

  /// What `AuditService.WithdrawAudit` answers.
  public struct WithdrawAuditResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__withdraw_audit_response__descriptor)
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
