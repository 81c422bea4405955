import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import TandemProtocol

/// How a command fails, and the exit code after sysexits.h that says so.
enum Failure: Error {
  /// What was asked for is not so: a panel is broken, a journal is not intact. Told already.
  case refused
  /// Each fault, one a line.
  case badData([Fault])
  case unreadable(String)
  case unwritable(String)
  /// No server answers at that address.
  case unreachable(String)
  /// The server and this client met and could not agree on a connection.
  case noConnection(String)
  /// The server does not know who this is, or a file with a secret is not this user's only.
  case notPermitted([String])

  /// A file is not replaced unasked.
  static func isThere(_ path: String) -> Failure {
    .unwritable("\(path) is there already; --force replaces it")
  }

  var exitCode: Int32 {
    switch self {
    case .refused: 1
    case .badData: EX_DATAERR
    case .unreadable: EX_NOINPUT
    case .unwritable: EX_CANTCREAT
    case .unreachable, .noConnection: EX_UNAVAILABLE
    case .notPermitted: EX_NOPERM
    }
  }

  /// What is said of it on stderr.
  var lines: [String] {
    switch self {
    case .refused: []
    case .badData(let faults): faults.map(\.line)
    case .unreadable(let text), .unwritable(let text), .noConnection(let text): [text]
    case .notPermitted(let lines): lines
    case .unreachable(let server):
      [
        "no server answers at \(server)",
        "start one with `tandemd serve`, or name another with --server",
      ]
    }
  }

  /// Says what went wrong with a command on stderr and ends the program.
  static func exit(_ error: any Error, of command: (any ParsableCommand.Type)? = nil) -> Never {
    switch error {
    case let failure as Failure:
      failure.lines.forEach(say)
      Foundation.exit(failure.exitCode)
    case let error as ClientError:
      error.details.lines.forEach(say)
      Foundation.exit(error.details.code.exitCode)
    case let error as ValidationError:
      usageLines(error, of: command ?? Tandem.self).forEach(tell)
      Foundation.exit(EX_USAGE)
    default:
      Tandem.exit(withError: error)
    }
  }

  /// What is wrong with the arguments of a command that ran, as where they do not parse.
  static func usageLines(
    _ error: ValidationError, of command: any ParsableCommand.Type
  ) -> [String] {
    let usage = Tandem.usageString(for: command)
    let name = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
    return [
      "Error: \(error.message)", "Usage: \(usage)",
      "  See '\(name.joined(separator: " ")) --help' for more information.",
    ]
  }
}

extension Fault {
  /// `PLACE: what is wrong`; a fault of a file as a whole has no place.
  var line: String { place.isEmpty ? "the file: \(reason)" : description }
}
