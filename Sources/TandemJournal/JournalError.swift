/// Why a journal did not do what it was asked. After a failed append nothing of it is in the
/// journal, and the head is what it was.
public enum JournalError: Error, Hashable, Sendable {
  /// There is no room. Reads go on; appends work again when there is room.
  case full(String)
  /// The storage does not answer or answers with an error. If it failed while making a batch
  /// durable, that batch may yet turn up after a restart: the same request sent again gets its
  /// answer either way.
  case unavailable(String)
  /// The stored data are not what was written, from this revision on where it can be told.
  case damaged(revision: Int?, String)
  /// The data were written in a version that this program does not know.
  case newer(String)
  /// Another process holds the journal.
  case locked(String)
  /// The batch does not follow the head: it was made for another state of the journal.
  case notNext(revision: Int, String)
  /// The journal already has a record of this actor's with this request id.
  case repeated(actor: String, requestID: String)
  /// A record or key that no journal stores, whatever its state.
  case refused(String)
  /// The chain is whole, but is not the one whose head was noted down.
  case unexpected(Head, String)
}

extension JournalError: CustomStringConvertible {
  /// A sentence that a person can act on.
  public var description: String {
    switch self {
    case .full(let reason): "The journal is full: \(reason)"
    case .unavailable(let reason): "The journal is unavailable: \(reason)"
    case .damaged(let revision?, let reason):
      "The journal is damaged at revision \(revision): \(reason)"
    case .damaged(nil, let reason): "The journal is damaged: \(reason)"
    case .newer(let reason): "The journal is newer than this program: \(reason)"
    case .locked(let reason): "The journal is in use: \(reason)"
    case .notNext(let revision, let reason):
      "Revision \(revision) does not follow the journal's head: \(reason)"
    case .repeated(let actor, let requestID):
      "The journal already holds request \(requestID) of \(actor)"
    case .refused(let reason): "The journal does not store this: \(reason)"
    case .unexpected(let head, let reason): "The journal does not hold \(head): \(reason)"
    }
  }
}

extension JournalError {
  package static func secondKey(of subject: String) -> JournalError {
    .refused("\(subject) already has a key; seal with that one, or erase it first")
  }
}
