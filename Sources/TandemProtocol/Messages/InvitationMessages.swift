import CTandemProtos

extension Wire {
  /// Why an expert says no.
  public enum DeclineCause: Int32, WireEnum {
    case unspecified = 0
    case busy, conflict, other
  }

  /// What `AssignmentService.AcceptInvitation` takes.
  public struct AcceptInvitationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__accept_invitation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var expert = ""
    public var declarationVersion = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &expert)
      fields.integer(5, &declarationVersion)
    }
  }

  /// What `AssignmentService.AcceptInvitation` answers.
  public struct AcceptInvitationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__accept_invitation_response__descriptor)
    public var revision = 0
    public var assignment: Assignment?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &assignment)
      fields.messages(15, &effects)
    }
  }

  /// What `AssignmentService.DeclineInvitation` takes.
  public struct DeclineInvitationRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__decline_invitation_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var expert = ""
    public var cause = DeclineCause.unspecified
    public var reason = ""
    public var interest: Interest?
    public var organisation: NamedOrganisation?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &expert)
      fields.choice(5, &cause)
      fields.text(6, &reason)
      fields.message(7, &interest)
      fields.message(8, &organisation)
    }
  }

  /// What `AssignmentService.DeclineInvitation` answers.
  public struct DeclineInvitationResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__decline_invitation_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }

  /// What `AssignmentService.RecuseExpert` takes.
  public struct RecuseExpertRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__recuse_expert_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var expert = ""
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &expert)
      fields.text(5, &reason)
    }
  }

  /// What `AssignmentService.RecuseExpert` answers.
  public struct RecuseExpertResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__recuse_expert_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }

  /// What `AssignmentService.FileReport` takes.
  public struct FileReportRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__file_report_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var audit = ""
    public var expert = ""
    public var report: Report?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &audit)
      fields.text(4, &expert)
      fields.message(5, &report)
    }
  }

  /// What `AssignmentService.FileReport` answers.
  public struct FileReportResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__file_report_response__descriptor)
    public var revision = 0
    public var assignment: Assignment?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &assignment)
      fields.messages(15, &effects)
    }
  }
}
