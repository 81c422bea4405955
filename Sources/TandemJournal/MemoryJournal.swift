import Synchronization

/// A journal that lasts as long as the process, for tests and simulations.
public final class MemoryJournal: Journal {
  private struct Content {
    var records: [Record] = []
    var revisions: [RequestName: Int] = [:]
    var keys: [[UInt8]: SubjectKey] = [:]

    var head: Head { records.last?.head ?? .genesis }

    mutating func add(_ added: [Record], _ addedKeys: [SubjectKey]) throws(JournalError) {
      _ = try Chain.head(after: added, from: head)
      var requests: Set<RequestName> = []
      for record in added {
        let request = RequestName(actor: record.actor, id: record.requestID)
        guard revisions[request] == nil, requests.insert(request).inserted else {
          throw .repeated(actor: record.actor, requestID: record.requestID)
        }
      }
      var subjects: Set<[UInt8]> = []
      for key in addedKeys {
        let subject = Array(key.subject.utf8)
        guard keys[subject] == nil, subjects.insert(subject).inserted else {
          throw .secondKey(of: key.subject)
        }
      }
      records += added
      for record in added {
        revisions[RequestName(actor: record.actor, id: record.requestID)] = record.revision
      }
      for key in addedKeys { keys[Array(key.subject.utf8)] = key }
    }
  }

  private let content = Mutex(Content())
  private let fault: @Sendable ([Record]) -> JournalError?

  /// An empty journal. `fault` is asked before each append; its error, if any, is thrown instead.
  public init(fault: @escaping @Sendable ([Record]) -> JournalError? = { _ in nil }) {
    self.fault = fault
  }

  public var head: Head { content.withLock { $0.head } }

  public func append(_ records: [Record], keys: [SubjectKey]) throws(JournalError) {
    if let error = fault(records) { throw error }
    try content.withLock { (content) throws(JournalError) in
      try content.add(records, keys)
    }
  }

  public func record(actor: String, requestID: String) -> Record? {
    content.withLock { content in
      content.revisions[RequestName(actor: actor, id: requestID)].map {
        content.records[$0 - 1]
      }
    }
  }

  public func records(
    from revision: Int, through last: Int?, _ body: (Record) throws -> Void
  ) rethrows {
    let all = content.withLock { $0.records }
    let end = min(last ?? all.count, all.count)
    guard revision <= end else { return }
    try all[(max(revision, 1) - 1)..<end].forEach(body)
  }

  public func keys() -> [SubjectKey] {
    content.withLock { content in
      content.keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
  }
}
