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

/// Which requests the journal may have, so that it need not be asked about new ones: a look into it
/// costs more than all else that a small command does.
///
/// It holds a hash for each, of 8 bytes, and may take a new request for an old one, never the other
/// way round.
struct RequestFilter: Sendable {
  private var hashes: Set<Int> = []

  mutating func insert(_ request: RequestName) { hashes.insert(request.hashValue) }

  func mayContain(_ request: RequestName) -> Bool { hashes.contains(request.hashValue) }
}
