import TandemModel

/// One rule that a panel keeps, with what shows it.
public struct Assurance: Hashable, Sendable {
  public let rule: Rule
  /// Whom it concerns; two of them in the order of their ids.
  public let experts: [ExpertID]
  /// What is right, in one English sentence with its full stop.
  public let sentence: String

  init(_ rule: Rule, _ experts: [ExpertID], _ sentence: String) {
    self.rule = rule
    self.experts = experts
    self.sentence = sentence
  }
}

extension AuditCase {
  /// Every rule that a panel of these experts keeps on a start, in the order of the model's tables;
  /// a rule that it breaks, or that is waived, is not among them.
  public func assurances(of experts: some Collection<ExpertID>, on start: Day) -> [Assurance] {
    let members = experts.sorted().compactMap { indexed.record(of: $0) }
    guard members.count == labelPolicy.panel, Set(experts).count == members.count else {
      return []
    }
    let broken = Set(
      (breaches(of: experts, on: start) + waivedBreaches(of: experts, on: start)).map {
        BrokenRule(rule: $0.rule, experts: $0.experts)
      })
    var kept: [Assurance] = members.flatMap { member in
      [
        NotAccreditedBreach.assurance(of: member, in: self),
        HomeCountryBreach.assurance(of: member, in: self),
        LanguageBreach.assurance(of: member, in: self),
        ObjectionBreach.assurance(of: member, in: self),
        RecusalBreach.assurance(of: member, in: self),
        InterestBreach.assurance(of: member, in: self, on: start),
        RotationBreach.assurance(of: member, in: self, on: start),
        UnavailableBreach.assurance(of: member, in: self, on: start),
      ]
    }
    if members.count == 2 {
      kept += [
        SharedOrganisationBreach.assurance(of: members[0], members[1], on: start),
        RelatedBreach.assurance(of: members[0], members[1]),
        SameCountryBreach.assurance(of: members[0], members[1], in: self),
      ]
    }
    kept.append(NationalsBreach.assurance(of: members, in: self))
    if members.count == 2 {
      kept.append(NoCommonLanguageBreach.assurance(of: members[0], members[1], in: self))
    }
    kept += [NoLeadBreach.assurance(of: members, in: self)].compactMap { $0 }
    kept += members.map { BusyBreach.assurance(of: $0, in: self, on: start) }
    kept += members.map { CapacityBreach.assurance(of: $0, in: self) }
    return kept.filter {
      !broken.contains(BrokenRule(rule: $0.rule, experts: $0.experts))
    }
  }
}

/// A breach by what it has in common with the assurance that it forbids.
private struct BrokenRule: Hashable {
  let rule: Rule
  let experts: [ExpertID]
}
