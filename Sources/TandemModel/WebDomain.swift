/// Where an organisation is on the web: a host, of an address, a link or an e-mail.
public struct WebDomain: Hashable, Sendable {
  /// The host in small letters, without `www`.
  public let host: String

  /// What was checked before: nothing is looked at.
  package init(checked host: String) { self.host = host }
}

extension WebDomain: CustomStringConvertible {
  public var description: String { host }
}
