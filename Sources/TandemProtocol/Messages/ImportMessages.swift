import CTandemProtos

extension Wire {
  /// What `MatchingService.ExportProblem` takes.
  public struct ExportProblemRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__export_problem_request__descriptor)
    public var minRevision = 0
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
    }
  }

  /// What `MatchingService.ExportProblem` answers.
  public struct ExportProblemResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__export_problem_response__descriptor)
    public var revision = 0
    public var problem: [UInt8] = []
    public var leftOut: [String] = []
    public var head = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.bytes(2, &problem)
      fields.texts(3, &leftOut)
      fields.text(4, &head)
    }
  }

  /// What `NetworkService.ImportProblem` takes.
  public struct ImportProblemRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__import_problem_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var problem: [UInt8] = []
    public var withoutAudits = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.bytes(3, &problem)
      fields.flag(4, &withoutAudits)
    }
  }

  /// What `NetworkService.ImportProblem` answers. What is there already and equal is skipped.
  public struct ImportProblemResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__import_problem_response__descriptor)
    public var revision = 0
    public var counts: [ImportCount] = []
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &counts)
      fields.messages(15, &effects)
    }
  }

  /// How many of one kind of thing an import added, changed and skipped.
  public struct ImportCount: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__import_count__descriptor)
    public var what = ""
    public var added = 0
    public var skipped = 0
    public var changed = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &what)
      fields.integer(2, &added)
      fields.integer(3, &skipped)
      fields.integer(4, &changed)
    }
  }
}
