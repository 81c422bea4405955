/// A token was to be sent in plain text to a server that is not on this machine for certain: whoever is
/// on the way would have it.
public struct PlaintextTokenError: Error, Hashable, Sendable, CustomStringConvertible {
  public let server: ServerAddress

  public var description: String {
    "a token is not sent to \(server) in plain text; speak TLS to any server that is not on this "
      + "machine"
  }
}
