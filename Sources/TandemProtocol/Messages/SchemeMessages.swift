import CTandemProtos

extension Wire {
  /// What is asked for on the way from a panel to a label.
  public struct Scheme: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__scheme__descriptor)
    public var objectionDays = 0
    public var answerDays = 0
    public var questionnaireDays = 0
    public var declaration: Declaration?
    public var areas: [String] = []
    public var thresholds: [Threshold] = []
    public var labelMonths = 0
    public var renewalMonths = 0
    public var interestDays = 0
    public var preconditions: [Precondition] = []
    public var timeZone = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &objectionDays)
      fields.integer(2, &answerDays)
      fields.integer(3, &questionnaireDays)
      fields.message(4, &declaration)
      fields.texts(5, &areas)
      fields.messages(6, &thresholds)
      fields.integer(7, &labelMonths)
      fields.integer(8, &renewalMonths)
      fields.integer(9, &interestDays)
      fields.messages(10, &preconditions)
      fields.text(11, &timeZone)
    }
  }

  /// What a cluster is to have been awarded before it asks for a label.
  public struct Precondition: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__precondition__descriptor)
    public var label = ""
    public var requires = ""
    public var times = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &label)
      fields.text(2, &requires)
      fields.integer(3, &times)
    }
  }

  /// A declaration of independence.
  public struct Declaration: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__declaration__descriptor)
    public var version = 0
    public var text = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &version)
      fields.text(2, &text)
    }
  }

  /// The mean score from which a label is awarded.
  public struct Threshold: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__threshold__descriptor)
    public var label = ""
    public var percent = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &label)
      fields.integer(2, &percent)
    }
  }
}
