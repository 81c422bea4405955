import Foundation

/// Where the server listens: an IP address and a port, or a Unix socket.
public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// An IP address without brackets; port 0 for any that is free.
  case network(host: String, port: Int)
  /// The path of a Unix socket.
  case unix(path: String)

  private static let unixPrefix = "unix:"
  private static let loopback = "127.0.0.1"

  /// Reads `HOST:PORT`, such as `127.0.0.1:7410` or `[::1]:7410`, or `unix:PATH`; nil when it is
  /// neither. `localhost` is 127.0.0.1.
  public init?(_ text: String) {
    if text.hasPrefix(Self.unixPrefix) {
      let path = String(text.dropFirst(Self.unixPrefix.count))
      guard !path.isEmpty else { return nil }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
    else { return nil }
    let name = text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    self = .network(host: name == "localhost" ? Self.loopback : name, port: port)
  }

  /// The port, 0 for any that is free; nil for a Unix socket.
  public var port: Int? {
    guard case .network(_, let port) = self else { return nil }
    return port
  }

  /// Whether only this machine can reach it.
  var isLocal: Bool {
    switch self {
    case .unix: true
    case .network(let host, _): host == "::1" || Self.isIPv4(host) && host.hasPrefix("127.")
    }
  }

  /// Whether it is one that can be listened on, no name.
  var isAddress: Bool {
    switch self {
    case .unix: true
    case .network(let host, _): Self.isIPv4(host) || Self.isIPv6(host)
    }
  }

  static func isIPv6(_ host: String) -> Bool { addressBytes(host)?.count == 16 }

  private static func isIPv4(_ host: String) -> Bool { addressBytes(host)?.count == 4 }

  /// The 4 or 16 bytes of an IP address; nil for anything else.
  static func addressBytes(_ host: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, host, &bytes) == 1 { return bytes }
    }
    return nil
  }

  public var description: String {
    switch self {
    case .unix(let path): Self.unixPrefix + path
    case .network(let host, let port):
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }
}
