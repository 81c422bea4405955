import CTandemProtos

extension Wire {
  /// What has become of a label.
  public enum LabelState: Int32, WireEnum {
    case unspecified = 0
    case valid, renewable, lapsed, renewed, replaced
  }

  /// A label that a cluster was awarded.
  public struct RegisteredLabel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__registered_label__descriptor)
    public var cluster = ""
    public var clusterName = ""
    public var label = ""
    public var awarded: Date?
    public var until: Date?
    public var state = LabelState.unspecified
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &cluster)
      fields.text(2, &clusterName)
      fields.text(3, &label)
      fields.message(4, &awarded)
      fields.message(5, &until)
      fields.choice(6, &state)
      fields.text(7, &audit)
    }
  }

  /// What `RegisterService.ListLabels` takes.
  public struct ListLabelsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__list_labels_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""
    public var cluster = ""
    public var label = ""
    public var on: Date?
    public var dueBy: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
      fields.text(4, &cluster)
      fields.text(5, &label)
      fields.message(6, &on)
      fields.message(7, &dueBy)
    }
  }

  /// What `RegisterService.ListLabels` answers.
  public struct ListLabelsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__list_labels_response__descriptor)
    public var revision = 0
    public var labels: [RegisteredLabel] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &labels)
      fields.text(3, &nextPageToken)
    }
  }

  /// What `RegisterService.RecordLabel` takes.
  public struct RecordLabelRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__record_label_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var cluster = ""
    public var label = ""
    public var awarded: Date?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &cluster)
      fields.text(4, &label)
      fields.message(5, &awarded)
    }
  }

  /// What `RegisterService.RecordLabel` answers.
  public struct RecordLabelResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__record_label_response__descriptor)
    public var revision = 0
    public var label: RegisteredLabel?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &label)
      fields.messages(15, &effects)
    }
  }
}
