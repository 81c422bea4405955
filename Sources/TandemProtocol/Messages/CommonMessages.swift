import CTandemProtos

extension Wire {
  /// A calendar date of the same shape as google.type.Date. All three numbers are given.
  public struct Date: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__date__descriptor)
    public var year = 0
    public var month = 0
    public var day = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &year)
      fields.integer(2, &month)
      fields.integer(3, &day)
    }
  }

  /// One broken rule of the matching model: the code, whom it concerns, what shows it.
  public struct Breach: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__breach__descriptor)
    public var rule = ""
    public var experts: [String] = []
    public var sentence = ""
    public var evidence: [Evidence] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &rule)
      fields.texts(2, &experts)
      fields.text(3, &sentence)
      fields.messages(4, &evidence)
    }
  }

  /// One named piece of evidence, such as organisation = M010.
  public struct Evidence: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__evidence__descriptor)
    public var name = ""
    public var value = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &name)
      fields.text(2, &value)
    }
  }

  /// One row of a panel's cost.
  public struct CostRow: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__cost_row__descriptor)
    public var row = ""
    public var expert = ""
    public var amount = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &row)
      fields.text(2, &expert)
      fields.integer(3, &amount)
    }
  }

  /// Who sits on a panel.
  public struct Seat: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__seat__descriptor)
    public var expert = ""
    public var name = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.text(2, &name)
    }
  }

  /// The experts who carry out one audit together, the days and the language.
  public struct Panel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__panel__descriptor)
    public var start: Date?
    public var end: Date?
    public var seats: [Seat] = []
    public var language = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &start)
      fields.message(2, &end)
      fields.messages(3, &seats)
      fields.text(4, &language)
    }
  }

  /// `google.protobuf.FieldMask`: the fields that an update takes.
  public struct FieldMask: Message {
    public static let descriptor = MessageDescriptor(google__protobuf__field_mask__descriptor)
    public var paths: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.texts(1, &paths)
    }
  }

  /// `google.protobuf.Timestamp`: an instant since 1970-01-01 UTC.
  public struct Timestamp: Message {
    public static let descriptor = MessageDescriptor(google__protobuf__timestamp__descriptor)
    public var seconds = 0
    public var nanos = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &seconds)
      fields.integer(2, &nanos)
    }
  }
}
