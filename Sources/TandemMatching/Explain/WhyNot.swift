import TandemModel

/// Why an expert is not on a panel of an audit: everything that bars them, or what they would cost.
public struct WhyNot: Sendable {
  /// One thing that bars the expert.
  public struct Reason: Sendable {
    public let breach: any Breach
    /// Those of the starts asked about that it bars, ascending.
    public let starts: [Day]
    /// Whether a waiver of the audit lets it pass.
    public let isWaived: Bool
  }

  public enum Answer: Sendable {
    /// The audit cannot begin on the start asked about, or on none at all: then nothing is named.
    case noStart([WindowBreach])
    /// On every start a rule bars the expert.
    case barred
    /// The best valid panel with them, and what it adds beyond the best one of all, or beyond the
    /// one that was given.
    case panel(RankedPanel, difference: Int)
    /// On some start no rule bars the expert, but no valid panel has them.
    case noPanel(Obstacles)
  }

  public let expert: ExpertID
  /// In the order of the rules' tables.
  public let reasons: [Reason]
  public let answer: Answer
}

/// What keeps an expert, whom no rule bars alone, from every panel.
public struct Obstacles: Sendable {
  /// One rule for a panel.
  public struct Obstacle: Sendable {
    /// How many of the partners it rejects on some start; 0 on a panel of one.
    public let partners: Int
    /// What is wrong with the panel of the first of them, in the order of their ids.
    public let example: any Breach
  }

  /// How many others are free on a start on which the expert is; each of them is rejected on each
  /// such start by one rule or more. 0 on a panel of one.
  public let partners: Int
  /// In the order of the rules' table.
  public let obstacles: [Obstacle]
}

extension AuditCase {
  /// Why an expert is not on the audit, on any of its starts or on that one; nil when the problem
  /// does not have them. What a panel with them would cost more is said against the best panel of
  /// all, or against the one given.
  public func whyNot(
    _ expert: ExpertID, on start: Day? = nil, against chosen: Panel? = nil
  ) -> WhyNot? {
    guard let record = indexed.record(of: expert) else { return nil }
    return WhyNotQuestion(in: self, on: start, against: chosen).answer(for: record)
  }

  /// As ``whyNot(_:on:against:)`` for all experts of the problem, in the order of their ids.
  public func whyNotEach(on start: Day? = nil, against chosen: Panel? = nil) -> [WhyNot] {
    let question = WhyNotQuestion(in: self, on: start, against: chosen)
    return indexed.records.map { question.answer(for: $0) }
  }
}
