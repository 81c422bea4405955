import CTandemProtos

extension Wire {
  /// One version of the policy.
  public struct PolicyVersion: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__policy_version__descriptor)
    public var policy: Policy?
    public var author = ""
    public var time: Timestamp?
    public var note = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &policy)
      fields.text(2, &author)
      fields.message(3, &time)
      fields.text(4, &note)
    }
  }

  /// What `PolicyService.ListPolicyVersions` takes.
  public struct ListPolicyVersionsRequest: PageRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_policy_versions_request__descriptor)
    public var minRevision = 0
    public var pageSize = 0
    public var pageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.integer(2, &pageSize)
      fields.text(3, &pageToken)
    }
  }

  /// What `PolicyService.ListPolicyVersions` answers.
  public struct ListPolicyVersionsResponse: PageAnswer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__list_policy_versions_response__descriptor)
    public var revision = 0
    public var versions: [PolicyVersion] = []
    public var nextPageToken = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &versions)
      fields.text(3, &nextPageToken)
    }
  }
}
