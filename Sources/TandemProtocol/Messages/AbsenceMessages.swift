import CTandemProtos

extension Wire {
  /// Days on which an expert cannot serve.
  public struct Absence: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__absence__descriptor)
    public var id = ""
    public var expert = ""
    public var firstDay: Date?
    public var lastDay: Date?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &expert)
      fields.message(3, &firstDay)
      fields.message(4, &lastDay)
      fields.integer(5, &revision)
    }
  }

  /// What `NetworkService.CreateAbsence` takes.
  public struct CreateAbsenceRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__create_absence_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var absence: Absence?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &absence)
    }
  }

  /// What `NetworkService.CreateAbsence` answers.
  public struct CreateAbsenceResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__create_absence_response__descriptor)
    public var revision = 0
    public var absence: Absence?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &absence)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.GetAbsence` takes.
  public struct GetAbsenceRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_absence_request__descriptor)
    public var minRevision = 0
    public var id = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &id)
    }
  }

  /// What `NetworkService.GetAbsence` answers.
  public struct GetAbsenceResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_absence_response__descriptor)
    public var revision = 0
    public var absence: Absence?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &absence)
    }
  }

  /// What `NetworkService.ListAbsences` takes.
  public struct ListAbsencesRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_absences_request__descriptor)
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

  /// What `NetworkService.ListAbsences` answers.
  public struct ListAbsencesResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_absences_response__descriptor)
    public var revision = 0
    public var absences: [Absence] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &absences)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `NetworkService.UpdateAbsence` takes.
  public struct UpdateAbsenceRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__update_absence_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var absence: Absence?
    public var updateMask: FieldMask?
    public var revision = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &absence)
      fields.message(4, &updateMask)
      fields.integer(5, &revision)
    }
  }

  /// What `NetworkService.UpdateAbsence` answers.
  public struct UpdateAbsenceResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__update_absence_response__descriptor)
    public var revision = 0
    public var absence: Absence?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &absence)
      fields.messages(15, &effects)
    }
  }

  /// What `NetworkService.DeleteAbsence` takes.
  public struct DeleteAbsenceRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__delete_absence_request__descriptor)
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

  /// What `NetworkService.DeleteAbsence` answers.
  public struct DeleteAbsenceResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__delete_absence_response__descriptor)
    public var revision = 0
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(15, &effects)
    }
  }
}
