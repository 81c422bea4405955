/// What happened, in order, for ever: a chain of records that only grows, and the keys beside it.
///
/// Reads may run at any time on any thread; appends come from one writer.
public protocol Journal: Sendable {
  /// The end of the chain, after the last append that returned.
  var head: Head { get }

  /// Adds the records in order and the keys, all or nothing, and returns when they are durable.
  ///
  /// Throws `notNext` unless the records follow the head and each other, `repeated` when a request
  /// id is not new to its actor, `refused` when a subject already has a key; `full`, `unavailable`
  /// or `damaged` when the storage fails.
  func append(_ records: [Record], keys: [SubjectKey]) throws(JournalError)

  /// The record of a request, nil when there is none.
  func record(actor: String, requestID: String) throws(JournalError) -> Record?

  /// The record of each request, nil where there is none: the same as asking for one after the
  /// other, in one look.
  func records(of requests: [RequestName]) throws(JournalError) -> [Record?]

  /// Hands over the records of these revisions in order, up to the end of the chain without
  /// `through`. Every record's hash is checked; an error of `body` ends the reading and is thrown.
  func records(from revision: Int, through last: Int?, _ body: (Record) throws -> Void) throws

  /// The keys of all subjects that have not been erased, in the order of their subjects' bytes.
  func keys() throws(JournalError) -> [SubjectKey]
}

/// A request's id, in the scope of its actor.
public struct RequestName: Sendable {
  public var actor: String
  public var id: String

  public init(actor: String, id: String) {
    self.actor = actor
    self.id = id
  }
}

// By bytes, because Swift takes two spellings of one accented letter for equal.
extension RequestName: Hashable {
  public static func == (one: RequestName, other: RequestName) -> Bool {
    one.actor.utf8.elementsEqual(other.actor.utf8) && one.id.utf8.elementsEqual(other.id.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for text in [actor, id] {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(UInt8.max)
    }
  }
}

extension Journal {
  public func records(of requests: [RequestName]) throws(JournalError) -> [Record?] {
    var records: [Record?] = []
    for request in requests {
      records.append(try record(actor: request.actor, requestID: request.id))
    }
    return records
  }

  public func append(_ records: [Record]) throws(JournalError) {
    try append(records, keys: [])
  }

  public func records(from revision: Int = 1, _ body: (Record) throws -> Void) throws {
    try records(from: revision, through: nil, body)
  }
}
