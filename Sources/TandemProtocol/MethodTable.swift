/// Every call of the server: its name, its messages, who may make it on whose data, and how large it may
/// be.
public enum Methods {
  public static let all: [any AnyMethod] = [
    getServerInfo, verifyJournal, submitAudit, getAudit, listAudits, admitAudit, updateAudit,
    withdrawAudit, listAssignments, rankPanels, checkPanel, assignPanel, unassignPanel,
    pinPanel, unpinPanel, exportProblem, createExpert, getExpert, listExperts, updateExpert,
    retireExpert, createOrganisation, getOrganisation, listOrganisations, updateOrganisation,
    deleteOrganisation, createInterest, getInterest, listInterests, updateInterest,
    deleteInterest, createRelation, getRelation, listRelations, deleteRelation, createAbsence,
    getAbsence, listAbsences, updateAbsence, deleteAbsence, importProblem, getPolicy,
    setPolicy, getTravel, setTravel, getClosures, setClosures, listPolicyVersions, explain,
    listBrokenPanels, grantWaiver, revokeWaiver, exportRecord, plan, stopPlan, publishPlan,
    listPublishedPlans, getPublishedPlan, listDoubts, mergeOrganisation, splitOrganisation,
    distinguishOrganisations, listExpertDoubts, mergeExpert, distinguishExperts, cancelAudit,
    objectToExpert, holdAudit, decideAudit, changePanel,
    listReplacements, announcePanel, inviteExperts, acceptInvitation, declineInvitation,
    recuseExpert, fileReport, listLabels, recordLabel, listDue,
    createToken, listTokens, rotateToken, revokeToken, watch, importRows, declareInterests,
    listOpenAudits, placeBid,
  ]
}

// MARK: AdminService

extension Methods {
  public static let getServerInfo = Method<Wire.GetServerInfoRequest, Wire.GetServerInfoResponse>(
    "AdminService/GetServerInfo", for: Callers.everyone)
  public static let verifyJournal = Method<Wire.VerifyJournalRequest, Wire.VerifyJournalResponse>(
    "AdminService/VerifyJournal", for: [.coordinator: .all])
}

extension Methods {
  public static let createToken = Method<Wire.CreateTokenRequest, Wire.CreateTokenResponse>(
    "AdminService/CreateToken", for: [.coordinator: .all])
  public static let listTokens = Method<Wire.ListTokensRequest, Wire.ListTokensResponse>(
    "AdminService/ListTokens", for: [.coordinator: .all])
  public static let rotateToken = Method<Wire.RotateTokenRequest, Wire.RotateTokenResponse>(
    "AdminService/RotateToken", for: [.coordinator: .all])
  public static let revokeToken = Method<Wire.RevokeTokenRequest, Wire.RevokeTokenResponse>(
    "AdminService/RevokeToken", for: [.coordinator: .all])
}

// MARK: AuditService

extension Methods {
  public static let submitAudit = Method<Wire.SubmitAuditRequest, Wire.SubmitAuditResponse>(
    "AuditService/SubmitAudit", for: [.coordinator: .all, .partner: .own])
  public static let getAudit = Method<Wire.GetAuditRequest, Wire.GetAuditResponse>(
    "AuditService/GetAudit", for: [.coordinator: .all, .partner: .own])
  public static let listAudits = Method<Wire.ListAuditsRequest, Wire.ListAuditsResponse>(
    "AuditService/ListAudits", for: [.coordinator: .all, .partner: .own])
  public static let admitAudit = Method<Wire.AdmitAuditRequest, Wire.AdmitAuditResponse>(
    "AuditService/AdmitAudit", for: [.coordinator: .all])
  public static let updateAudit = Method<Wire.UpdateAuditRequest, Wire.UpdateAuditResponse>(
    "AuditService/UpdateAudit", for: [.coordinator: .all, .partner: .own])
  public static let withdrawAudit = Method<Wire.WithdrawAuditRequest, Wire.WithdrawAuditResponse>(
    "AuditService/WithdrawAudit", for: [.coordinator: .all, .partner: .own])
}

// MARK: IdentityService

extension Methods {
  public static let listDoubts = Method<Wire.ListDoubtsRequest, Wire.ListDoubtsResponse>(
    "IdentityService/ListDoubts", for: [.coordinator: .all])
  public static let mergeOrganisation = Method<
    Wire.MergeOrganisationRequest, Wire.MergeOrganisationResponse
  >(
    "IdentityService/MergeOrganisation", for: [.coordinator: .all])
  public static let splitOrganisation = Method<
    Wire.SplitOrganisationRequest, Wire.SplitOrganisationResponse
  >(
    "IdentityService/SplitOrganisation", for: [.coordinator: .all])
  public static let distinguishOrganisations = Method<
    Wire.DistinguishOrganisationsRequest, Wire.DistinguishOrganisationsResponse
  >(
    "IdentityService/DistinguishOrganisations", for: [.coordinator: .all])
}

extension Methods {
  public static let listExpertDoubts = Method<
    Wire.ListExpertDoubtsRequest, Wire.ListExpertDoubtsResponse
  >(
    "IdentityService/ListExpertDoubts", for: [.coordinator: .all])
  public static let mergeExpert = Method<Wire.MergeExpertRequest, Wire.MergeExpertResponse>(
    "IdentityService/MergeExpert", for: [.coordinator: .all])
  public static let distinguishExperts = Method<
    Wire.DistinguishExpertsRequest, Wire.DistinguishExpertsResponse
  >(
    "IdentityService/DistinguishExperts", for: [.coordinator: .all])
}

// MARK: AssignmentService

extension Methods {
  public static let listAssignments = Method<
    Wire.ListAssignmentsRequest, Wire.ListAssignmentsResponse
  >(
    "AssignmentService/ListAssignments", for: [.coordinator: .all, .expert: .own])
}

// MARK: The life of an audit

extension Methods {
  public static let cancelAudit = Method<
    Wire.CancelAuditRequest, Wire.CancelAuditResponse
  >(
    "AuditService/CancelAudit", for: [.coordinator: .all])
  public static let objectToExpert = Method<
    Wire.ObjectToExpertRequest, Wire.ObjectToExpertResponse
  >(
    "AuditService/ObjectToExpert", for: [.coordinator: .all, .partner: .own])
  public static let holdAudit = Method<
    Wire.HoldAuditRequest, Wire.HoldAuditResponse
  >(
    "AuditService/HoldAudit", for: [.coordinator: .all])
  public static let decideAudit = Method<
    Wire.DecideAuditRequest, Wire.DecideAuditResponse
  >(
    "AuditService/DecideAudit", for: [.coordinator: .all])
  public static let changePanel = Method<
    Wire.ChangePanelRequest, Wire.ChangePanelResponse
  >(
    "MatchingService/ChangePanel", for: [.coordinator: .all])
  public static let listReplacements = Method<
    Wire.ListReplacementsRequest, Wire.ListReplacementsResponse
  >(
    "MatchingService/ListReplacements", for: [.coordinator: .all])
  public static let announcePanel = Method<
    Wire.AnnouncePanelRequest, Wire.AnnouncePanelResponse
  >(
    "MatchingService/AnnouncePanel", for: [.coordinator: .all])
  public static let inviteExperts = Method<
    Wire.InviteExpertsRequest, Wire.InviteExpertsResponse
  >(
    "MatchingService/InviteExperts", for: [.coordinator: .all])
  public static let acceptInvitation = Method<
    Wire.AcceptInvitationRequest, Wire.AcceptInvitationResponse
  >(
    "AssignmentService/AcceptInvitation", for: [.coordinator: .all, .expert: .own])
  public static let declineInvitation = Method<
    Wire.DeclineInvitationRequest, Wire.DeclineInvitationResponse
  >(
    "AssignmentService/DeclineInvitation", for: [.coordinator: .all, .expert: .own])
  public static let recuseExpert = Method<
    Wire.RecuseExpertRequest, Wire.RecuseExpertResponse
  >(
    "AssignmentService/RecuseExpert", for: [.coordinator: .all, .expert: .own])
  public static let fileReport = Method<
    Wire.FileReportRequest, Wire.FileReportResponse
  >(
    "AssignmentService/FileReport", for: [.coordinator: .all, .expert: .own])
  public static let listOpenAudits = Method<
    Wire.ListOpenAuditsRequest, Wire.ListOpenAuditsResponse
  >(
    "AssignmentService/ListOpenAudits", for: [.coordinator: .all, .expert: .own])
  public static let placeBid = Method<Wire.PlaceBidRequest, Wire.PlaceBidResponse>(
    "AssignmentService/PlaceBid", for: [.coordinator: .all, .expert: .own])
}

extension Methods {
  public static let listDue = Method<Wire.ListDueRequest, Wire.ListDueResponse>(
    "AuditService/ListDue", for: [.coordinator: .all])
}

// MARK: RegisterService

extension Methods {
  public static let listLabels = Method<Wire.ListLabelsRequest, Wire.ListLabelsResponse>(
    "RegisterService/ListLabels", for: Callers.everyone)
  public static let recordLabel = Method<Wire.RecordLabelRequest, Wire.RecordLabelResponse>(
    "RegisterService/RecordLabel", for: [.coordinator: .all])
}

// MARK: MatchingService

extension Methods {
  public static let rankPanels = Method<Wire.RankPanelsRequest, Wire.RankPanelsResponse>(
    "MatchingService/RankPanels", for: [.coordinator: .all])
  public static let checkPanel = Method<Wire.CheckPanelRequest, Wire.CheckPanelResponse>(
    "MatchingService/CheckPanel", for: [.coordinator: .all])
  public static let assignPanel = Method<Wire.AssignPanelRequest, Wire.AssignPanelResponse>(
    "MatchingService/AssignPanel", for: [.coordinator: .all])
  public static let unassignPanel = Method<Wire.UnassignPanelRequest, Wire.UnassignPanelResponse>(
    "MatchingService/UnassignPanel", for: [.coordinator: .all])
  public static let pinPanel = Method<Wire.PinPanelRequest, Wire.PinPanelResponse>(
    "MatchingService/PinPanel", for: [.coordinator: .all])
  public static let unpinPanel = Method<Wire.UnpinPanelRequest, Wire.UnpinPanelResponse>(
    "MatchingService/UnpinPanel", for: [.coordinator: .all])
  public static let exportProblem = Method<Wire.ExportProblemRequest, Wire.ExportProblemResponse>(
    "MatchingService/ExportProblem", for: [.coordinator: .all])
}

extension Methods {
  public static let explain = Method<Wire.ExplainRequest, Wire.ExplainResponse>(
    "MatchingService/Explain", for: [.coordinator: .all])
  public static let listBrokenPanels = Method<
    Wire.ListBrokenPanelsRequest, Wire.ListBrokenPanelsResponse
  >(
    "MatchingService/ListBrokenPanels", for: [.coordinator: .all])
  public static let grantWaiver = Method<Wire.GrantWaiverRequest, Wire.GrantWaiverResponse>(
    "MatchingService/GrantWaiver", for: [.coordinator: .all])
  public static let revokeWaiver = Method<Wire.RevokeWaiverRequest, Wire.RevokeWaiverResponse>(
    "MatchingService/RevokeWaiver", for: [.coordinator: .all])
  public static let plan = StreamingMethod<Wire.PlanRequest, Wire.PlanResponse>(
    "MatchingService/Plan", for: [.coordinator: .all])
  public static let stopPlan = Method<Wire.StopPlanRequest, Wire.StopPlanResponse>(
    "MatchingService/StopPlan", for: [.coordinator: .all])
  public static let publishPlan = Method<Wire.PublishPlanRequest, Wire.PublishPlanResponse>(
    "MatchingService/PublishPlan", for: [.coordinator: .all], limits: .file)
  public static let listPublishedPlans = Method<
    Wire.ListPublishedPlansRequest, Wire.ListPublishedPlansResponse
  >(
    "MatchingService/ListPublishedPlans", for: [.coordinator: .all])
  public static let getPublishedPlan = Method<
    Wire.GetPublishedPlanRequest, Wire.GetPublishedPlanResponse
  >(
    "MatchingService/GetPublishedPlan", for: [.coordinator: .all])
  public static let exportRecord = Method<Wire.ExportRecordRequest, Wire.ExportRecordResponse>(
    "MatchingService/ExportRecord", for: [.coordinator: .all])
}

// MARK: NetworkService

extension Methods {
  public static let createExpert = Method<Wire.CreateExpertRequest, Wire.CreateExpertResponse>(
    "NetworkService/CreateExpert", for: [.coordinator: .all])
  public static let getExpert = Method<Wire.GetExpertRequest, Wire.GetExpertResponse>(
    "NetworkService/GetExpert", for: [.coordinator: .all, .expert: .own])
  public static let listExperts = Method<Wire.ListExpertsRequest, Wire.ListExpertsResponse>(
    "NetworkService/ListExperts", for: [.coordinator: .all])
  public static let updateExpert = Method<Wire.UpdateExpertRequest, Wire.UpdateExpertResponse>(
    "NetworkService/UpdateExpert", for: [.coordinator: .all, .expert: .own])
  public static let retireExpert = Method<Wire.RetireExpertRequest, Wire.RetireExpertResponse>(
    "NetworkService/RetireExpert", for: [.coordinator: .all])
  public static let createOrganisation = Method<
    Wire.CreateOrganisationRequest, Wire.CreateOrganisationResponse
  >(
    "NetworkService/CreateOrganisation", for: [.coordinator: .all])
  public static let getOrganisation = Method<
    Wire.GetOrganisationRequest, Wire.GetOrganisationResponse
  >(
    "NetworkService/GetOrganisation", for: [.coordinator: .all])
  public static let listOrganisations = Method<
    Wire.ListOrganisationsRequest, Wire.ListOrganisationsResponse
  >(
    "NetworkService/ListOrganisations", for: [.coordinator: .all])
  public static let updateOrganisation = Method<
    Wire.UpdateOrganisationRequest, Wire.UpdateOrganisationResponse
  >(
    "NetworkService/UpdateOrganisation", for: [.coordinator: .all])
  public static let deleteOrganisation = Method<
    Wire.DeleteOrganisationRequest, Wire.DeleteOrganisationResponse
  >(
    "NetworkService/DeleteOrganisation", for: [.coordinator: .all])
  public static let createInterest = Method<
    Wire.CreateInterestRequest, Wire.CreateInterestResponse
  >(
    "NetworkService/CreateInterest", for: [.coordinator: .all, .expert: .own])
  public static let getInterest = Method<Wire.GetInterestRequest, Wire.GetInterestResponse>(
    "NetworkService/GetInterest", for: [.coordinator: .all, .expert: .own])
  public static let listInterests = Method<Wire.ListInterestsRequest, Wire.ListInterestsResponse>(
    "NetworkService/ListInterests", for: [.coordinator: .all, .expert: .own])
  public static let updateInterest = Method<
    Wire.UpdateInterestRequest, Wire.UpdateInterestResponse
  >(
    "NetworkService/UpdateInterest", for: [.coordinator: .all, .expert: .own])
  public static let deleteInterest = Method<
    Wire.DeleteInterestRequest, Wire.DeleteInterestResponse
  >(
    "NetworkService/DeleteInterest", for: [.coordinator: .all, .expert: .own])
  public static let createRelation = Method<
    Wire.CreateRelationRequest, Wire.CreateRelationResponse
  >(
    "NetworkService/CreateRelation", for: [.coordinator: .all, .expert: .own])
  public static let getRelation = Method<Wire.GetRelationRequest, Wire.GetRelationResponse>(
    "NetworkService/GetRelation", for: [.coordinator: .all, .expert: .own])
  public static let listRelations = Method<Wire.ListRelationsRequest, Wire.ListRelationsResponse>(
    "NetworkService/ListRelations", for: [.coordinator: .all, .expert: .own])
  public static let deleteRelation = Method<
    Wire.DeleteRelationRequest, Wire.DeleteRelationResponse
  >(
    "NetworkService/DeleteRelation", for: [.coordinator: .all, .expert: .own])
  public static let createAbsence = Method<Wire.CreateAbsenceRequest, Wire.CreateAbsenceResponse>(
    "NetworkService/CreateAbsence", for: [.coordinator: .all, .expert: .own])
  public static let getAbsence = Method<Wire.GetAbsenceRequest, Wire.GetAbsenceResponse>(
    "NetworkService/GetAbsence", for: [.coordinator: .all, .expert: .own])
  public static let listAbsences = Method<Wire.ListAbsencesRequest, Wire.ListAbsencesResponse>(
    "NetworkService/ListAbsences", for: [.coordinator: .all, .expert: .own])
  public static let updateAbsence = Method<Wire.UpdateAbsenceRequest, Wire.UpdateAbsenceResponse>(
    "NetworkService/UpdateAbsence", for: [.coordinator: .all, .expert: .own])
  public static let deleteAbsence = Method<Wire.DeleteAbsenceRequest, Wire.DeleteAbsenceResponse>(
    "NetworkService/DeleteAbsence", for: [.coordinator: .all, .expert: .own])
  public static let importProblem = Method<Wire.ImportProblemRequest, Wire.ImportProblemResponse>(
    "NetworkService/ImportProblem", for: [.coordinator: .all], limits: .file)
  public static let importRows = Method<Wire.ImportRowsRequest, Wire.ImportRowsResponse>(
    "NetworkService/ImportRows", for: [.coordinator: .all], limits: .rows)
  public static let declareInterests = Method<
    Wire.DeclareInterestsRequest, Wire.DeclareInterestsResponse
  >(
    "NetworkService/DeclareInterests", for: [.coordinator: .all, .expert: .own])
}

// MARK: PolicyService

extension Methods {
  public static let getPolicy = Method<Wire.GetPolicyRequest, Wire.GetPolicyResponse>(
    "PolicyService/GetPolicy", for: Callers.everyone)
  public static let setPolicy = Method<Wire.SetPolicyRequest, Wire.SetPolicyResponse>(
    "PolicyService/SetPolicy", for: [.coordinator: .all])
  public static let listPolicyVersions = Method<
    Wire.ListPolicyVersionsRequest, Wire.ListPolicyVersionsResponse
  >(
    "PolicyService/ListPolicyVersions", for: Callers.everyone)
  public static let getTravel = Method<Wire.GetTravelRequest, Wire.GetTravelResponse>(
    "PolicyService/GetTravel", for: Callers.everyone)
  public static let setTravel = Method<Wire.SetTravelRequest, Wire.SetTravelResponse>(
    "PolicyService/SetTravel", for: [.coordinator: .all])
  public static let getClosures = Method<Wire.GetClosuresRequest, Wire.GetClosuresResponse>(
    "PolicyService/GetClosures", for: Callers.everyone)
  public static let setClosures = Method<Wire.SetClosuresRequest, Wire.SetClosuresResponse>(
    "PolicyService/SetClosures", for: [.coordinator: .all])
}

// MARK: WatchService

extension Methods {
  public static let watch = StreamingMethod<Wire.WatchRequest, Wire.WatchResponse>(
    "WatchService/Watch",
    for: [.coordinator: .all, .expert: .own, .partner: .own, .observer: .all])
}
