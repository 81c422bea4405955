import TandemJournal
import TandemMatching
import TandemModel

/// A `tandem-record/1` file: decisions about panels, each with all that was known when it was made, and
/// the whole chain of records that they follow from.
///
/// All of the file but the records and the keys of single texts follows from these: so a file is
/// checked by making it anew.
struct RecordFile {
  static let format = "tandem-record/1"

  /// The audit whose decisions it holds; nil for all.
  let audit: AuditID?
  private var replay: Replay
  private let sealing: Sealing
  private var records: [JSON] = []
  private var decisions: [JSON] = []
  private var disclosed: [JSON] = []
  /// The network at the revisions from which plans were made.
  private var bases: [Int: Snapshot] = [:]

  /// `sealing` opens the texts that belong to decisions, as far as their people are not erased; `bases`
  /// are the revisions from which the plans among the decisions were made.
  init(of audit: AuditID?, _ sealing: Sealing, bases: Set<Int>) {
    self.audit = audit
    self.sealing = sealing
    replay = Replay(sealing)
    for base in bases { self.bases[base] = Snapshot(state: replay.state, head: replay.head) }
  }

  /// Takes the next record. Throws as ``Replay/fold(_:)`` does.
  mutating func take(_ record: Record) throws(JournalError) {
    let before = Snapshot(state: replay.state, head: replay.head)
    try replay.fold(record)
    if bases[record.revision] != nil {
      bases[record.revision] = Snapshot(state: replay.state, head: replay.head)
    }
    records.append(record.json)
    for event in try EventCoding.decode(record, sealing) {
      guard
        let decision = DecisionRow(event, record, before: before, bases: bases),
        audit.map(decision.audits.contains) ?? true
      else { continue }
      decisions.append(decision.json)
    }
    for box in EventCoding.boxes(in: record, about: audit) {
      guard let (nonce, key) = sealing.disclosure(of: box) else { continue }
      disclosed.append(
        .object([
          .init("revision", .whole(record.revision)), .init("nonce", .text(nonce.base64)),
          .init("key", .text(key.base64)),
        ]))
    }
  }

  var json: JSON {
    .object([
      .init("format", .text(RecordFile.format)),
      .init("audit", audit.map { JSON($0) } ?? .null),
      .init("head", .text(replay.head.description)),
      .init("decisions", .list(decisions)),
      .init("disclosed", .list(disclosed)),
      .init("records", .list(records)),
    ])
  }
}

extension Record {
  /// All fields that its hash is over, and the hash.
  fileprivate var json: JSON {
    .object([
      .init("revision", .whole(revision)), .init("format", .whole(formatVersion)),
      .init("time", .whole(Int(time))), .init("actor", .text(actor)),
      .init("request_id", .text(requestID)),
      .init("request_digest", .text(requestDigest.description)),
      .init("policy_version", .whole(policyVersion)),
      .init("events", .text(String(decoding: events, as: UTF8.self))),
      .init("previous", .text(previous.description)), .init("hash", .text(hash.description)),
    ])
  }
}

extension Network {
  /// The `tandem-record/1` file of the decisions about one audit, or about all, up to a snapshot.
  ///
  /// Throws `notFound`, or `journal` when the journal cannot be read.
  public nonisolated func recordFile(
    of audit: AuditID?, through snapshot: Snapshot
  ) throws(Refusal) -> [UInt8] {
    if let audit { _ = try snapshot.state.audit(audit) }
    do {
      var file = RecordFile(
        of: audit, Sealing(try journal.keys()).forDisclosure,
        bases: Set(snapshot.state.plans.map(\.madeFrom)))
      try journal.records(from: 1, through: snapshot.revision) { try file.take($0) }
      return file.json.file()
    } catch {
      throw Refusal(reading: error)
    }
  }
}
