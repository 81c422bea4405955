import TandemModel

/// INTEREST: the expert holds an active interest in the group of the cluster or of a member of it.
public struct InterestBreach: Breach {
  public static let rule = Rule.interest
  public let held: HeldInterest
  public let cluster: OrganisationID
  /// What the interest touches: the cluster, or the member of it that is of the same group.
  public let touched: OrganisationID

  /// What makes the organisation count as the one that it touches, where more is known than their
  /// group.
  public let chain: [OrganisationTie]
  /// Whose interest it is, where not the expert's own but that of whoever may be the same person.
  public let borne: BorneTies.BorneInterest?

  public var experts: [ExpertID] { [held.interest.expert] }

  public var sentence: String {
    let interest = held.interest
    var organisation = interest.organisation.text
    if let only = chain.first, chain.count == 1, case .doubt(let reason) = only.kind {
      organisation += ", which may be the same as \(touched) (\(reason))"
    } else if !chain.isEmpty {
      organisation += ", which counts as one with \(touched) (\(chain.words))"
    } else if interest.organisation != touched {
      organisation += ", of one group (\(held.group)) with \(touched)"
    }
    let role = touched == cluster ? "the audited cluster" : "a member of the cluster"
    let group =
      interest.organisation == touched && held.group != touched ? " (group \(held.group))" : ""
    let person = borne.map { "\($0.doubts.words); " } ?? ""
    let holder = borne?.holder ?? interest.expert
    return "\(person)\(holder) holds \(held.kindWithArticle) interest in \(organisation), "
      + "\(role)\(group), \(held.ending)."
  }

  public var evidence: [Evidence] {
    held.evidence
      + [Evidence(touched == cluster ? "cluster" : "member", touched)] + chain.evidence
      + (borne?.doubts.evidence ?? [])
  }

  static func bars(
    of record: ExpertRecord, in auditCase: AuditCase, over starts: ClosedRange<Day>
  ) -> [Bar] {
    record.interests.compactMap { held in
      guard held.starts.overlaps(starts), let known = auditCase.auditedGroups[held.group] else {
        return nil
      }
      let organisation = held.interest.organisation
      let isMember = auditCase.audit.members.contains(organisation)
      let cluster = auditCase.audit.cluster
      let touched = isMember && organisation != cluster ? organisation : known
      let chain = auditCase.indexed.ties.chain(from: organisation, to: touched)
      return Bar(
        InterestBreach(
          held: held, cluster: cluster, touched: touched, chain: chain,
          borne: auditCase.indexed.borne.interests[held.interest]),
        on: held.starts)
    }
  }

  static func assurance(
    of record: ExpertRecord, in auditCase: AuditCase, on start: Day
  ) -> Assurance {
    let active = record.interests.count { $0.isActive(on: start) }
    let elsewhere =
      switch active {
      case 0: "\(record.id) holds no active interest"
      case 1: "The active interest that \(record.id) holds lies elsewhere: none"
      default: "The \(active) active interests that \(record.id) holds lie elsewhere: none"
      }
    return Assurance(
      rule, [record.id],
      "\(elsewhere) in \(auditCase.audit.cluster), in its \(auditCase.audit.members.count) members or in their groups."
    )
  }
}
