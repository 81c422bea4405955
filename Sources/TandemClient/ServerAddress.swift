import Foundation

/// Where a server listens.
public enum ServerAddress: Hashable, Sendable, CustomStringConvertible {
  /// A host's name or IP address, without brackets, and a port.
  case network(host: String, port: Int)
  /// The path of a Unix socket.
  case unix(path: String)

  private static let unixPrefix = "unix:"

  /// Reads `HOST:PORT`, such as `127.0.0.1:7410` or `[::1]:7410`, or `unix:PATH`; nil when it is
  /// neither.
  public init?(_ text: String) {
    if text.hasPrefix(Self.unixPrefix) {
      let path = String(text.dropFirst(Self.unixPrefix.count))
      guard !path.isEmpty else { return nil }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (1...65_535).contains(port), colon != text.startIndex
    else { return nil }
    self = .network(
      host: text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port: port)
  }

  /// The host's name or IP address; of a Unix socket the name that this machine has for itself.
  public var host: String {
    switch self {
    case .network(let host, _): host
    case .unix: "localhost"
    }
  }

  /// The port; of a Unix socket 0.
  public var port: Int {
    switch self {
    case .network(_, let port): port
    case .unix: 0
    }
  }

  /// Whether it is on this machine for certain, so that nobody else hears what is said.
  public var isLocal: Bool {
    switch self {
    case .unix: true
    case .network(let host, _):
      host == "localhost" || host == "::1" || isIPv4 && host.hasPrefix("127.")
    }
  }

  /// Whether the host is given as an IP address.
  var isIPAddress: Bool { isIPv4 || isIPv6 }

  var isIPv4: Bool {
    var address = in_addr()
    return inet_pton(AF_INET, host, &address) == 1
  }

  var isIPv6: Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, host, &address) == 1
  }

  public var description: String {
    switch self {
    case .unix(let path): Self.unixPrefix + path
    case .network(let host, let port):
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }
}
