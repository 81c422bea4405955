/// Where an organisation is on the web: a host, of an address, a link or an e-mail.
public struct WebDomain: Hashable, Sendable {
  /// The host in small letters, without `www`.
  public let host: String
  /// What was registered: the host's last label before the public suffix, and that suffix.
  public let registrable: String
  /// What stands for one organisation alone: the registrable domain, or one label more where many
  /// share that. Nil for mail providers, and for a shared domain itself.
  public let own: String?

  /// Nil when the text has no host with a name in it.
  public init?(_ text: String) {
    guard text.utf8.count <= 2000 else { return nil }
    var rest = text.lowercased()[...].trimmingSpaces
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if let end = rest.firstIndex(where: { "/?#".contains($0) }) { rest = rest[..<end] }
    if let sign = rest.lastIndex(of: "@") { rest = rest[rest.index(after: sign)...] }
    if let colon = rest.firstIndex(of: ":") { rest = rest[..<colon] }
    if rest.hasSuffix(".") { rest = rest.dropLast() }
    var labels = rest.split(separator: ".", omittingEmptySubsequences: false)
    while labels.count > 2, labels[0] == "www" || labels[0] == "mail" { labels.removeFirst() }
    guard rest.utf8.count <= 253, labels.allSatisfy(Self.isLabel),
      labels.last?.contains(where: \.isNumber) == false
    else { return nil }
    let rules = DomainRules.standard
    let suffix = labels.count > 1 && rules.isSuffix(labels.suffix(2).joined(separator: ".")) ? 2 : 1
    guard labels.count > suffix else { return nil }
    host = labels.joined(separator: ".")
    registrable = labels.suffix(suffix + 1).joined(separator: ".")
    switch rules.sharing(registrable) {
    case .mail: own = nil
    case .shared:
      own = labels.count > suffix + 1 ? labels.suffix(suffix + 2).joined(separator: ".") : nil
    case .none: own = registrable
    }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.unicodeScalars.allSatisfy { scalar in
        scalar.value < 0x80
          ? scalar == "-" || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
          : scalar.properties.isAlphabetic
      }
  }
}

extension WebDomain: CustomStringConvertible {
  public var description: String { host }
}
