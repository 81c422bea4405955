import TandemJournal

/// Goes along a network's records, one after the other, at its own pace: the network knows nothing of it.
///
/// What was written just now it takes from the network's memory; of what lies further back it reads the
/// journal, page by page.
public struct Follower {
  /// How many records it reads at once.
  private static let pageSize = 256

  private let network: Network
  /// That of the last record it went past.
  public private(set) var revision: Int
  /// The network at ``revision``, and the records behind that were read; nil when it was not read.
  private var read: (replay: Replay, page: ArraySlice<Record>)?

  /// Goes along what comes after a revision.
  public init(_ network: Network, after revision: Int) {
    self.network = network
    self.revision = revision
  }

  /// What the next command made happen; nil when there is none yet.
  ///
  /// Throws `journal` when the journal cannot be read.
  public mutating func next() throws(Refusal) -> Outcome? {
    guard revision < network.snapshot.revision else { return nil }
    if let outcome = network.recentOutcome(of: revision + 1) {
      read = nil
      revision += 1
      return outcome
    }
    do {
      return try readNext()
    } catch {
      throw Refusal(reading: error)
    }
  }

  private mutating func readNext() throws -> Outcome? {
    var (replay, page) = try read ?? (Replay(at: revision, of: network.journal), [])
    read = nil
    if page.isEmpty {
      replay.take(try network.journal.keys())
      var records: [Record] = []
      try network.journal.records(
        from: revision + 1, through: min(revision + Follower.pageSize, network.snapshot.revision)
      ) { records.append($0) }
      page = records[...]
    }
    guard let record = page.popFirst() else { return nil }
    let before = replay.state
    let events = try replay.fold(record)
    revision = record.revision
    read = (replay, page)
    return Outcome(
      snapshot: Snapshot(state: replay.state, head: replay.head), before: before, events: events,
      origin: record.origin)
  }
}

extension Replay {
  /// A journal as it was right after a revision.
  init(at revision: Int, of journal: any Journal) throws {
    self.init(Sealing(try journal.keys()))
    try journal.records(from: 1, through: revision) { try fold($0) }
  }
}
