import TandemJournal

/// What tells one request from another: who made it, the id that they gave it, and what it asked for.
public struct RequestIdentity: Hashable, Sendable {
  public var actor: String
  public var id: String
  /// What it asked for, as bytes that are the same when it asks for the same.
  public var body: [UInt8]

  public init(actor: String, id: String, body: [UInt8]) {
    self.actor = actor
    self.id = id
    self.body = body
  }

  var name: RequestName { RequestName(actor: actor, id: id) }
}
