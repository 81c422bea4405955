import TandemModel

/// SIZE: the panel has not exactly as many different experts as the label asks for.
public struct SizeBreach: Breach {
  public static let rule = Rule.size
  /// As they were given, in the order of their ids; one may stand more than once.
  public let experts: [ExpertID]
  public let label: Label
  public let required: Int

  public var sentence: String {
    let wanted = required == 1 ? "1 expert" : "\(required) different experts"
    let given =
      experts.isEmpty ? "nobody" : experts.map(\.description).joined(separator: ", ")
    return "A \(label) panel has exactly \(wanted), and this one names \(given)."
  }
  public var evidence: [Evidence] {
    [
      Evidence("label", label), Evidence("required", required),
      Evidence("given", experts.count),
    ]
  }

  static func breaches(of experts: [ExpertID], in auditCase: AuditCase) -> [SizeBreach] {
    let required = auditCase.labelPolicy.panel
    guard experts.count != required || Set(experts).count != required else { return [] }
    return [
      SizeBreach(experts: experts.sorted(), label: auditCase.audit.label, required: required)
    ]
  }
}
