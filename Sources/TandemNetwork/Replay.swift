import TandemJournal

/// Folds a journal's keys and records into the state of the network.
public struct Replay: Sendable {
  private(set) var state = NetworkState()
  private(set) var head = Head.genesis
  private(set) var sealing = Sealing([])
  private(set) var requests = RequestFilter()

  public init() {}

  init(_ sealing: Sealing) { self.sealing = sealing }

  /// Takes the keys by which personal texts of the records to come are read.
  public mutating func take(_ keys: [SubjectKey]) { sealing = Sealing(keys) }

  /// Folds in the next record. Throws when it holds what this program does not know or could not
  /// have written; returns the events that it holds.
  @discardableResult
  public mutating func fold(_ record: Record) throws(JournalError) -> [Event] {
    let events = try EventCoding.decode(record, sealing)
    state.apply(events, from: record.origin)
    requests.insert(RequestName(actor: record.actor, id: record.requestID))
    head = record.head
    return events
  }
}

extension Record {
  /// Where the facts that it holds come from.
  var origin: Origin { Origin(revision: revision, actor: actor, time: time) }
}
