import TandemModel

/// Who said of an audit that an expert should not serve, and when: evidence that a problem's file does
/// not carry.
public struct Statements: Hashable, Sendable {
  /// Who said something, and on which day.
  public struct Statement: Hashable, Sendable {
    public var by: String
    public var on: Day

    public init(by: String, on: Day) {
      self.by = by
      self.on = on
    }

    var evidence: [Evidence] { [Evidence("stated_by", by), Evidence("stated_on", on)] }

    /// As the end of a sentence without its full stop.
    var ending: String { ", as \(by) stated on \(on)" }
  }

  /// By whom the cluster's objection to an expert was stated.
  public var objections: [ExpertID: Statement]
  /// By whom an expert's recusal was stated.
  public var recusals: [ExpertID: Statement]

  public init(
    objections: [ExpertID: Statement] = [:], recusals: [ExpertID: Statement] = [:]
  ) {
    self.objections = objections
    self.recusals = recusals
  }
}
