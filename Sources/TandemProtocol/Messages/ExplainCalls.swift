import CTandemProtos

extension Wire {
  /// What is to be explained.
  public enum Question: Int32, WireEnum {
    case unspecified = 0
    case whyPanel, whyNot, whyUnfilled
  }

  /// What `MatchingService.Explain` takes.
  public struct ExplainRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__explain_request__descriptor)
    public var minRevision = 0
    public var audit = ""
    public var question = Question.unspecified
    public var experts: [String] = []
    public var start: Date?
    public var relaxations = 0
    public var whatIf: [Hypothesis] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
      fields.choice(3, &question)
      fields.texts(4, &experts)
      fields.message(5, &start)
      fields.integer(6, &relaxations)
      fields.messages(7, &whatIf)
    }
  }

  /// What `MatchingService.Explain` answers.
  public struct ExplainResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__explain_response__descriptor)
    public var revision = 0
    public var policyVersion = 0
    public var panel: WhyPanel?
    public var experts: [WhyNot] = []
    public var unfilled: WhyUnfilled?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.integer(2, &policyVersion)
      fields.message(3, &panel)
      fields.messages(4, &experts)
      fields.message(5, &unfilled)
    }
  }

  /// One change that is only supposed: one of the fields is given.
  public struct Hypothesis: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__hypothesis__descriptor)
    public var absence: Absence?
    public var interest: Interest?
    public var relation: Relation?
    public var policy: Policy?
    public var retired = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &absence)
      fields.message(2, &interest)
      fields.message(3, &relation)
      fields.message(4, &policy)
      fields.text(5, &retired)
    }
  }
}
