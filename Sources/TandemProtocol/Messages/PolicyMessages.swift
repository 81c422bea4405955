import CTandemProtos

extension Wire {
  /// Whether two experts of one country may share a panel.
  public enum SameCountry: Int32, WireEnum {
    case unspecified = 0
    case forbid, allow
  }

  /// What it counts that two may be the same and nobody has said yet.
  public enum Doubts: Int32, WireEnum {
    case unspecified = 0
    case bar, warn
  }

  /// What ESCA decides about panels.
  public struct Policy: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__policy__descriptor)
    public var labels: [LabelPolicy] = []
    public var sameCountry = SameCountry.unspecified
    public var coolingOff: [CoolingOff] = []
    public var rotation: Rotation?
    public var repeatPairDays = 0
    public var restDays = 0
    public var costs: Costs?
    public var version = 0
    public var doubts = Doubts.unspecified
    public var scheme: Scheme?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.messages(1, &labels)
      fields.choice(2, &sameCountry)
      fields.messages(3, &coolingOff)
      fields.message(4, &rotation)
      fields.integer(5, &repeatPairDays)
      fields.integer(6, &restDays)
      fields.message(7, &costs)
      fields.integer(8, &version)
      fields.choice(9, &doubts)
      fields.message(10, &scheme)
    }
  }

  /// What one label asks of an audit and its panel.
  public struct LabelPolicy: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__label_policy__descriptor)
    public var label = ""
    public var panel = 0
    public var days = 0
    public var renewalDays = 0
    public var level = ""
    public var lead = false
    public var nationalsLeast = 0
    public var nationalsMost = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &label)
      fields.integer(2, &panel)
      fields.integer(3, &days)
      fields.integer(4, &renewalDays)
      fields.text(5, &level)
      fields.flag(6, &lead)
      fields.integer(7, &nationalsLeast)
      fields.integer(8, &nationalsMost)
    }
  }

  /// How long an interest of a kind counts after its end.
  public struct CoolingOff: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__cooling_off__descriptor)
    public var kind = ""
    public var never = false
    public var days = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &kind)
      fields.flag(2, &never)
      fields.integer(3, &days)
    }
  }

  /// An expert serves on fewer than `audits` audits of one cluster in `days` days.
  public struct Rotation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__rotation__descriptor)
    public var audits = 0
    public var days = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &audits)
      fields.integer(2, &days)
    }
  }

  /// The weights of the cost rows, each 0 to 1,000,000.
  public struct Costs: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__costs__descriptor)
    public var languageRank = 0
    public var languageLevel = 0
    public var travel = 0
    public var sector = 0
    public var bid = 0
    public var homeCountry = 0
    public var sameCountry = 0
    public var repeatPair = 0
    public var load = 0
    public var date = 0
    public var change = 0
    public var move = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &languageRank)
      fields.integer(2, &languageLevel)
      fields.integer(3, &travel)
      fields.integer(4, &sector)
      fields.integer(5, &bid)
      fields.integer(6, &homeCountry)
      fields.integer(7, &sameCountry)
      fields.integer(8, &repeatPair)
      fields.integer(9, &load)
      fields.integer(10, &date)
      fields.integer(11, &change)
      fields.integer(12, &move)
    }
  }

  /// What `PolicyService.GetPolicy` takes.
  public struct GetPolicyRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__get_policy_request__descriptor)
    public var minRevision = 0
    public var version = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &version)
    }
  }

  /// What `PolicyService.GetPolicy` answers.
  public struct GetPolicyResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__get_policy_response__descriptor)
    public var revision = 0
    public var policy: Policy?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &policy)
    }
  }

  /// What `PolicyService.SetPolicy` takes.
  public struct SetPolicyRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__set_policy_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var policy: Policy?
    public var revision = 0
    public var note = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.message(3, &policy)
      fields.integer(4, &revision)
      fields.text(5, &note)
    }
  }

  /// What `PolicyService.SetPolicy` answers.
  public struct SetPolicyResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__set_policy_response__descriptor)
    public var revision = 0
    public var policy: Policy?
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &policy)
      fields.messages(15, &effects)
    }
  }
}
