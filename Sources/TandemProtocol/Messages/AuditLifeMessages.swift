import CTandemProtos

extension Wire {
  /// That the cluster was told of the panel.
  public struct Announcement: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__announcement__descriptor)
    public var on: Date?
    public var objectionsUntil: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &on)
      fields.message(2, &objectionsUntil)
    }
  }

  /// That an expert was asked to serve.
  public struct Invitation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__invitation__descriptor)
    public var expert = ""
    public var on: Date?
    public var answerBy: Date?
    public var accepted = false
    public var acceptedAt: Timestamp?
    public var declarationVersion = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.message(2, &on)
      fields.message(3, &answerBy)
      fields.flag(4, &accepted)
      fields.message(5, &acceptedAt)
      fields.integer(6, &declarationVersion)
    }
  }

  /// What is left of a panel in which a seat opened.
  public struct Vacancy: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__vacancy__descriptor)
    public var start: Date?
    public var seats: [Seat] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &start)
      fields.messages(2, &seats)
    }
  }

  /// What an expert found on an audit.
  public struct Report: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__report__descriptor)
    public var expert = ""
    public var recommended = false
    public var scores: [Score] = []
    public var note = ""
    public var time: Timestamp?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.flag(2, &recommended)
      fields.messages(3, &scores)
      fields.text(4, &note)
      fields.message(5, &time)
    }
  }

  /// How an audit does in one area.
  public struct Score: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__score__descriptor)
    public var area = ""
    public var percent = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &area)
      fields.integer(2, &percent)
    }
  }

  /// What was decided of a label.
  public struct Verdict: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__verdict__descriptor)
    public var awarded = false
    public var reason = ""
    public var actor = ""
    public var time: Timestamp?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.flag(1, &awarded)
      fields.text(2, &reason)
      fields.text(3, &actor)
      fields.message(4, &time)
    }
  }

  /// What `AuditService.CancelAudit` takes.
  public struct CancelAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__cancel_audit_request__descriptor)
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

  /// What `AuditService.CancelAudit` answers.
  public struct CancelAuditResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__cancel_audit_response__descriptor)
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

  /// What `AuditService.ObjectToExpert` takes.
  public struct ObjectToExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__object_to_expert_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var expert = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.text(4, &expert)
      fields.text(5, &reason)
    }
  }

  /// What `AuditService.ObjectToExpert` answers.
  public struct ObjectToExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__object_to_expert_response__descriptor)
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

  /// What `AuditService.HoldAudit` takes.
  public struct HoldAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__hold_audit_request__descriptor)
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

  /// What `AuditService.HoldAudit` answers.
  public struct HoldAuditResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__hold_audit_response__descriptor)
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

  /// What `AuditService.DecideAudit` takes.
  public struct DecideAuditRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__decide_audit_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var id = ""
    public var awarded = false
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &id)
      fields.flag(4, &awarded)
      fields.text(5, &reason)
    }
  }

  /// What `AuditService.DecideAudit` answers.
  public struct DecideAuditResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__decide_audit_response__descriptor)
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
