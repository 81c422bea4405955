import TandemModel

/// RELATED: a relation is declared between the two, or may be, since they may be the same person as each
/// other or as whom it is declared between.
public struct RelatedBreach: Breach {
  public static let rule = Rule.related
  public let experts: [ExpertID]
  /// What relates them where nothing is declared.
  public let borne: BorneTies.BorneRelation?

  public var sentence: String {
    guard let borne else {
      return "A relation is declared between \(experts[0]) and \(experts[1])."
    }
    guard let declared = borne.declared else { return "\(borne.doubts.words)." }
    return "A relation is declared between \(declared.one) and \(declared.other); "
      + "\(borne.doubts.words)."
  }
  public var evidence: [Evidence] { borne?.doubts.evidence ?? [] }

  static func bars(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase
  ) -> [Bar] {
    guard one.related.contains(other.position) else { return [] }
    let borne = Relation(one.id, other.id).flatMap { auditCase.indexed.borne.relations[$0] }
    return [Bar(RelatedBreach(experts: [one.id, other.id], borne: borne))]
  }

  static func assurance(of one: ExpertRecord, _ other: ExpertRecord) -> Assurance {
    Assurance(
      rule, [one.id, other.id], "No relation is declared between \(one.id) and \(other.id).")
  }
}
