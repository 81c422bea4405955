import ArgumentParser
import Foundation
import TandemClient
import TandemModel

/// How a command fails, and the exit code after sysexits.h that says so.
enum Failure: Error {
  /// What was asked for is not so: a panel is broken, a journal is not intact. Told already.
  case refused
  /// Each fault, one a line, as they were printed.
  case badData([Fault])
  case unreadable(String)
  case unwritable(String)
  case unreachable(String, ClientError)

  var exitCode: Int32 {
    switch self {
    case .refused: 1
    case .badData: EX_DATAERR
    case .unreadable: EX_NOINPUT
    case .unwritable: EX_CANTCREAT
    case .unreachable: EX_UNAVAILABLE
    }
  }

  /// Says what went wrong on stderr and ends the program.
  static func exit(_ error: any Error) -> Never {
    switch error {
    case let failure as Failure:
      for line in failure.lines { say(line) }
      Foundation.exit(failure.exitCode)
    case let error as ClientError:
      say(error.details.message)
      for fault in error.details.fieldViolations.dropFirst() {
        say("\(fault.place): \(fault.reason)")
      }
      if let left = error.details.metadata["violations_left_out"] { say("and \(left) more") }
      Foundation.exit(exitCode(of: error))
    default:
      Tandem.exit(withError: error)
    }
  }

  private static func exitCode(of error: ClientError) -> Int32 {
    switch error.details.code {
    case .unavailable, .deadlineExceeded: EX_UNAVAILABLE
    case .invalidArgument: EX_DATAERR
    default: 1
    }
  }

  private var lines: [String] {
    switch self {
    case .refused: []
    case .badData(let faults): faults.map(\.description)
    case .unreadable(let text), .unwritable(let text): [text]
    case .unreachable(let server, let error):
      [
        "no answer from \(server): \(error)",
        "start one with `tandemd`, or name another with --server",
      ]
    }
  }
}

/// A line on stderr, where messages go.
func say(_ line: String) {
  FileHandle.standardError.write(Data("tandem: \(line.printable)\n".utf8))
}
