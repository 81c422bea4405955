import TandemModel
import TandemNames
import TandemNetwork
import TandemProtocol

/// The call that takes in the rows of a table.
enum ImportHandlers {
  static let mostRows = 10_000

  static func rows(
    _ request: Wire.ImportRowsRequest, _ call: Call
  ) async throws(Refusal) -> Wire.ImportRowsResponse {
    let rows = request.rows
    _ = try call.read { reader in
      if rows.isEmpty { reader.refuse("is empty", at: "rows") }
      return reader.distinct(rows, upTo: mostRows, at: "rows") { reader, row, place in
        let key = row.key
        if key == nil {
          reader.refuse(
            "expected one of expert, organisation, interest, absence and audit", at: place)
        }
        return key?.isEmpty == true ? nil : key
      }
    }
    let steps = rows.enumerated().map { number, row in
      Step(at: "rows[\(number)]") { state throws(Refusal) in
        try row.command(in: state, call)
      }
    }
    let outcome = try await call.write(request, .steps(steps))
    return call.answer(outcome) { $0.counts = counts(of: rows, outcome) }
  }

  private static func counts(of rows: [Wire.ImportRow], _ outcome: Outcome) -> [Wire.ImportCount] {
    let organisations = Set(rows.compactMap { $0.organisation?.id })
    let before = outcome.before
    var counts: [ImportKind: Wire.ImportCount] = [:]
    for case let kind? in rows.map(\.kind) {
      counts[kind, default: .with { $0.what = "\(kind)s" }].skipped += 1
    }
    for event in outcome.events {
      let (kind, isNew): (ImportKind, Bool)
      switch event {
      case .expertSet(let expert, _, _):
        (kind, isNew) = (.expert, before.experts[expert.id] == nil)
      // Others come by the names of interests.
      case .organisationSet(let organisation) where organisations.contains(organisation.id.text):
        (kind, isNew) = (.organisation, before.organisations[organisation.id] == nil)
      case .interestSet(let id, _): (kind, isNew) = (.interest, before.interests[id] == nil)
      case .absenceSet(let id, _): (kind, isNew) = (.absence, before.absences[id] == nil)
      case .auditSubmitted: (kind, isNew) = (.audit, true)
      case .auditUpdated: (kind, isNew) = (.audit, false)
      default: continue
      }
      counts[kind]?.added += isNew ? 1 : 0
      counts[kind]?.changed += isNew ? 0 : 1
      counts[kind]?.skipped -= 1
    }
    return ImportKind.allCases.compactMap { counts[$0] }
  }
}

/// What a row may be about.
private enum ImportKind: CaseIterable {
  case expert, organisation, interest, absence, audit
}

extension Wire.ImportRow {
  /// The kinds of what it is about and their ids; a row should have one.
  private var things: [(kind: ImportKind, id: String)] {
    [
      expert.map { (.expert, $0.id) }, organisation.map { (.organisation, $0.id) },
      interest.map { (.interest, $0.id) }, absence.map { (.absence, $0.id) },
      audit.map { (.audit, $0.id.isEmpty ? $0.reference : $0.id) },
    ].compactMap(\.self)
  }

  fileprivate var kind: ImportKind? { things.first?.kind }

  /// What no other row may be about; empty where it has no id. Nil unless it is about one thing.
  fileprivate var key: String? {
    guard things.count == 1, let (kind, id) = things.first else { return nil }
    return id.isEmpty ? "" : "\(kind) \(id)"
  }

  /// Nil when the thing is there and says the same.
  fileprivate func command(
    in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    if let expert { return try command(for: expert, in: state, call) }
    if let organisation { return try command(for: organisation, in: state, call) }
    if let interest { return try command(for: interest, in: state, call) }
    if let absence { return try command(for: absence, in: state, call) }
    if let audit { return try command(for: audit, in: state, call) }
    return nil
  }

  /// What is there with the fields that the row gives.
  private func updated<M: Message>(_ standing: M, from row: M) throws(Refusal) -> M {
    fields?.paths.isEmpty == false ? try standing.updated(from: row, fields) : standing
  }

  private func command(
    for wire: Wire.Expert, in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    let id: ExpertID = try call.read { $0.id(wire.id, at: "expert.id") }
    guard let entry = state.experts[id] else {
      let (expert, person) = try call.read { $0.expert(wire, at: "expert") }
      return .createExpert(expert, person)
    }
    let updated = try updated(Wire.Expert(entry), from: wire)
    let (expert, person) = try call.read { $0.expert(updated, at: "expert") }
    guard (expert, person) != (entry.expert, entry.person) else { return nil }
    return .updateExpert(expert, person, readAt: entry.revision)
  }

  private func command(
    for wire: Wire.Organisation, in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    let id: OrganisationID = try call.read { $0.id(wire.id, at: "organisation.id") }
    guard let entry = state.organisations[id] else {
      return .createOrganisation(try call.read { $0.organisation(wire, at: "organisation") })
    }
    let updated = try updated(Wire.Organisation(entry.value), from: wire)
    let organisation = try call.read { $0.organisation(updated, at: "organisation") }
    guard organisation != entry.value else { return nil }
    return .updateOrganisation(organisation, readAt: entry.revision)
  }

  private func command(
    for wire: Wire.Absence, in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    var wire = wire
    if wire.id.isEmpty {
      // Stands in until it is known what the row says.
      wire.id = "A"
      let (_, absence) = try call.read { [wire] in $0.absence(wire, at: "absence") }
      let isThere = state.absences(of: absence.expert).contains {
        state.absences[$0]?.value == absence
      }
      if isThere { return nil }
      let days = [absence.days.lowerBound, absence.days.upperBound].map(\.description)
      wire.id = Call.derivedID("A", absence.expert.text, days[0], days[1])
    }
    let id: AbsenceID = try call.read { [wire] in $0.id(wire.id, at: "absence.id") }
    guard let entry = state.absences[id] else {
      let (id, absence) = try call.read { [wire] in $0.absence(wire, at: "absence") }
      return .createAbsence(id, absence)
    }
    let updated = try updated(Wire.Absence(id, entry.value), from: wire)
    let (_, absence) = try call.read { $0.absence(updated, at: "absence") }
    return absence == entry.value ? nil : .updateAbsence(id, absence, readAt: entry.revision)
  }

  private func command(
    for wire: Wire.Interest, in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    var wire = wire
    if wire.id.isEmpty {
      wire.id = Call.derivedID("I", wire.expert, named?.name ?? wire.organisation, wire.kind)
      let expert: ExpertID = try call.read { [wire] in
        $0.id(wire.expert, at: "interest.expert")
      }
      let standing = state.interests(of: expert).sorted().first { id in
        guard let interest = state.interests[id]?.value, interest.kind.text == wire.kind else {
          return false
        }
        return named.map { $0.name == state.declarations[id]?.name }
          ?? (interest.organisation.text == wire.organisation)
      }
      if let standing { wire.id = standing.text }
    }
    let id: InterestID = try call.read { [wire] in $0.id(wire.id, at: "interest.id") }
    guard let entry = state.interests[id] else {
      return try call.read { [wire] in $0.declaration(wire, in: named, at: "named") }.2
    }
    if let named, named.name != state.declarations[id]?.name {
      let fault = Fault(
        at: "named.name",
        "the interest \(id) is in \(entry.value.organisation), which was not given by this name; "
          + "give the organisation's id")
      throw .invalid([fault])
    }
    let updated = try updated(Wire.Interest(id, entry.value), from: wire)
    let (_, interest) = try call.read { $0.interest(updated, at: "interest") }
    return interest == entry.value ? nil : .updateInterest(id, interest, readAt: entry.revision)
  }

  private func command(
    for wire: Wire.Audit, in state: NetworkState, _ call: Call
  ) throws(Refusal) -> Command? {
    var wire = wire
    let references = try call.read { [wire] reader in
      if wire.id.isEmpty, wire.reference.isEmpty {
        reader.refuse("is missing: give an id or a reference", at: "audit.id")
      }
      let name: ID<AuditReference>? = reader.optionalID(wire.reference, at: "audit.reference")
      return [name].compactMap { $0.map { AuditReference($0, of: call.actor) } }
    }
    let reference = references.first
    if wire.id.isEmpty {
      wire.id = (reference.flatMap(state.audit(called:)) ?? state.nextAuditID(on: call.today)).text
    }
    let id: AuditID = try call.read { [wire] in $0.id(wire.id, at: "audit.id") }
    guard let entry = state.audits[id] else {
      let (audit, contact) = try call.read { [wire] in $0.audit(wire, at: "audit") }
      return .submitAudit(audit, contact: contact, reference: reference)
    }
    let standing = Wire.Audit(entry.audit, contact: entry.contact, state: entry.state)
    let updated = try updated(standing, from: wire)
    let (audit, contact) = try call.read { $0.audit(updated, at: "audit") }
    guard (audit, contact) != (entry.audit, entry.contact) else { return nil }
    return .updateAudit(audit, contact: contact, readAt: entry.revision)
  }
}
