import TandemJournal

extension JournalError {
  /// An error without its sentence.
  enum Kind: Equatable {
    case full, unavailable, newer, locked, refused, repeated
    case damaged(Int?)
    case notNext(Int)
    case unexpected(Head)
  }

  var kind: Kind {
    switch self {
    case .full: .full
    case .unavailable: .unavailable
    case .damaged(let revision, _): .damaged(revision)
    case .newer: .newer
    case .locked: .locked
    case .notNext(let revision, _): .notNext(revision)
    case .repeated: .repeated
    case .refused: .refused
    case .unexpected(let head, _): .unexpected(head)
    }
  }
}
