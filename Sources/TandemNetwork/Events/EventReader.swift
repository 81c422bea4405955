import TandemJournal
import TandemMatching
import TandemModel

/// Reads the fields of an event's JSON object; what is wrong is noted in the log.
struct EventReader {
  let log: FaultLog
  let sealing: Sealing

  func event(_ kind: Event.Kind, _ fields: Field.Object) -> Event? {
    switch kind {
    case .expertSet:
      expert(fields["expert"]).flatMap { expert in
        fields["opening_day"].word().map {
          .expertSet(expert, person(fields["person"]), openingDay: $0)
        }
      }
    case .expertRetired: fields["expert"].word().map { .expertRetired($0) }
    case .interestsDeclared:
      fields["expert"].word().flatMap { expert in
        fields["on"].word().map { .interestsDeclared(expert, on: $0) }
      }
    case .organisationSet: Organisation(fields["organisation"]).map { .organisationSet($0) }
    case .organisationDeleted: fields["organisation"].word().map { .organisationDeleted($0) }
    case .expertDoubtFound:
      pair(fields["experts"], "two experts").flatMap { pair in
        fields["likeness"].whole(0...100).map {
          .expertDoubtFound(pair, reason: fields["reason"].text() ?? "", likeness: $0)
        }
      }
    case .expertsDistinguished:
      pair(fields["experts"], "two experts").map {
        .expertsDistinguished($0, reason: text(fields["reason"]))
      }
    case .expertMerged:
      fields["expert"].word().flatMap { id in
        fields["into"].word().map {
          .expertMerged(id, into: $0, reason: text(fields["reason"]))
        }
      }
    case .doubtFound:
      pair(fields["organisations"], "two organisations").flatMap { pair in
        fields["likeness"].whole(0...100).map {
          .doubtFound(pair, reason: fields["reason"].text() ?? "", likeness: $0)
        }
      }
    case .organisationsDistinguished:
      pair(fields["organisations"], "two organisations").map {
        .organisationsDistinguished($0, reason: text(fields["reason"]))
      }
    case .organisationMerged:
      fields["organisation"].word().flatMap { id in
        fields["into"].word().map {
          .organisationMerged(id, into: $0, reason: text(fields["reason"]))
        }
      }
    case .organisationSplit:
      fields["organisation"].word().map { .organisationSplit($0, reason: text(fields["reason"])) }
    case .interestNamed: named(fields, name(fields["name"])) { .interestNamed($0, $1) }
    case .membersNamed:
      fields["audit"].word().map { .membersNamed($0, fields["names"].list(name)) }
    case .interestSet: named(fields, rows.interest(fields["interest"])) { .interestSet($0, $1) }
    case .interestDeleted: fields["id"].word().map { .interestDeleted($0) }
    case .relationSet: named(fields, rows.relation(fields["experts"])) { .relationSet($0, $1) }
    case .relationDeleted: fields["id"].word().map { .relationDeleted($0) }
    case .absenceSet: named(fields, absence(fields)) { .absenceSet($0, $1) }
    case .absenceDeleted: fields["id"].word().map { .absenceDeleted($0) }
    case .policySet:
      rows.policy(fields["policy"]).map { .policySet($0, note: text(fields["note"])) }
    case .travelSet: .travelSet(fields["legs"].list(leg))
    case .closuresSet:
      fields["country"].word().map { .closuresSet($0, Set(fields["days"].list { $0.word() })) }
    case .auditHeld: rows.heldAudit(fields["held"]).map { .auditHeld($0) }
    case .auditSubmitted:
      audit(fields["audit"]).map {
        .auditSubmitted(
          $0, contact: person(fields["contact"]),
          reference: fields["reference"].orNull { $0.word() })
      }
    case .auditUpdated:
      audit(fields["audit"]).map { .auditUpdated($0, contact: person(fields["contact"])) }
    case .auditAdmitted: fields["audit"].word().map { .auditAdmitted($0) }
    case .bidPlaced:
      seat(fields).flatMap { id, expert in
        fields["bid"].whole(0...3).map { .bidPlaced(id, expert, $0) }
      }
    case .auditWithdrawn:
      fields["audit"].word().map { .auditWithdrawn($0, reason: text(fields["reason"])) }
    case .panelAssigned: panel(fields)
    case .panelUnassigned:
      fields["audit"].word().map {
        .panelUnassigned($0, reason: text(fields["reason"]), experts: experts(fields))
      }
    case .panelPinned: fields["audit"].word().map { .panelPinned($0) }
    case .panelUnpinned: fields["audit"].word().map { .panelUnpinned($0) }
    case .panelAnnounced: dated(fields) { .panelAnnounced($0, on: $1) }
    case .expertsInvited: dated(fields) { .expertsInvited($0, on: $1) }
    case .invitationAccepted:
      seat(fields).flatMap { id, expert in
        Declaration(fields["declaration"]).map { .invitationAccepted(id, expert, $0) }
      }
    case .expertExcluded:
      seat(fields).flatMap { id, expert in
        fields["cause"].word().map {
          .expertExcluded(
            id, expert, Exclusion(cause: $0, reason: text(fields["reason"])))
        }
      }
    case .panelHeld: fields["audit"].word().map { .panelHeld($0) }
    case .reportFiled: seat(fields).map { .reportFiled($0, $1, report(fields["report"])) }
    case .auditDecided:
      fields["audit"].word().flatMap { id in
        fields["awarded"].boolean().map {
          .auditDecided(id, awarded: $0, reason: text(fields["reason"]))
        }
      }
    case .auditCancelled:
      fields["audit"].word().map { .auditCancelled($0, reason: text(fields["reason"])) }
    case .labelAwarded: award(fields).map { .labelAwarded($0) }
    case .planPublished: plan(fields).map { .planPublished($0) }
    case .waiverGranted:
      waiver(fields).flatMap { audit, waiver in
        fields["until"].word().map {
          .waiverGranted(audit, waiver, until: $0, reason: text(fields["reason"]))
        }
      }
    case .tokenCreated: token(fields).map { .tokenCreated($0) }
    case .tokenRotated:
      secret(fields).map { .tokenRotated($0.token, $0.hash, until: $0.until) }
    case .tokenRevoked: fields["token"].word().map { .tokenRevoked($0) }
    case .waiverRevoked:
      waiver(fields).map { .waiverRevoked($0, $1, reason: text(fields["reason"])) }
    }
  }

  // MARK: Parts

  /// Reads rows as files have them; what they refer to is not looked up.
  private var rows: ProblemReader { ProblemReader(.null, log: log) }

  private func expert(_ field: Field) -> Expert? {
    var rows = rows
    var others: Set<ExpertID> = []
    return rows.expert(field, besides: &others)
  }

  private func audit(_ field: Field) -> Audit? {
    var rows = rows
    var others: Set<AuditID> = []
    return rows.audit(field, besides: &others)
  }

  private func pair<Subject>(_ field: Field, _ expected: String) -> Pair<Subject>? {
    guard let (first, second) = field.pair(expected),
      let one: ID<Subject> = first.word(), let other: ID<Subject> = second.word()
    else { return nil }
    let pair = Pair(one, other)
    if pair == nil { field.refuse("is one twice: expected \(expected)") }
    return pair
  }

  private func name(_ field: Field) -> ResolvedName? {
    guard let fields = field.object(), let name = fields["name"].text(),
      let organisation: OrganisationID = fields["organisation"].word(),
      let word = fields["outcome"].text()
    else { return nil }
    guard let outcome = ResolvedName.Outcome(rawValue: word) else {
      fields["outcome"].refuse("is no outcome")
      return nil
    }
    return ResolvedName(
      name: name, organisation: organisation, outcome: outcome,
      reason: fields["reason"].orNull { $0.text() } ?? "")
  }

  private func absence(_ fields: Field.Object) -> Absence? {
    guard let expert: ExpertID = fields["expert"].word(), let days = rows.absence(fields["days"])
    else { return nil }
    return Absence(expert: expert, days: days)
  }

  private func leg(_ field: Field) -> TravelLeg? {
    guard let parts = field.elements(), parts.count == 3, let home: Country = parts[0].word(),
      let country: Country = parts[1].word(), let units = parts[2].whole(0...1_000_000)
    else { return nil }
    return TravelLeg(home: home, country: country, units: units)
  }

  private func panel(_ fields: Field.Object) -> Event? {
    guard let audit: AuditID = fields["audit"].word(), let start: Day = fields["start"].word(),
      let pinned = fields["pinned"].boolean(), let current = fields["current"].boolean()
    else { return nil }
    let assignment = Assignment(
      start: start, experts: experts(fields), pinned: pinned, current: current,
      selection: fields["selection"].orNull(selection))
    return .panelAssigned(audit, assignment)
  }

  private func selection(_ field: Field) -> Selection? {
    guard let fields = field.object(), let on: Day = fields["on"].word(),
      let cost = fields["cost"].whole(0...Int.max)
    else { return nil }
    return Selection(
      on: on, cost: cost, best: fields["best"].orNull(choice), note: text(fields["note"]))
  }

  private func choice(_ field: Field) -> RankedChoice? {
    guard let fields = field.object(), let start: Day = fields["start"].word(),
      let cost = fields["cost"].whole(0...Int.max)
    else { return nil }
    return RankedChoice(experts: experts(fields), start: start, cost: cost)
  }

  private func award(_ fields: Field.Object) -> AwardedLabel? {
    guard let cluster: OrganisationID = fields["cluster"].word(),
      let label: Label = fields["label"].word(), let awarded: Day = fields["awarded"].word(),
      let until: Day = fields["until"].word()
    else { return nil }
    return AwardedLabel(
      cluster: cluster, label: label, awarded: awarded, until: until,
      audit: fields["audit"].orNull { $0.word() })
  }

  private func dated(_ fields: Field.Object, _ event: (AuditID, Day) -> Event) -> Event? {
    guard let audit: AuditID = fields["audit"].word(), let day: Day = fields["on"].word() else {
      return nil
    }
    return event(audit, day)
  }

  private func seat(_ fields: Field.Object) -> (AuditID, ExpertID)? {
    guard let audit: AuditID = fields["audit"].word(),
      let expert: ExpertID = fields["expert"].word()
    else { return nil }
    return (audit, expert)
  }

  private func token(_ fields: Field.Object) -> AccessToken? {
    guard let grant = grant(fields), let secret = secret(fields) else { return nil }
    return AccessToken(
      id: secret.token, grant: grant, secretHash: secret.hash, until: secret.until)
  }

  private func secret(_ fields: Field.Object) -> (token: TokenID, hash: Hash, until: Day)? {
    guard let token: TokenID = fields["token"].word(), let text = fields["secret_hash"].text(),
      let until: Day = fields["until"].word()
    else { return nil }
    guard let hash = Hash(hex: text) else {
      fields["secret_hash"].refuse("is not 64 hexadecimal digits")
      return nil
    }
    return (token, hash, until)
  }

  private func grant(_ fields: Field.Object) -> Grant? {
    switch fields["role"].text() {
    case "coordinator": return .coordinator
    case "observer": return .observer
    case "expert": return fields["expert"].word().map { .expert($0) }
    case "partner": return .partner(Set(fields["clusters"].list { $0.word() }))
    default:
      fields["role"].refuse("is no role")
      return nil
    }
  }

  private func plan(_ fields: Field.Object) -> PublishedPlan? {
    var panels: [AuditID: CurrentPanel] = [:]
    for case (let audit, let panel)? in fields["panels"].list(plannedPanel) {
      panels[audit] = panel
    }
    guard let madeFrom = fields["made_from"].whole(0...Int.max), let on: Day = fields["on"].word(),
      let repair = fields["repair"].boolean(), let objective = Objective(fields["objective"])
    else { return nil }
    return PublishedPlan(
      madeFrom: madeFrom, on: on,
      scope: PlanScope(audits: Set(fields["audits"].list { $0.word() }), repair: repair),
      panels: panels, unfilled: Set(fields["unfilled"].list { $0.word() }), objective: objective,
      certificate: fields["certificate"].orNull { $0.text() }.map { Array($0.utf8) })
  }

  private func plannedPanel(_ field: Field) -> (AuditID, CurrentPanel)? {
    guard let fields = field.object(), let audit: AuditID = fields["audit"].word(),
      let start: Day = fields["start"].word(), let pinned = fields["pinned"].boolean()
    else { return nil }
    return (audit, CurrentPanel(start: start, experts: experts(fields), pinned: pinned))
  }

  private func waiver(_ fields: Field.Object) -> (AuditID, Waiver)? {
    guard let audit: AuditID = fields["audit"].word(), let waiver = rows.waiver(fields["waiver"])
    else { return nil }
    return (audit, waiver)
  }

  private func experts(_ fields: Field.Object) -> Set<ExpertID> {
    Set(fields["experts"].list { $0.word() })
  }

  private func named<Subject, Value>(
    _ fields: Field.Object, _ value: Value?, _ event: (ID<Subject>, Value) -> Event
  ) -> Event? {
    guard let id: ID<Subject> = fields["id"].word(), let value else { return nil }
    return event(id, value)
  }

  // MARK: What is sealed

  /// Nobody where nothing was given or the person was erased.
  private func person(_ field: Field) -> Person {
    guard field.value != nil else { return Person() }
    let sealed = text(field)
    guard !sealed.isEmpty else { return Person() }
    guard let json = JSONParser.parse(Array(sealed.utf8), log: log),
      let fields = Field(top: json, log: log).object()
    else { return Person() }
    return Person(name: fields["name"].text() ?? "", email: fields["email"].text() ?? "")
  }

  /// Empty where one whom the text is about was erased.
  func text(_ field: Field) -> String {
    guard field.value != nil, let box = field.object(), let bytes = box["sealed"].text() else {
      return ""
    }
    let subjects = box["about"].list { $0.text() }
    do {
      return try sealing.open(Sealing.Box(subjects: subjects, bytes: bytes)) ?? ""
    } catch {
      field.refuse("does not open with the keys of \(subjects.joined(separator: ", "))")
      return ""
    }
  }
}
