import TandemModel

/// RELATED: a relation is declared between the two.
public struct RelatedBreach: Breach {
  public static let rule = Rule.related
  public let experts: [ExpertID]

  public var sentence: String {
    "A relation is declared between \(experts[0]) and \(experts[1])."
  }
  public var evidence: [Evidence] { [] }

  static func bars(of one: ExpertRecord, _ other: ExpertRecord) -> [Bar] {
    guard one.related.contains(other.position) else { return [] }
    return [Bar(RelatedBreach(experts: [one.id, other.id]))]
  }

  static func assurance(of one: ExpertRecord, _ other: ExpertRecord) -> Assurance {
    Assurance(
      rule, [one.id, other.id], "No relation is declared between \(one.id) and \(other.id).")
  }
}
