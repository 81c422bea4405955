import CTandemProtos

extension Wire {
  /// Why a panel was chosen.
  public struct WhyPanel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__why_panel__descriptor)
    public var panel: RankedPanel?
    public var breaches: [Breach] = []
    public var alternatives: [Alternative] = []
    public var decision: Decision?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &panel)
      fields.messages(2, &breaches)
      fields.messages(3, &alternatives)
      fields.message(4, &decision)
    }
  }

  /// The cheapest valid panel with an expert.
  public struct Alternative: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__alternative__descriptor)
    public var expert = ""
    public var name = ""
    public var panel: Panel?
    public var cost = 0
    public var difference = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.text(2, &name)
      fields.message(3, &panel)
      fields.integer(4, &cost)
      fields.integer(5, &difference)
    }
  }

  /// Why an expert is not on a panel.
  public struct WhyNot: Message {
    /// What became of the question.
    public enum Verdict: Int32, WireEnum {
      case unspecified = 0
      case noStart, barred, free, noPartner
    }

    public static let descriptor = MessageDescriptor(tandem__v1__why_not__descriptor)
    public var expert = ""
    public var name = ""
    public var verdict = Verdict.unspecified
    public var bars: [Bar] = []
    public var alternative: Alternative?
    public var obstacles: [Obstacle] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.text(2, &name)
      fields.choice(3, &verdict)
      fields.messages(4, &bars)
      fields.message(5, &alternative)
      fields.messages(6, &obstacles)
    }
  }

  /// Something that bars an expert.
  public struct Bar: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__bar__descriptor)
    public var breach: Breach?
    public var starts: [Date] = []
    public var waived = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &breach)
      fields.messages(2, &starts)
      fields.flag(3, &waived)
    }
  }

  /// A rule for panels that rejects partners of an expert.
  public struct Obstacle: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__obstacle__descriptor)
    public var partners = 0
    public var example: Breach?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &partners)
      fields.message(2, &example)
    }
  }

  /// Where experts and panels are lost.
  public struct WhyUnfilled: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__why_unfilled__descriptor)
    public var whole: Funnel?
    public var starts: [Funnel] = []
    public var relaxations: [Relaxation] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &whole)
      fields.messages(2, &starts)
      fields.messages(3, &relaxations)
    }
  }

  /// How many are left of all after each rule.
  public struct Funnel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__funnel__descriptor)
    public var start: Date?
    public var experts = 0
    public var expertSteps: [FunnelStep] = []
    public var panels = 0
    public var panelSteps: [FunnelStep] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &start)
      fields.integer(2, &experts)
      fields.messages(3, &expertSteps)
      fields.integer(4, &panels)
      fields.messages(5, &panelSteps)
    }
  }

  public struct FunnelStep: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__funnel_step__descriptor)
    public var rule = ""
    public var left = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &rule)
      fields.integer(2, &left)
    }
  }

  /// Waivers that would be enough to fill an audit, none of which can be spared.
  public struct Relaxation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__relaxation__descriptor)
    public var waivers: [Waiver] = []
    public var weight = 0
    public var panel: Panel?
    public var cost = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.messages(1, &waivers)
      fields.integer(2, &weight)
      fields.message(3, &panel)
      fields.integer(4, &cost)
    }
  }
}
