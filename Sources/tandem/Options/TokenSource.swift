import TandemClient

/// Where a token was found.
enum TokenSource: Hashable {
  case environment
  case standardInput
  case file(String)
  case context(ContextID)
}

extension TokenSource: CustomStringConvertible {
  var description: String {
    switch self {
    case .environment: "TANDEM_TOKEN"
    case .standardInput: "standard input"
    case .file(let path): path
    case .context(let name): "the context \(name)"
    }
  }
}

extension TokenSource {
  /// Puts another token in the place of the one that was found there, in one step; false where there is no
  /// place that would keep it.
  func store(_ token: BearerToken, _ environment: [String: String]) throws -> Bool {
    switch self {
    case .environment, .standardInput: return false
    case .file(let path):
      try PrivateFile(path: path).change { _ in Array("\(token.secret)\n".utf8) }
    case .context(let name):
      try Contexts.change(environment) { try $0.give(token, to: name) }
    }
    return true
  }
}
