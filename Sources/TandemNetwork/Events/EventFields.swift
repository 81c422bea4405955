import TandemMatching
import TandemModel

/// The fields of an event's JSON object.
enum EventFields {
  /// Seals a text about some subjects.
  typealias Seal = (_ text: String, _ subjects: [String]) throws -> JSON

  static func of(_ event: Event, sealing seal: Seal) throws -> [JSON.Member] {
    switch event {
    case .expertSet(let expert, let person, let openingDay):
      [
        .init("expert", expert.json(unavailable: [])), .init("opening_day", JSON(openingDay)),
      ] + (try field("person", person, about: .person(of: expert.id), seal))
    case .expertRetired(let id): [.init("expert", JSON(id))]
    case .interestsDeclared(let id, let day): [.init("expert", JSON(id)), .init("on", JSON(day))]
    case .expertDoubtFound(let pair, let reason, let likeness):
      [
        .init("experts", json(pair)), .init("reason", .text(reason)),
        .init("likeness", .whole(likeness)),
      ]
    case .expertsDistinguished(let pair, let reason):
      [.init("experts", json(pair))] + (try sealed("reason", reason, about: pair, seal))
    case .expertMerged(let id, let into, let reason):
      [.init("expert", JSON(id)), .init("into", JSON(into))]
        + (try sealed("reason", reason, about: ExpertPair(id, into), seal))
    case .organisationSet(let organisation): [.init("organisation", organisation.json)]
    case .organisationDeleted(let id): [.init("organisation", JSON(id))]
    case .doubtFound(let pair, let reason, let likeness):
      [
        .init("organisations", json(pair)), .init("reason", .text(reason)),
        .init("likeness", .whole(likeness)),
      ]
    case .organisationsDistinguished(let pair, let reason):
      [.init("organisations", json(pair))]
        + (try sealed("reason", reason, about: [.organisations], seal))
    case .organisationMerged(let id, let into, let reason):
      [.init("organisation", JSON(id)), .init("into", JSON(into))]
        + (try sealed("reason", reason, about: [.organisations], seal))
    case .organisationSplit(let id, let reason):
      [.init("organisation", JSON(id))]
        + (try sealed("reason", reason, about: [.organisations], seal))
    case .interestNamed(let id, let name): [.init("id", JSON(id)), .init("name", json(name))]
    case .membersNamed(let id, let names):
      [.init("audit", JSON(id)), .init("names", .list(names.map { json($0) }))]
    case .interestSet(let id, let interest):
      [.init("id", JSON(id)), .init("interest", interest.json)]
    case .interestDeleted(let id): [.init("id", JSON(id))]
    case .relationSet(let id, let relation):
      [
        .init("id", JSON(id)),
        .init("experts", .list([JSON(relation.one), JSON(relation.other)])),
      ]
    case .relationDeleted(let id): [.init("id", JSON(id))]
    case .absenceSet(let id, let absence):
      [
        .init("id", JSON(id)), .init("expert", JSON(absence.expert)),
        .init("days", .list([JSON(absence.days.lowerBound), JSON(absence.days.upperBound)])),
      ]
    case .absenceDeleted(let id): [.init("id", JSON(id))]
    case .policySet(let policy, let note):
      [.init("policy", policy.json)] + (try sealed("note", note, about: [.policy], seal))
    case .travelSet(let legs):
      [
        .init(
          "legs",
          .list(legs.map { .list([JSON($0.home), JSON($0.country), .whole($0.units)]) }))
      ]
    case .closuresSet(let country, let days):
      [.init("country", JSON(country)), .init("days", JSON(days))]
    case .auditHeld(let held): [.init("held", held.json)]
    case .auditSubmitted(let audit, let contact, let reference):
      try fields(of: audit, contact, seal)
        + (reference.map { [.init("reference", JSON($0))] } ?? [])
    case .auditUpdated(let audit, let contact): try fields(of: audit, contact, seal)
    case .auditAdmitted(let id), .panelPinned(let id), .panelUnpinned(let id):
      [.init("audit", JSON(id))]
    case .bidPlaced(let id, let expert, let bid):
      [.init("audit", JSON(id)), .init("expert", JSON(expert)), .init("bid", .whole(bid))]
    case .auditWithdrawn(let id, let reason):
      [
        .init("audit", JSON(id)),
        .init("reason", try seal(reason, [.contact(of: id)])),
      ]
    case .panelAssigned(let id, let panel):
      [
        .init("audit", JSON(id)), .init("start", JSON(panel.start)),
        .init("experts", JSON(panel.experts)), .init("pinned", .boolean(panel.pinned)),
        .init("current", .boolean(panel.current)),
      ] + (try selection(panel.selection, of: panel.experts, on: id, seal))
    case .panelUnassigned(let id, let reason, let experts):
      [
        .init("audit", JSON(id)), .init("experts", JSON(experts)),
        .init("reason", try seal(reason, subjects(of: experts, on: id))),
      ]
    case .panelAnnounced(let id, let day), .expertsInvited(let id, let day):
      [.init("audit", JSON(id)), .init("on", JSON(day))]
    case .invitationAccepted(let id, let expert, let declaration):
      [
        .init("audit", JSON(id)), .init("expert", JSON(expert)),
        .init("declaration", declaration.json),
      ]
    case .expertExcluded(let id, let expert, let exclusion):
      [
        .init("audit", JSON(id)), .init("expert", JSON(expert)),
        .init("cause", .text(exclusion.cause.rawValue)),
      ] + (try sealed("reason", exclusion.reason, about: [.person(of: expert)], seal))
    case .panelHeld(let id): [.init("audit", JSON(id))]
    case .reportFiled(let id, let expert, let report):
      [
        .init("audit", JSON(id)), .init("expert", JSON(expert)),
        .init(
          "report",
          try seal(String(decoding: report.json.line(), as: UTF8.self), [.person(of: expert)])),
      ]
    case .auditDecided(let id, let awarded, let reason):
      [.init("audit", JSON(id)), .init("awarded", .boolean(awarded))]
        + (try sealed("reason", reason, about: [.contact(of: id)], seal))
    case .auditCancelled(let id, let reason):
      [.init("audit", JSON(id))]
        + (try sealed("reason", reason, about: [.contact(of: id)], seal))
    case .labelAwarded(let award):
      [
        .init("cluster", JSON(award.cluster)), .init("label", .text(award.label.text)),
        .init("awarded", JSON(award.awarded)), .init("until", JSON(award.until)),
      ] + (award.audit.map { [.init("audit", JSON($0))] } ?? [])
    case .planPublished(let plan): fields(of: plan)
    case .waiverGranted(let id, let waiver, let until, let reason):
      [
        .init("audit", JSON(id)), .init("waiver", waiver.json), .init("until", JSON(until)),
        .init("reason", try seal(reason, subjects(of: Set(waiver.experts), on: id))),
      ]
    case .tokenCreated(let token): fields(of: token)
    case .tokenRotated(let id, let secretHash, let until):
      [
        .init("token", JSON(id)), .init("secret_hash", .text(secretHash.description)),
        .init("until", JSON(until)),
      ]
    case .tokenRevoked(let id): [.init("token", JSON(id))]
    case .waiverRevoked(let id, let waiver, let reason):
      [
        .init("audit", JSON(id)), .init("waiver", waiver.json),
        .init("reason", try seal(reason, subjects(of: Set(waiver.experts), on: id))),
      ]
    }
  }

  private static func fields(
    of audit: Audit, _ contact: Person, _ seal: Seal
  ) throws -> [JSON.Member] {
    [.init("audit", audit.json(current: nil))]
      + (try field("contact", contact, about: .contact(of: audit.id), seal))
  }

  private static func fields(of token: AccessToken) -> [JSON.Member] {
    var fields: [JSON.Member] = [
      .init("token", JSON(token.id)), .init("secret_hash", .text(token.secretHash.description)),
      .init("until", JSON(token.until)),
    ]
    switch token.grant {
    case .coordinator: fields.append(.init("role", .text("coordinator")))
    case .observer: fields.append(.init("role", .text("observer")))
    case .expert(let expert):
      fields += [.init("role", .text("expert")), .init("expert", JSON(expert))]
    case .partner(let clusters):
      fields += [.init("role", .text("partner")), .init("clusters", JSON(clusters))]
    }
    return fields
  }

  private static func fields(of plan: PublishedPlan) -> [JSON.Member] {
    var fields: [JSON.Member] = [
      .init("made_from", .whole(plan.madeFrom)), .init("on", JSON(plan.on)),
      .init("audits", JSON(plan.scope.audits)), .init("repair", .boolean(plan.scope.repair)),
      .init(
        "panels",
        .list(
          plan.panels.sorted { $0.key < $1.key }.map { audit, panel in
            .object([
              .init("audit", JSON(audit)), .init("start", JSON(panel.start)),
              .init("experts", JSON(panel.experts)), .init("pinned", .boolean(panel.pinned)),
            ])
          })),
      .init("unfilled", JSON(plan.unfilled)), .init("objective", plan.objective.json),
    ]
    if let certificate = plan.certificate {
      // As text: its proof may be nested deeper than a payload is.
      fields.append(.init("certificate", .text(String(decoding: certificate, as: UTF8.self))))
    }
    return fields
  }

  private static func selection(
    _ selection: Selection?, of experts: Set<ExpertID>, on audit: AuditID, _ seal: Seal
  ) throws -> [JSON.Member] {
    guard let selection else { return [] }
    var fields: [JSON.Member] = [
      .init("on", JSON(selection.on)), .init("cost", .whole(selection.cost)),
    ]
    if let best = selection.best {
      fields.append(.init("best", best.json))
    }
    fields += try sealed("note", selection.note, about: subjects(of: experts, on: audit), seal)
    return [.init("selection", .object(fields))]
  }

  /// Nothing for an empty text.
  private static func sealed(
    _ name: String, _ text: String, about subjects: [String], _ seal: Seal
  ) throws -> [JSON.Member] {
    text.isEmpty ? [] : [.init(name, try seal(text, subjects))]
  }

  private static func sealed(
    _ name: String, _ text: String, about pair: ExpertPair?, _ seal: Seal
  ) throws -> [JSON.Member] {
    let experts = pair.map { [$0.one, $0.other] } ?? []
    return try sealed(name, text, about: experts.map { .person(of: $0) }, seal)
  }

  /// Whom a text about a panel is about; an imported one may have no experts.
  private static func subjects(of experts: Set<ExpertID>, on audit: AuditID) -> [String] {
    experts.isEmpty ? [.contact(of: audit)] : experts.sorted().map { .person(of: $0) }
  }

  private static func field(
    _ name: String, _ person: Person, about subject: String, _ seal: Seal
  ) throws -> [JSON.Member] {
    guard person != Person() else { return [] }
    let text = JSON.object([
      .init("name", .text(person.name)), .init("email", .text(person.email)),
    ])
    return [.init(name, try seal(String(decoding: text.line(), as: UTF8.self), [subject]))]
  }

  private static func json<Subject>(_ pair: Pair<Subject>) -> JSON {
    .list([JSON(pair.one), JSON(pair.other)])
  }

  private static func json(_ name: ResolvedName) -> JSON {
    .object(
      [
        .init("name", .text(name.name)), .init("organisation", JSON(name.organisation)),
        .init("outcome", .text(name.outcome.rawValue)),
      ] + (name.reason.isEmpty ? [] : [.init("reason", .text(name.reason))]))
  }
}

extension RankedChoice {
  /// As events and records of decisions have it.
  var json: JSON {
    .object([
      .init("start", JSON(start)), .init("experts", JSON(experts)), .init("cost", .whole(cost)),
    ])
  }
}

extension String {
  /// Whose key seals what is personal about an expert.
  static func person(of expert: ExpertID) -> String { "expert/\(expert)" }
  /// The key of what is said about the policy, which is about nobody.
  static let policy = "policy"
  /// The key of what is said about which organisations are the same, which is about no person.
  static let organisations = "organisations"
  /// Whose key seals what is personal about an audit's contact at the cluster.
  static func contact(of audit: AuditID) -> String { "audit/\(audit)" }
}
