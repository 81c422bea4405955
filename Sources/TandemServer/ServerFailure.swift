import GRPCCore
import TandemJournal

/// The server cannot listen where it is told to; its text says why and what to do.
public struct ListenError: Error, CustomStringConvertible {
  public let description: String

  init(_ address: String, _ error: any Error) {
    let cause = (error as? RuntimeError)?.cause ?? error
    description =
      "cannot listen on \(address): \(cause); stop what listens there, or name another address"
  }

  /// `why` says what to do as well.
  init(_ address: String, because why: String) {
    description = "cannot listen on \(address): \(why)"
  }
}

/// What kind of failure ended the server or a command on its journal.
public enum ServerFailure: Sendable {
  /// A setting that cannot be followed.
  case usage
  /// The journal is damaged, newer than the program, or not the one expected.
  case badData
  /// The address or the data directory cannot be used.
  case unavailable
  case other

  public init(_ error: any Error) {
    self =
      switch error {
      case is ConfigurationError: .usage
      case let error as JournalError:
        switch error {
        case .damaged, .newer, .unexpected: .badData
        case .locked, .unavailable, .full: .unavailable
        case .refused, .notNext, .repeated: .other
        }
      case is ListenError: .unavailable
      default: .other
      }
  }

  /// After sysexits.h.
  public var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .badData: 65
    case .unavailable: 69
    case .other: 1
    }
  }
}
