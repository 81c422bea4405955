import TandemModel

/// A proof that no plan is better than a given one, to a reader who trusts neither whoever made it nor
/// floating point: the value of a `tandem-certificate/1` file.
///
/// Nothing in it is known to be right: see ``CertificateChecker``.
public struct Certificate: Hashable, Sendable {
  /// A proof for all plans that agree with the answers on the way to it.
  public indirect enum Part: Hashable, Sendable {
    /// Prices that bound the weight left open and, for plans that leave open what the plan does, the
    /// cost; the latter may be missing where the weight suffices.
    case prices(weight: Prices, cost: Prices?)
    /// Prices that bound the weight left open, beside something else where those of cost should stand:
    /// that is of no matter where the weight suffices.
    case weight(Prices, unreadableCost: UnreadablePrices)
    /// A question whose two answers cover every plan, with a proof for each.
    case split(Split, yes: Part, no: Part)
  }

  /// A question about one audit.
  public enum Split: Hashable, Sendable {
    case filled(AuditID)
    case serves(AuditID, ExpertID)
    case together(AuditID, ExpertID, ExpertID)
    /// Whether its start, if there is one, lies before the day.
    case before(AuditID, Day)

    public var audit: AuditID {
      switch self {
      case .filled(let audit), .serves(let audit, _), .together(let audit, _, _),
        .before(let audit, _):
        audit
      }
    }
  }

  /// What using a thing costs, in whole numbers ≥ 0, units of 1/scale.
  public struct Prices: Hashable, Sendable {
    /// At least 1.
    public var scale: Int
    /// What leaving open costs for each unit of priority; counts in the cost part only.
    public var fill: Int
    public var experts: [ExpertID: Int]
    /// A day that stands twice has both prices.
    public var days: [DayPrice]
    public var cuts: [Cut]

    public init(
      scale: Int, fill: Int = 0, experts: [ExpertID: Int] = [:], days: [DayPrice] = [],
      cuts: [Cut] = []
    ) {
      self.scale = scale
      self.fill = fill
      self.experts = experts
      self.days = days
      self.cuts = cuts
    }
  }

  /// What stands where prices should, and is no prices.
  public struct UnreadablePrices: Hashable, Sendable {
    /// All that is wrong with it.
    public let faults: Faults
    let json: JSON
  }

  /// A day of an expert.
  public struct ExpertDay: Hashable, Sendable {
    public var expert: ExpertID
    public var day: Day

    public init(_ expert: ExpertID, _ day: Day) {
      self.expert = expert
      self.day = day
    }
  }

  /// What a day of an expert costs.
  public struct DayPrice: Hashable, Sendable {
    public var held: ExpertDay
    public var price: Int

    public init(_ held: ExpertDay, price: Int) {
      self.held = held
      self.price = price
    }
  }

  /// Half of each of some rows, rounded down, with its price.
  public struct Cut: Hashable, Sendable {
    public var audits: Set<AuditID>
    /// For each expert the number of their steps that the cut takes for used, ≥ 0.
    public var experts: [ExpertID: Int]
    public var days: Set<ExpertDay>
    public var price: Int

    public init(
      audits: Set<AuditID>, experts: [ExpertID: Int], days: Set<ExpertDay>, price: Int
    ) {
      self.audits = audits
      self.experts = experts
      self.days = days
      self.price = price
    }
  }

  /// Prices, scales and fills are at most that in size: 2⁵³ − 1.
  public static let limit = 1 << 53 - 1

  /// How many splits may lie in one another: what searches, writes, reads and checks goes as deep, and
  /// the reference checker reads as much.
  public static let depthLimit = 250

  public var proof: Part

  public init(_ proof: Part) { self.proof = proof }
}
