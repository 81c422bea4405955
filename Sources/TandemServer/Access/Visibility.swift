import TandemProtocol

/// What each role sees of answers: the fields of each message by their names in the protos. A message or a
/// field that is not named here is hidden, so that one added later is until somebody decides.
enum Visibility {
  typealias Fields = [String: Set<String>]

  /// Nil for a role that sees everything.
  static func fields(for role: Role) -> Fields? {
    switch role {
    case .coordinator: nil
    case .expert: expert
    case .partner: partner
    case .observer: everyone
    }
  }

  /// The server and the policy.
  private static let everyone: Fields = [
    "GetServerInfoResponse": [
      "revision", "version", "started", "today", "today_fixed", "policy_version", "experts",
      "audits", "caller", "role", "expert",
    ],
    "GetPolicyResponse": ["revision", "policy"],
    "ListPolicyVersionsResponse": ["revision", "versions", "next_page_token"],
    // Neither who set it nor why.
    "PolicyVersion": ["policy", "time"],
    "Policy": [
      "version", "labels", "same_country", "cooling_off", "rotation", "repeat_pair_days",
      "rest_days", "costs", "doubts", "scheme",
    ],
    "Scheme": [
      "objection_days", "answer_days", "questionnaire_days", "declaration", "areas", "thresholds",
      "label_months", "renewal_months", "interest_days", "preconditions", "time_zone",
    ],
    "Precondition": ["label", "requires", "times"],
    "Declaration": ["version", "text"],
    "Threshold": ["label", "percent"],
    "LabelPolicy": [
      "label", "panel", "days", "renewal_days", "level", "lead", "nationals_least",
      "nationals_most",
    ],
    "CoolingOff": ["kind", "days", "never"],
    "Rotation": ["audits", "days"],
    "Costs": [
      "language_rank", "language_level", "travel", "sector", "bid", "home_country",
      "same_country", "repeat_pair", "date", "load", "change", "move",
    ],
    "GetTravelResponse": ["revision", "legs"],
    "TravelLeg": ["home", "country", "units"],
    "GetClosuresResponse": ["revision", "days"],
    "ListLabelsResponse": ["revision", "labels", "next_page_token"],
    // Not who gave the command.
    "WatchResponse": ["revision", "time", "changes"],
    "Change": ["kind", "subject"],
    "RegisteredLabel": ["cluster", "cluster_name", "label", "awarded", "until", "state"],
    "Date": ["year", "month", "day"],
    "Timestamp": ["seconds", "nanos"],
  ]

  /// Their own profile and ties, and whom they work with; nothing of what panels cost or break.
  private static let expert = everyone.merging([
    "GetExpertResponse": ["revision", "expert"],
    "UpdateExpertResponse": ["revision", "expert"],
    "Expert": [
      "id", "name", "email", "country", "languages", "accredited", "lead", "sectors",
      "max_audits", "opening_load", "opening_date", "retired", "revision", "interests_declared",
    ],
    "DeclareInterestsResponse": ["revision", "expert"],
    "ListOpenAuditsResponse": ["revision", "audits", "next_page_token"],
    "PlaceBidResponse": ["revision", "audit"],
    "OpenAudit": [
      "audit", "cluster", "cluster_name", "country", "label", "languages", "earliest", "latest",
      "remote", "renewal", "bid",
    ],
    "LanguageSkill": ["language", "level"],
    "CreateInterestResponse": ["revision", "interest"],
    "GetInterestResponse": ["revision", "interest"],
    "UpdateInterestResponse": ["revision", "interest"],
    "DeleteInterestResponse": ["revision"],
    "ListInterestsResponse": ["revision", "interests", "next_page_token"],
    "Interest": ["id", "expert", "organisation", "kind", "until", "revision", "named"],
    // Not what else the name may mean.
    "ResolvedName": ["name", "organisation"],
    "CreateRelationResponse": ["revision", "relation"],
    "GetRelationResponse": ["revision", "relation"],
    "DeleteRelationResponse": ["revision"],
    "ListRelationsResponse": ["revision", "relations", "next_page_token"],
    "Relation": ["id", "experts", "revision"],
    "CreateAbsenceResponse": ["revision", "absence"],
    "GetAbsenceResponse": ["revision", "absence"],
    "UpdateAbsenceResponse": ["revision", "absence"],
    "DeleteAbsenceResponse": ["revision"],
    "ListAbsencesResponse": ["revision", "absences", "next_page_token"],
    "Absence": ["id", "expert", "first_day", "last_day", "revision"],
    "ListAssignmentsResponse": ["revision", "assignments", "next_page_token"],
    "Assignment": [
      "audit", "cluster", "cluster_name", "country", "label", "remote", "renewal", "panel",
      "state", "invitation", "report",
    ],
    "AcceptInvitationResponse": ["revision", "assignment"],
    "DeclineInvitationResponse": ["revision"],
    "RecuseExpertResponse": ["revision"],
    "FileReportResponse": ["revision", "assignment"],
    "Invitation": [
      "expert", "on", "answer_by", "accepted", "accepted_at", "declaration_version",
    ],
    "Report": ["expert", "recommended", "scores", "note", "time"],
    "Score": ["area", "percent"],
    "StandingPanel": ["panel"],
    "Panel": ["start", "end", "seats", "language"],
    "Seat": ["expert", "name"],
    "Change": ["kind", "audit", "state", "experts", "subject"],
  ]) { $1 }

  /// What they asked for and how far it has come; of panels nothing before they are announced.
  private static let partner = everyone.merging([
    "SubmitAuditResponse": ["revision", "audit", "warnings"],
    "GetAuditResponse": ["revision", "audit"],
    "ListAuditsResponse": ["revision", "audits", "next_page_token"],
    "UpdateAuditResponse": ["revision", "audit"],
    "WithdrawAuditResponse": ["revision", "audit"],
    "ObjectToExpertResponse": ["revision", "audit"],
    "Audit": [
      "id", "cluster", "cluster_name", "country", "label", "languages", "members", "member_names",
      "sectors",
      "earliest", "latest", "preferred", "objections", "renewal", "remote", "contact", "state",
      "revision", "reference", "panel", "announcement", "verdict",
    ],
    // Of a panel that was announced.
    "StandingPanel": ["panel"],
    "Panel": ["start", "end", "seats", "language"],
    "Seat": ["expert", "name"],
    "Announcement": ["on", "objections_until"],
    // Neither who decided it nor why.
    "Verdict": ["awarded", "time"],
    "ResolvedName": ["name", "organisation"],
    "Contact": ["name", "email"],
    "Change": ["kind", "audit", "state", "subject"],
  ]) { $1 }
}
