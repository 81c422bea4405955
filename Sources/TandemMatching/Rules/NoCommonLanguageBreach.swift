import TandemModel

/// NO_COMMON_LANGUAGE: no language of the audit is spoken by both at the label's level.
public struct NoCommonLanguageBreach: Breach {
  public static let rule = Rule.noCommonLanguage
  public let experts: [ExpertID]
  /// The audit's languages, best first, as one expert and as the other speaks them.
  public let spoken: [[SpokenLanguage]]
  public let required: Level

  public var sentence: String {
    "\(experts[0]) (\(words(0))) and \(experts[1]) (\(words(1))) share none of the audit's "
      + "languages at \(required) or better."
  }
  public var evidence: [Evidence] {
    [
      Evidence("required_level", required), Evidence("\(experts[0]).languages", words(0)),
      Evidence("\(experts[1]).languages", words(1)),
    ]
  }

  private func words(_ member: Int) -> String {
    spoken[member].map(\.description).joined(separator: ", ")
  }

  static func bars(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase
  ) -> [Bar] {
    let required = auditCase.labelPolicy.level
    let isShared = auditCase.audit.languages.contains {
      one.speaks($0, at: required) && other.speaks($0, at: required)
    }
    guard !isShared else { return [] }
    let spoken = [one, other].map { SpokenLanguage.all(of: $0, in: auditCase) }
    return [
      Bar(
        NoCommonLanguageBreach(
          experts: [one.id, other.id], spoken: spoken, required: required))
    ]
  }

  static func assurance(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase
  ) -> Assurance {
    let required = auditCase.labelPolicy.level
    let shared = auditCase.audit.languages.filter {
      one.speaks($0, at: required) && other.speaks($0, at: required)
    }
    return Assurance(
      rule, [one.id, other.id],
      "Both speak \(shared.map(\.text).joined(separator: ", ")) at \(required) or better.")
  }
}
