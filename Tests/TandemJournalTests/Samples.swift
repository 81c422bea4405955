import TandemJournal

/// What of a record a test may want to be different.
struct Fields {
  var formatVersion = 1
  var revision = 1
  var time: Int64 = 1_700_000_000_123
  var actor = "coordinator"
  var requestID = "request-1"
  var requestDigest = Hash(of: Array("body".utf8))
  var policyVersion = 3
  var events = Array(#"[{"kind":"expert","name":"zoë"}]"#.utf8)
  var previous = Hash.genesis

  init() {}

  init(_ record: Record) {
    formatVersion = record.formatVersion
    revision = record.revision
    time = record.time
    actor = record.actor
    requestID = record.requestID
    requestDigest = record.requestDigest
    policyVersion = record.policyVersion
    events = record.events
    previous = record.previous
  }

  func next(after head: Head = .genesis) throws(JournalError) -> Record {
    try Record(
      after: head, time: time, actor: actor, requestID: requestID, requestDigest: requestDigest,
      policyVersion: policyVersion, events: events)
  }

  func stored(with hash: Hash) throws(JournalError) -> Record {
    try Record(
      formatVersion: formatVersion, revision: revision, time: time, actor: actor,
      requestID: requestID, requestDigest: requestDigest, policyVersion: policyVersion,
      events: events, previous: previous, storedHash: hash)
  }
}

/// A chain of records that differ in every field.
func chain(of count: Int, after head: Head = .genesis) throws -> [Record] {
  var head = head
  return try (0..<count).map { _ in
    let number = head.revision + 1
    var fields = Fields()
    fields.time += Int64(number)
    fields.requestID = "request-\(number)"
    fields.policyVersion = number / 3
    fields.events = Array("[\(number)]".utf8)
    let record = try fields.next(after: head)
    head = record.head
    return record
  }
}
