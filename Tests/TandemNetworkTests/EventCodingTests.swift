import TandemJournal
import TandemModel
import TandemNames
import Testing

@testable import TandemNetwork

/// Events as they are stored: readable, versioned, and sealed where they are personal.
@Suite struct EventCodingTests {
  static let person = Person(name: "Zoë \"Zo\" O'Neill 😀", email: "zoe@example.org")
  static let audit = Audit(
    id: "A1", cluster: "C", country: "DE", label: "gold", languages: ["de", "en"],
    members: ["M1", "M2"], sectors: ["photonics"], window: day("2023-01-09")...day("2023-03-31"),
    priority: 5, objections: ["E1"], recusals: ["E2"], bids: ["E3": 0],
    preferred: day("2023-02-14"), renewal: true, remote: true,
    waivers: [
      .expert(.interest, "E7"), .pair(.related, "E3", "E9"), .panel(.noLead), .window(days: 5),
    ])

  static let all: [Event] =
    [
      .expertSet(Sample.expert("E1"), person, openingDay: day("2022-11-15")),
      .expertSet(Sample.expert("E2"), Person(), openingDay: day("2022-11-15")),
      .expertRetired("E1"), .interestsDeclared("E1", on: day("2023-01-10")),
      .bidPlaced("A1", "E1", 0),
      .expertDoubtFound(pair("E2", "E1"), reason: "the same e-mail address", likeness: 95),
      .expertsDistinguished(pair("E2", "E3"), reason: "Zoe says so"),
      .expertMerged("E2", into: "E4", reason: "Zoe says so"),
      .organisationSet(
        Organisation(
          id: "O",
          names: [
            OrganisationName(checked: "Ünï \\ \"x\"", language: "de"),
            OrganisationName(checked: "Uni X"),
          ],
          formerNames: [OrganisationName(checked: "Old")], country: "DE",
          identifiers: [
            Identifier(checked: .vat, country: "AT", value: "U12345678"),
            Identifier(checked: .lei, country: nil, value: "529900T8BM49AURSDO55"),
          ],
          domains: [WebDomain(checked: "uni-x.de")], group: "G", groupSource: "annual report",
          groupDate: day("2021-12-31"), isCluster: true, members: ["M"])),
      .doubtFound(
        pair("O", "P"), reason: "'X' is inside 'Uni X'", likeness: 87),
      .organisationsDistinguished(pair("P", "O"), reason: "asked both"),
      .organisationMerged("P", into: "O", reason: "one seat"),
      .organisationSplit("P", reason: ""),
      .interestNamed(
        "I1", ResolvedName(name: "Uni X", organisation: "O", outcome: .linked, reason: "same name")),
      .membersNamed(
        "A1",
        [
          ResolvedName(name: "New", organisation: "P", outcome: .new),
          ResolvedName(name: "Un X", organisation: "O", outcome: .doubt, reason: "O: similar"),
        ]),
      .organisationSet(Organisation(id: "P")), .organisationDeleted("O"),
      .interestSet(
        "I1",
        Interest(expert: "E1", organisation: "O", kind: "family", until: day("2020-02-29"))),
      .interestSet("I2", Interest(expert: "E1", organisation: "O", kind: "employment")),
      .interestDeleted("I1"), .relationDeleted("P1"),
      .absenceSet("U1", Absence(expert: "E1", days: day("2023-01-01")...day("2023-01-02"))),
      .absenceDeleted("U1"), .policySet(.standard, note: "a new year"),
      .policySet(.standard, note: ""),
      .travelSet([TravelLeg(home: "AT", country: "DE", units: 3)]),
      .closuresSet("DE", [day("2023-05-01"), day("2023-01-01")]), .closuresSet("AT", []),
      .auditHeld(HeldAudit(cluster: "C", date: day("2019-09-24"), experts: ["E1", "E2"])),
      .auditSubmitted(audit, contact: person),
      .auditSubmitted(audit, contact: Person(), reference: "2022-17"),
      .auditUpdated(audit, contact: Person()),
      .auditAdmitted("A1"), .auditWithdrawn("A1", reason: "not ready"),
      .panelAssigned(
        "A1",
        Assignment(
          start: day("2023-02-08"), experts: ["E1", "E2"], pinned: true, current: false)),
      .panelAssigned(
        "A2",
        Assignment(
          start: day("2023-02-08"), experts: ["E1", "E2"], pinned: false, current: false,
          selection: Selection(
            on: day("2022-11-15"), cost: 20,
            best: RankedChoice(experts: ["E3", "E4"], start: day("2023-02-09"), cost: 13),
            note: "E3 asked for another week"))),
      .waiverGranted("A1", .window(days: 3), until: day("2023-01-31"), reason: "a fair"),
      .waiverGranted(
        "A1", .pair(.related, "E1", "E2"), until: day("2023-01-31"), reason: "nobody else"),
      .waiverRevoked("A1", .expert(.interest, "E1"), reason: "sold"),
      .panelUnassigned("A1", reason: "E1 is ill", experts: ["E1", "E2"]), .panelPinned("A1"),
      .panelUnpinned("A1"), .panelAnnounced("A1", on: day("2023-01-10")),
      .expertsInvited("A1", on: day("2023-01-18")),
      .invitationAccepted("A1", "E1", Scheme.standard.declaration),
      .expertExcluded("A1", "E2", Exclusion(cause: .busy, reason: "E2 moves house")),
      .panelHeld("A1"),
      .reportFiled(
        "A1", "E1", AuditReport(recommended: true, scores: ["structure": 85], note: "sound")),
      .auditDecided("A1", awarded: true, reason: "both agree"),
      .auditCancelled("A2", reason: "merged"),
      .labelAwarded(
        AwardedLabel(
          cluster: "C", label: "gold", awarded: day("2023-02-01"), until: day("2025-02-28"),
          audit: "A1")),
    ] + [Relation("E2", "E1")].compactMap { $0.map { .relationSet("P1", $0) } }

  @Test("every kind of event is read as it was written")
  func roundTrip() throws {
    var sealing = Sealing([])
    var random = SeededGenerator(seed: 3)
    let record = try Self.record(EventCoding.encode(Self.all, &sealing, using: &random))
    #expect(try EventCoding.decode(record, sealing) == Self.all)
    let kinds = Set(Self.all.map(\.kind.rawValue))
    #expect(kinds.count == 44, "one of every kind: \(kinds.sorted())")
  }

  @Test("nothing personal stands in the clear, and losing the key loses it and nothing else")
  func sealed() throws {
    var sealing = Sealing([])
    var random = SeededGenerator(seed: 4)
    let bytes = try EventCoding.encode(Self.all, &sealing, using: &random)
    let text = String(decoding: bytes, as: UTF8.self)
    for personal in ["Zo", "zoe@", "not ready", "is ill"] { #expect(!text.contains(personal)) }
    let keys = sealing.takeNewKeys().filter { $0.subject != "expert/E1" }
    let events = try EventCoding.decode(try Self.record(bytes), Sealing(keys))
    #expect(events[0] == .expertSet(Sample.expert("E1"), Person(), openingDay: day("2022-11-15")))
    #expect(events.contains(.panelUnassigned("A1", reason: "", experts: ["E1", "E2"])))
    #expect(events.contains(.auditWithdrawn("A1", reason: "not ready")))
    #expect(events.contains(.auditSubmitted(Self.audit, contact: Self.person)))
  }

  @Test("a sealed text that was changed is damage, named by its revision")
  func tampered() throws {
    var sealing = Sealing([])
    var random = SeededGenerator(seed: 5)
    let bytes = try EventCoding.encode([Self.all[0]], &sealing, using: &random)
    var text = String(decoding: bytes, as: UTF8.self)
    let place = try #require(text.range(of: "\"sealed\":\"")).upperBound
    let other: Character = text[place] == "A" ? "B" : "A"
    text.replaceSubrange(place...place, with: String(other))
    let record = try Self.record(Array(text.utf8))
    #expect { try EventCoding.decode(record, sealing) } throws: { error in
      if case JournalError.damaged(revision: 1, _) = error { true } else { false }
    }
  }

  @Test(
    "an unknown version or kind of event is newer than the program",
    arguments: [
      "{\"version\":2,\"events\":[]}", "{\"version\":1,\"events\":[{\"event\":\"invented\"}]}",
    ])
  func unknown(text: String) throws {
    let record = try Self.record(Array(text.utf8))
    #expect { try EventCoding.decode(record, Sealing([])) } throws: { error in
      if case JournalError.newer = error { true } else { false }
    }
  }

  private static func record(_ events: [UInt8]) throws -> Record {
    try Record(
      after: .genesis, time: 0, actor: "a", requestID: "r", requestDigest: Hash(of: []),
      policyVersion: 1, events: events)
  }
}
