/// One accepted command: what is known about it, and its events as bytes. The journal knows nothing
/// of their meaning.
///
/// `hash` is the SHA-256 digest of these fields, one after the other. A number is 8 bytes, big
/// endian, two's complement; a text or the events are their number of bytes as such a number, then
/// the bytes; a hash is its 32 bytes:
/// `formatVersion`, `revision`, `time`, `actor`, `requestID`, `requestDigest`, `policyVersion`,
/// `events`, `previous`.
public struct Record: Hashable, Sendable {
  /// The version of the layout above that this program writes, and the only one it reads.
  public static let currentFormatVersion = 1
  /// The most bytes that actor, request id and events may have together: 64 MiB.
  public static let largestSize = 64 * 1024 * 1024

  public let formatVersion: Int
  /// 1 for the first record, then one more each.
  public let revision: Int
  /// When the command was accepted, in milliseconds since 1970-01-01 UTC.
  public let time: Int64
  /// Who gave the command.
  public let actor: String
  /// Names the command among all of its actor's.
  public let requestID: String
  /// Digest of the command as it was given, to tell a repetition from another command.
  public let requestDigest: Hash
  /// The policy under which it was decided.
  public let policyVersion: Int
  /// JSON text in UTF-8.
  public let events: [UInt8]
  /// The hash of the record before, `Hash.genesis` for the first.
  public let previous: Hash
  public let hash: Hash

  /// The end of a chain whose last record this is.
  public var head: Head { Head(revision: revision, hash: hash) }

  /// The record to append next to a journal with this head.
  ///
  /// Throws `refused` when a text holds NUL, the events are not UTF-8, or the whole is larger than
  /// `largestSize`.
  public init(
    after head: Head, time: Int64, actor: String, requestID: String, requestDigest: Hash,
    policyVersion: Int, events: [UInt8]
  ) throws(JournalError) {
    self.init(
      unchecked: Record.currentFormatVersion, revision: head.revision + 1, time: time, actor: actor,
      requestID: requestID, requestDigest: requestDigest, policyVersion: policyVersion,
      events: events, previous: head.hash)
    if let reason = reasonAgainst { throw .refused("revision \(revision): \(reason)") }
  }

  /// A record read back.
  ///
  /// Throws `newer` for a format that this program does not know, and `damaged` when the fields
  /// could not have been written or do not give the hash stored with them.
  public init(
    formatVersion: Int, revision: Int, time: Int64, actor: String, requestID: String,
    requestDigest: Hash, policyVersion: Int, events: [UInt8], previous: Hash, storedHash: Hash
  ) throws(JournalError) {
    guard formatVersion == Record.currentFormatVersion else {
      throw .newer(
        "revision \(revision) has format \(formatVersion), and this program reads format "
          + "\(Record.currentFormatVersion); use the program that wrote it, or restore a backup "
          + "if there is none")
    }
    self.init(
      unchecked: formatVersion, revision: revision, time: time, actor: actor,
      requestID: requestID, requestDigest: requestDigest, policyVersion: policyVersion,
      events: events, previous: previous)
    if let reason = reasonAgainst { throw .damaged(revision: revision, reason) }
    guard hash == storedHash else {
      throw .damaged(
        revision: revision, "its fields give the hash \(hash), and \(storedHash) is stored")
    }
  }

  private init(
    unchecked formatVersion: Int, revision: Int, time: Int64, actor: String, requestID: String,
    requestDigest: Hash, policyVersion: Int, events: [UInt8], previous: Hash
  ) {
    self.formatVersion = formatVersion
    self.revision = revision
    self.time = time
    self.actor = actor
    self.requestID = requestID
    self.requestDigest = requestDigest
    self.policyVersion = policyVersion
    self.events = events
    self.previous = previous
    var bytes: [UInt8] = []
    bytes.reserveCapacity(actor.utf8.count + requestID.utf8.count + events.count + 160)
    bytes.append(number: Int64(formatVersion))
    bytes.append(number: Int64(revision))
    bytes.append(number: time)
    bytes.append(field: actor.utf8)
    bytes.append(field: requestID.utf8)
    bytes.append(requestDigest)
    bytes.append(number: Int64(policyVersion))
    bytes.append(field: events)
    bytes.append(previous)
    hash = Hash(of: bytes)
  }

  private var reasonAgainst: String? {
    let size = actor.utf8.count + requestID.utf8.count + events.count
    return if size > Record.largestSize {
      "it has \(size) bytes, and a record has at most \(Record.largestSize)"
    } else if actor.utf8.contains(0) {
      "the actor holds a NUL"
    } else if requestID.utf8.contains(0) {
      "the request id holds a NUL"
    } else if events.contains(0) || String(validating: events, as: UTF8.self) == nil {
      "the events are not a text in UTF-8 without NUL"
    } else {
      nil
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int64) {
    append(bigEndian: UInt64(bitPattern: number))
  }

  fileprivate mutating func append(field: some Collection<UInt8>) {
    append(number: Int64(field.count))
    append(contentsOf: field)
  }
}
