/// What ESCA decides about panels: all of it is data, none of it code.
public struct Policy: Hashable, Sendable {
  /// Whether two experts who live in one country may sit on one panel.
  public enum SameCountry: String, Hashable, Sendable, CaseIterable {
    case forbid, allow
  }

  /// What it counts that two organisations, or two experts, may be the same and nobody has said yet.
  public enum Doubts: String, Hashable, Sendable, CaseIterable {
    /// As if they were the same.
    case bar
    /// Nothing; it is shown as a warning.
    case warn
  }

  /// At most `audits` − 1 audits of one cluster by one expert in `days` days.
  public struct Rotation: Hashable, Sendable {
    /// 1…10,000.
    public var audits: Int
    /// 0…100,000.
    public var days: Int

    public init(audits: Int, days: Int) {
      self.audits = audits
      self.days = days
    }
  }

  /// How long an interest of some kind counts after its end.
  public enum CoolingOff: Hashable, Sendable {
    /// It counts for ever.
    case never
    /// 0…100,000 days.
    case days(Int)
  }

  public var labels: [Label: LabelPolicy]
  public var sameCountry: SameCountry
  public var coolingOff: [InterestKind: CoolingOff]
  public var rotation: Rotation
  /// How many days before a start joint audits of a pair still count, 0…100,000.
  public var repeatPairDays: Int
  /// Whole days that lie between two audits of one expert, 0…30.
  public var restDays: Int
  public var costs: Costs
  public var doubts: Doubts
  public var scheme: Scheme

  public init(
    labels: [Label: LabelPolicy], sameCountry: SameCountry,
    coolingOff: [InterestKind: CoolingOff], rotation: Rotation, repeatPairDays: Int,
    restDays: Int, costs: Costs, doubts: Doubts = .bar, scheme: Scheme = .standard
  ) {
    self.labels = labels
    self.sameCountry = sameCountry
    self.coolingOff = coolingOff
    self.rotation = rotation
    self.repeatPairDays = repeatPairDays
    self.restDays = restDays
    self.costs = costs
    self.doubts = doubts
    self.scheme = scheme
  }
}

/// What one label asks of an audit and its panel.
public struct LabelPolicy: Hashable, Sendable {
  /// How many experts sit on the panel: 1 or 2.
  public var panel: Int
  /// Consecutive days of an audit, 1…30.
  public var days: Int
  /// Consecutive days of a renewal, 1…30.
  public var renewalDays: Int
  /// The least level in the panel's language.
  public var level: Level
  /// Whether one member must be qualified to lead.
  public var lead: Bool
  /// The fewest and the most members who live in the audit's country, within 0…`panel`.
  public var nationals: ClosedRange<Int>

  public init(
    panel: Int, days: Int, renewalDays: Int, level: Level, lead: Bool, nationals: ClosedRange<Int>
  ) {
    self.panel = panel
    self.days = days
    self.renewalDays = renewalDays
    self.level = level
    self.lead = lead
    self.nationals = nationals
  }
}
