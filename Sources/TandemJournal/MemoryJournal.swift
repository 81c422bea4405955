import Synchronization

/// A journal that lasts as long as the process, for tests and simulations.
public final class MemoryJournal: Journal {
  // Bytes, because Swift takes two spellings of one accented letter for equal.
  private struct Request: Hashable {
    let actor: [UInt8]
    let requestID: [UInt8]

    init(actor: String, requestID: String) {
      self.actor = Array(actor.utf8)
      self.requestID = Array(requestID.utf8)
    }
  }

  private struct Content {
    var records: [Record] = []
    var revisions: [Request: Int] = [:]
    var keys: [[UInt8]: SubjectKey] = [:]

    var head: Head { records.last?.head ?? .genesis }

    mutating func add(_ added: [Record], _ addedKeys: [SubjectKey]) throws(JournalError) {
      _ = try Chain.head(after: added, from: head)
      var requests: Set<Request> = []
      for record in added {
        let request = Request(actor: record.actor, requestID: record.requestID)
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
        revisions[Request(actor: record.actor, requestID: record.requestID)] = record.revision
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
      content.revisions[Request(actor: actor, requestID: requestID)].map {
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
