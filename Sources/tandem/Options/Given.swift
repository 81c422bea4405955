import TandemProtocol

/// A message of which some fields are given, and which ones: what an update asks for.
struct Given<M: Message> {
  private(set) var message: M
  /// As a field mask names them.
  private(set) var names: [String] = []

  init(_ message: M) { self.message = message }

  /// Takes a field up when there is a value for it.
  mutating func set<Value>(_ field: WritableKeyPath<M, Value>, _ value: Value?, _ name: String) {
    guard let value else { return }
    message[keyPath: field] = value
    names.append(name)
  }
}
