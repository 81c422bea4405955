import CTandemNamesData

/// Which domains are suffixes, and which many share: `domains.txt`.
struct DomainRules: Sendable {
  enum Sharing: Sendable { case none, shared, mail }

  private var suffixes: Set<Substring> = []
  private var mail: Set<Substring> = []
  private var shared: Set<Substring> = []
  private var patterns: [(start: Substring, end: Substring)] = []

  static let standard = DomainRules(Resource(tandem_names_domains))

  init(_ resource: Resource) {
    for line in resource.lines {
      let fields = line.split(separator: " ")
      switch fields.first {
      case "suffix:": suffixes.formUnion(fields.dropFirst())
      case "mail:": mail.formUnion(fields.dropFirst())
      case "shared:":
        for field in fields.dropFirst() {
          if let star = field.firstIndex(of: "*") {
            patterns.append((field[..<star], field[field.index(after: star)...]))
          } else {
            shared.insert(field)
          }
        }
      default: break
      }
    }
  }

  func isSuffix(_ domain: String) -> Bool { suffixes.contains(domain[...]) }

  func sharing(_ domain: String) -> Sharing {
    if mail.contains(domain[...]) { return .mail }
    if shared.contains(domain[...]) { return .shared }
    let isShared = patterns.contains {
      domain.utf8.count > $0.start.utf8.count + $0.end.utf8.count && domain.hasPrefix($0.start)
        && domain.hasSuffix($0.end)
    }
    return isShared ? .shared : .none
  }
}
