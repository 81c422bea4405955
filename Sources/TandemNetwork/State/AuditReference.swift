import TandemModel

/// What somebody calls the audit that they submitted: no other one that the same token submits.
public struct AuditReference: Hashable, Sendable {
  /// The name of the token.
  public var submitter: String
  public var name: ID<AuditReference>

  public init(_ name: ID<AuditReference>, of submitter: String) {
    self.submitter = submitter
    self.name = name
  }
}
