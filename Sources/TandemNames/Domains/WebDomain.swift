import TandemModel

extension WebDomain {
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
      labels.last?.contains(where: \.isNumber) == false, labels.count > Self.suffix(of: labels)
    else { return nil }
    self.init(checked: labels.joined(separator: "."))
  }

  /// What was registered: the host's last label before the public suffix, and that suffix.
  public var registrable: String {
    let labels = host.split(separator: ".")
    return labels.suffix(Self.suffix(of: labels) + 1).joined(separator: ".")
  }

  /// What stands for one organisation alone: the registrable domain, or one label more where many
  /// share that. Nil for mail providers, and for a shared domain itself.
  public var own: String? {
    let labels = host.split(separator: ".")
    let registrable = registrable
    switch DomainRules.standard.sharing(registrable) {
    case .mail: return nil
    case .shared:
      let suffix = Self.suffix(of: labels)
      return labels.count > suffix + 1 ? labels.suffix(suffix + 2).joined(separator: ".") : nil
    case .none: return registrable
    }
  }

  /// How many labels the public suffix has.
  private static func suffix(of labels: [Substring]) -> Int {
    let last = labels.suffix(2).joined(separator: ".")
    return labels.count > 1 && DomainRules.standard.isSuffix(last) ? 2 : 1
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
