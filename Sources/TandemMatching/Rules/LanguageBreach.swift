import TandemModel

/// LANGUAGE: the expert speaks none of the audit's languages at the label's level or better.
public struct LanguageBreach: Breach {
  public static let rule = Rule.language
  public let expert: ExpertID
  /// The audit's languages, best first, with the expert's level where they have one.
  public let spoken: [SpokenLanguage]
  public let required: Level

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    "\(expert) speaks none of the audit's languages at \(required) or better: "
      + "\(spoken.map(\.description).joined(separator: ", "))."
  }
  public var evidence: [Evidence] {
    [Evidence("required_level", required), Evidence("languages", spoken)]
  }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let required = auditCase.labelPolicy.level
    guard !auditCase.audit.languages.contains(where: { record.speaks($0, at: required) }) else {
      return []
    }
    return [
      Bar(
        LanguageBreach(
          expert: record.id, spoken: SpokenLanguage.all(of: record, in: auditCase),
          required: required))
    ]
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    let spoken = SpokenLanguage.all(of: record, in: auditCase).map(\.description)
    return Assurance(
      rule, [record.id],
      "\(record.id) speaks \(spoken.joined(separator: ", ")), and \(auditCase.labelPolicy.level) is asked for."
    )
  }
}

/// A language of an audit and how well an expert speaks it.
public struct SpokenLanguage: Hashable, Sendable, CustomStringConvertible {
  public let language: Language
  /// Nil when they do not speak it.
  public let level: Level?

  public var description: String { "\(language) \(level?.description ?? "not at all")" }

  static func all(of record: ExpertRecord, in auditCase: AuditCase) -> [SpokenLanguage] {
    auditCase.audit.languages.map {
      SpokenLanguage(language: $0, level: record.expert.languages[$0])
    }
  }
}

extension ExpertRecord {
  func speaks(_ language: Language, at required: Level) -> Bool {
    expert.languages[language].map { $0 >= required } ?? false
  }
}
