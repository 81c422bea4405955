import TandemModel

/// What an error tells a client: the value of `grpc-status-details-bin`.
public struct ErrorDetails: Hashable, Sendable {
  /// The domain of every reason.
  public static let domain = "tandem"
  /// How large the encoded details get, in bytes: gRPC clients take 8 KiB of trailers, where the
  /// details stand in base64 and the message once more.
  public static let mostBytes = 4_096
  /// The metadata that tells how many violations were left out to stay within ``mostBytes``.
  public static let leftOut = "violations_left_out"

  public var code: StatusCode
  /// A sentence that a person can act on.
  public var message: String
  /// Why, for a program, in UPPER_SNAKE_CASE.
  public var reason: String
  /// The facts that the reason speaks of.
  public var metadata: [String: String] = [:]
  /// What is wrong with the fields of the request, each at the path of its field.
  public var fieldViolations: [Fault] = []
  /// The rules that stand against the request.
  public var preconditionViolations: [PreconditionViolation] = []
  /// The same with their evidence, as far as they are rules of matching.
  public var breaches: [Wire.Breach] = []
  /// The thing that was not found, or is there already.
  public var resource: Resource?

  /// A rule that is broken.
  public struct PreconditionViolation: Hashable, Sendable {
    /// The code of the rule.
    public var type: String
    /// What breaks it.
    public var subject: String
    /// How, as a sentence.
    public var description: String

    public init(type: String, subject: String, description: String) {
      self.type = type
      self.subject = subject
      self.description = description
    }
  }

  /// A thing that a call is about.
  public struct Resource: Hashable, Sendable {
    /// Its kind, such as `tandem.v1.Expert`.
    public var type: String
    /// Its id.
    public var name: String

    public init(type: String, name: String) {
      self.type = type
      self.name = name
    }
  }

  public init(_ code: StatusCode, reason: String, _ message: String) {
    self.code = code
    self.reason = reason
    self.message = message
  }
}
