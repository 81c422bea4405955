import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

/// What somebody says of an audit, beside or in place of a file.
struct AuditFields: ParsableArguments {
  @Option(help: "The audit's id, which only coordinators choose; left out, the server gives one.")
  var id: String?
  @Option(help: "What you call it, such as 2026-17: no other audit that you submit.")
  var reference: String?
  @Option(help: "The cluster organisation's id.")
  var cluster: String?
  @Option(help: "Where it takes place, such as DE.")
  var country: String?
  @Option(help: "The label, such as gold.")
  var label: String?
  @Option(help: "Languages, the best first, such as de,en.")
  var languages: List?
  @Option(help: "Ids of the organisations that belong to the cluster.")
  var members: List?
  @Option(help: "Sectors, such as photonics.")
  var sectors: List?
  @Option(help: "The earliest first day, YYYY-MM-DD.")
  var earliest: Day?
  @Option(help: "The latest last day, YYYY-MM-DD.")
  var latest: Day?
  @Option(help: "The start that the cluster would like best, YYYY-MM-DD.")
  var preferred: Day?
  @Option(help: "What leaving it open weighs, 1 to 1,000,000 (default: 1).")
  var priority: Int?
  @Option(help: "Experts to whom the cluster objects.")
  var objections: List?
  @Flag(inversion: .prefixedNo, help: "It renews a label.")
  var renewal: Bool?
  @Flag(inversion: .prefixedNo, help: "It is held by video.")
  var remote: Bool?
  @Option(help: "Whom to ask at the cluster.")
  var contactName: String?
  @Option(help: "Their e-mail address.")
  var contactEmail: String?

  /// The file's row with these fields in place of its own.
  func completing(_ row: [JSON.Member]) -> [JSON.Member] {
    let fields: [(name: String, value: JSON?)] = [
      ("id", id.map { .text($0) }), ("cluster", cluster.map { .text($0) }),
      ("country", country.map { .text($0) }), ("label", label.map { .text($0) }),
      ("languages", languages?.json), ("members", members?.json), ("sectors", sectors?.json),
      ("earliest", earliest.map { JSON($0) }), ("latest", latest.map { JSON($0) }),
      ("preferred", preferred.map { JSON($0) }), ("priority", priority.map { .whole($0) }),
      ("objections", objections?.json), ("renewal", renewal.map { .boolean($0) }),
      ("remote", remote.map { .boolean($0) }),
    ]
    let given = fields.compactMap { name, value in value.map { JSON.Member(name, $0) } }
    let names = Set(given.map(\.key))
    return row.filter { !names.contains($0.key) } + given
  }

  /// A request with these fields in place of its own.
  func completing(_ audit: Wire.Audit) -> Wire.Audit {
    var audit = audit
    if let id { audit.id = id }
    if let reference { audit.reference = reference }
    if let cluster { audit.cluster = cluster }
    if let country { audit.country = country }
    if let label { audit.label = label }
    if let languages { audit.languages = languages.texts }
    if let members { audit.members = members.texts }
    if let sectors { audit.sectors = sectors.texts }
    if let earliest { audit.earliest = Wire.Date(earliest) }
    if let latest { audit.latest = Wire.Date(latest) }
    if let preferred { audit.preferred = Wire.Date(preferred) }
    if let priority { audit.priority = priority }
    if let objections { audit.objections = objections.texts }
    if let renewal { audit.renewal = renewal }
    if let remote { audit.remote = remote }
    if let contact { audit.contact = contact }
    return audit
  }

  var contact: Wire.Contact? {
    guard contactName != nil || contactEmail != nil else { return nil }
    return .with {
      $0.name = contactName ?? ""
      $0.email = contactEmail ?? ""
    }
  }
}

extension List {
  fileprivate var json: JSON { .list(texts.map { .text($0) }) }
}
