import CTandemProtos

extension Wire {
  /// What a plan is worth: the first number counts before the other, and smaller is better.
  public struct Objective: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__objective__descriptor)
    public var unfilled = 0
    public var cost = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &unfilled)
      fields.integer(2, &cost)
    }
  }

  /// How far planning has come.
  public struct PlanProgress: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__plan_progress__descriptor)
    public var phase = Phase.unspecified
    public var filled = 0
    public var audits = 0
    public var objective: Objective?
    public var bound: Objective?
    public var gap: Objective?
    public var milliseconds = 0

    /// What is being done.
    public enum Phase: Int32, WireEnum {
      case unspecified = 0
      /// A first plan is made, audit by audit.
      case constructing = 1
      /// The linear program is solved over all panels.
      case solving = 2
      /// Plans are made of its solution.
      case diving = 3
      /// What is left between plan and bound is split into parts.
      case branching = 4
    }

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.choice(1, &phase)
      fields.integer(2, &filled)
      fields.integer(3, &audits)
      fields.message(4, &objective)
      fields.message(5, &bound)
      fields.message(6, &gap)
      fields.integer(7, &milliseconds)
    }
  }

  /// Panels for many audits.
  public struct Plan: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__plan__descriptor)
    public var plannedOn: Date?
    public var audits: [PlannedAudit] = []
    public var objective: Objective?
    public var bound: Objective?
    public var optimal = false
    public var problemFile: [UInt8] = []
    public var planFile: [UInt8] = []
    public var certificateFile: [UInt8] = []
    public var leftOut: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &plannedOn)
      fields.messages(2, &audits)
      fields.message(3, &objective)
      fields.message(4, &bound)
      fields.flag(5, &optimal)
      fields.bytes(6, &problemFile)
      fields.bytes(7, &planFile)
      fields.bytes(8, &certificateFile)
      fields.texts(9, &leftOut)
    }
  }

  /// What a plan does with one audit.
  public struct PlannedAudit: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__planned_audit__descriptor)
    public var audit = ""
    public var cluster = ""
    public var clusterName = ""
    public var label = ""
    public var country = ""
    public var priority = 0
    public var panel: Panel?
    public var standing: Panel?
    public var pinned = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &audit)
      fields.text(2, &cluster)
      fields.text(3, &clusterName)
      fields.text(4, &label)
      fields.text(5, &country)
      fields.integer(6, &priority)
      fields.message(7, &panel)
      fields.message(8, &standing)
      fields.flag(9, &pinned)
    }
  }

  /// A plan that was published.
  public struct PublishedPlan: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__published_plan__descriptor)
    public var published = 0
    public var actor = ""
    public var time: Timestamp?
    public var madeFrom = 0
    public var plannedOn: Date?
    public var audits: [String] = []
    public var repair = false
    public var filled = 0
    public var unfilled = 0
    public var objective: Objective?
    public var optimal = false
    public var changed: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &published)
      fields.text(2, &actor)
      fields.message(3, &time)
      fields.integer(4, &madeFrom)
      fields.message(5, &plannedOn)
      fields.texts(6, &audits)
      fields.flag(7, &repair)
      fields.integer(8, &filled)
      fields.integer(9, &unfilled)
      fields.message(10, &objective)
      fields.flag(11, &optimal)
      fields.texts(12, &changed)
    }
  }
}
