import TandemJournal

/// Folds a journal's keys and records into the state of the network.
public struct Replay: Sendable {
  private(set) var state = NetworkState()
  private(set) var head = Head.genesis
  private(set) var sealing = Sealing([])
  private(set) var requests = RequestFilter()

  public init() {}

  init(_ sealing: Sealing) { self.sealing = sealing }

  /// Takes the keys by which personal texts are read; before the first record.
  public mutating func take(_ keys: [SubjectKey]) { sealing = Sealing(keys) }

  /// Folds in the next record. Throws when it holds what this program does not know or could not
  /// have written.
  public mutating func fold(_ record: Record) throws(JournalError) {
    state.apply(try EventCoding.decode(record, sealing), from: record.origin)
    requests.insert(RequestName(actor: record.actor, id: record.requestID))
    head = record.head
  }
}

extension Record {
  /// Where the facts that it holds come from.
  var origin: Origin { Origin(revision: revision, actor: actor, time: time) }
}
