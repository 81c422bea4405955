import TandemProtocol

/// What a table may tell of things of one kind.
struct ImportTable: Sendable {
  let columns: [ImportColumn]
  /// Columns of which one of each group must be there: without it a row is about nothing.
  let needed: [[String]]
  /// Heads of the same list as it is shown or exported, which say nothing that could be taken in.
  var passedOver: Set<String> = []
  /// What a row has before its cells.
  var blank = Wire.ImportRow()
}

/// One kind of things that tables tell of.
protocol ImportRows: Sendable {
  static var table: ImportTable { get }
  /// What stands in such a table.
  static var called: String { get }
}

private let expert = ImportMessage(name: "expert", message: \.expert)
private let organisation = ImportMessage(name: "organisation", message: \.organisation)
private let interest = ImportMessage(name: "interest", message: \.interest)
private let named = ImportMessage(name: "named", message: \.named)
private let absence = ImportMessage(name: "absence", message: \.absence)
private let audit = ImportMessage(name: "audit", message: \.audit)

enum ExpertRows: ImportRows {
  static let called = "experts"
  static let table = ImportTable(
    columns: [
      expert.naming("id", field: \.id),
      expert.text("name", field: \.name),
      expert.text("email", field: \.email),
      expert.text("country", field: \.country),
      expert.skills("languages", field: \.languages),
      expert.list("accredited", "labels", field: \.accredited),
      expert.list("lead", field: \.lead),
      expert.list("sectors", field: \.sectors),
      expert.number("max_audits", "max", field: \.maxAudits),
      expert.number("opening_load", field: \.openingLoad),
    ], needed: [["id"]],
    blank: .with { $0.expert = .with { $0.maxAudits = ExpertFields.usualAudits } })
}

enum OrganisationRows: ImportRows {
  static let called = "clusters and other organisations"
  static let table = ImportTable(
    columns: [
      organisation.naming("id", field: \.id),
      organisation.text("name", field: \.name),
      organisation.text("language", field: \.language),
      organisation.text("country", field: \.country),
      organisation.id("group", field: \.group),
      organisation.text("group_source", field: \.groupSource),
      organisation.day("group_date", field: \.groupDate),
      organisation.flag("cluster", field: \.cluster),
      organisation.list("members", field: \.members),
      organisation.list("domains", field: \.domains),
      organisation.identifiers("identifiers", field: \.identifiers),
    ], needed: [["id"]], passedOver: ["size"],
    blank: .with { $0.organisation = .init() })
}

enum InterestRows: ImportRows {
  static let called = "interests"
  static let table = ImportTable(
    columns: [
      interest.naming("id", field: \.id),
      interest.id("expert", field: \.expert),
      // A file may have ids of some organisations and names of others.
      interest.id("organisation", field: \.organisation, isOptional: true),
      named.text("name", "organisation name", field: \.name, isNaming: true, isOptional: true),
      named.text(
        "country", "organisation country", field: \.country, isNaming: true, isOptional: true),
      interest.text("kind", field: \.kind),
      interest.day("until", field: \.until, none: "still running"),
    ], needed: [["expert"], ["organisation", "organisation name"], ["kind"]],
    blank: .with { $0.interest = .init() })
}

enum AbsenceRows: ImportRows {
  static let called = "absences"
  static let table = ImportTable(
    columns: [
      absence.naming("id", field: \.id),
      absence.id("expert", field: \.expert),
      absence.day("first_day", "first", "from", field: \.firstDay),
      absence.day("last_day", "last", "to", field: \.lastDay),
    ], needed: [["expert"], ["first_day"], ["last_day"]],
    blank: .with { $0.absence = .init() })
}

enum AuditRows: ImportRows {
  static let called = "requests for audits"
  static let table = ImportTable(
    columns: [
      audit.naming("id", field: \.id),
      audit.text("reference", field: \.reference, isNaming: true),
      audit.id("cluster", field: \.cluster),
      audit.text("country", "in", field: \.country),
      audit.text("label", field: \.label),
      audit.list("languages", field: \.languages),
      audit.list("members", field: \.members),
      audit.list("sectors", field: \.sectors),
      audit.day("earliest", field: \.earliest),
      audit.day("latest", field: \.latest),
      audit.day("preferred", field: \.preferred),
      audit.number("priority", field: \.priority),
      audit.list("objections", field: \.objections),
      audit.flag("renewal", field: \.renewal),
      audit.flag("remote", field: \.remote),
      contactColumn("contact name", \.name),
      contactColumn("contact email", \.email),
    ], needed: [["id", "reference"]], passedOver: ["state", "from", "to", "experts"],
    blank: .with { $0.audit = .init() })

  private static func contactColumn(
    _ head: String, _ field: WritableKeyPath<Wire.Contact, String> & Sendable
  ) -> ImportColumn {
    ImportColumn(heads: [head], place: "audit.\(head.bareHead)", masked: "contact") { row, cell in
      var contact = row.audit?.contact ?? Wire.Contact()
      contact[keyPath: field] = cell
      row.audit?.contact = contact
      return nil
    }
  }
}
