/// One call: its name, the messages that go in and out, who may make it and its limits.
public struct Method<Request: Message, Response: Answer>: AnyMethod {
  public let service: String
  public let name: String
  public let callers: Callers
  public let limits: Limits

  /// `path` is the service's name in `tandem.v1`, a slash and the call's name.
  init(_ path: String, for callers: Callers, limits: Limits = .request) {
    let parts = path.split(separator: "/")
    service = "tandem.v1.\(parts[0])"
    name = String(parts[1])
    self.callers = callers
    self.limits = limits
  }

  public var messages: (request: any Message.Type, response: any Message.Type) {
    (Request.self, Response.self)
  }
}

/// A call that answers with any number of messages.
public struct StreamingMethod<Request: Message, Response: Answer>: AnyMethod {
  public let service: String
  public let name: String
  public let callers: Callers
  public let limits: Limits

  /// As ``Method``.
  init(_ path: String, for callers: Callers, limits: Limits = .request) {
    let method = Method<Request, Response>(path, for: callers, limits: limits)
    service = method.service
    name = method.name
    self.callers = callers
    self.limits = limits
  }

  public var messages: (request: any Message.Type, response: any Message.Type) {
    (Request.self, Response.self)
  }
}

/// A call of any messages.
public protocol AnyMethod: Sendable {
  /// The service's full name, such as `tandem.v1.AuditService`.
  var service: String { get }
  var name: String { get }
  var callers: Callers { get }
  var limits: Limits { get }
  var messages: (request: any Message.Type, response: any Message.Type) { get }
}

/// On whose behalf somebody calls.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// At ESCA, assigning experts.
  case coordinator
  /// Checking their own assignments.
  case expert
  /// A tool that submits requests of its own clusters.
  case partner
  /// Anybody who may see what is public.
  case observer
}

/// Who may make a call, and on whose data. A role that is left out may not make it.
public typealias Callers = [Role: Reach]

/// Whose data a call may reach.
public enum Reach: Hashable, Sendable {
  case all
  /// An expert's own, or that of the clusters that a partner speaks for; of other data the caller does not
  /// learn whether it is there.
  case own
}

extension Callers {
  public static let everyone: Callers = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { ($0, .all) })
}

extension Limits {
  /// Of a request: room for a cluster of 5,000 members.
  public static let request = Limits(bytes: 1 << 20, elements: 100_000)
  /// Of a request that brings a whole file.
  public static let file = Limits(bytes: 32 << 20, elements: 1_000)
  /// Of a request that brings the rows of a table.
  public static let rows = Limits(bytes: 32 << 20, elements: 1_000_000)
  /// Of an answer, as a client takes it.
  public static let answer = Limits(bytes: 64 << 20, elements: 4_000_000)
}
