import Foundation
import TandemModel
import TandemProtocol

extension ErrorDetails {
  /// What is said of an answer that is an error: each broken rule and each wrong field on its own
  /// line, else the server's sentence.
  var lines: [String] {
    let rules = preconditionViolations.map { "\($0.type): \($0.description)" }
    var lines =
      reason == ErrorDetails.rulesBroken
      ? ["the panel breaks a rule; nothing was stored"] + rules
      : fieldViolations.isEmpty ? [message] : fieldViolations.map(\.inFile.line)
    if let count = metadata[ErrorDetails.leftOut] { lines.append("and \(count) more") }
    return lines
  }

  /// The reason of a panel that breaks rules.
  private static let rulesBroken = "RULES_BROKEN"
}

extension Fault {
  /// A fault of a file that went along in a request, at the pointer into the file.
  fileprivate var inFile: Fault {
    guard place.hasPrefix("problem/") else { return self }
    return Fault(at: String(place.dropFirst("problem".count)), reason)
  }
}

extension StatusCode {
  /// After sysexits.h.
  var exitCode: Int32 {
    switch self {
    case .unavailable, .deadlineExceeded: EX_UNAVAILABLE
    case .invalidArgument: EX_DATAERR
    case .unauthenticated, .permissionDenied: EX_NOPERM
    default: 1
    }
  }
}
