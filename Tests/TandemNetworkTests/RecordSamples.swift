import Foundation
import TandemJournal
import TandemMatching
import TandemModel

@testable import TandemNetwork

/// Networks whose decisions are exported.
enum RecordSample {
  static let note = "the cluster asked for E2"
  static let reasons = ["nobody else is free", "E2 fell ill", "it is needed no more"]
  static let ada = Person(name: "Ada Byron", email: "ada@example.org")
  static let grace = Person(name: "Grace Hopper", email: "grace@example.org")

  /// Two audits, A decided for under a waiver and with a note and taken back, B decided for under
  /// another policy.
  static func network(_ journal: any Journal = MemoryJournal()) async throws -> Network {
    let network = try await SmallProblem().network(journal)
    try await network.run(.createExpert(SmallProblem.expert("E6", "AT", lead: true), ada))
    let entry = try network.snapshot.state.audit("A")
    try await network.run(.updateAudit(entry.audit, contact: grace, readAt: entry.revision))
    let waiver = Waiver.expert(.interest, "E1")
    let interest = Interest(expert: "E1", organisation: "M", kind: "employment", until: nil)
    try await network.run(.createInterest("I1", interest))
    try await network.run(
      .grantWaiver("A", waiver, until: day("2027-06-30"), reason: reasons[0]), by: "clara")
    try await network.run(.assignPanel("A", SmallProblem.choice, note: note), by: "clara")
    try await network.updatePolicy { $0.restDays = 2 }
    try await network.run(.assignPanel("B", nil, note: ""))
    try await network.run(.unassignPanel("A", reason: reasons[1]))
    try await network.run(.revokeWaiver("A", waiver, reason: reasons[2]))
    return network
  }

  /// As few records as give a waiver and a decision with a note.
  static func small(_ journal: any Journal = MemoryJournal()) async throws -> Network {
    let network = try Sample.network(journal)
    let expert = Expert(
      id: "E1", country: "DE", languages: ["de": .c2], accredited: ["bronze"], lead: [],
      sectors: [], maxAudits: 1, priorLoad: 0)
    let audit = Audit(
      id: "A", cluster: "C", country: "DE", label: "bronze", languages: ["de"], members: [],
      sectors: [], window: day("2027-03-01")...day("2027-03-02"), priority: 1)
    let waiver = Waiver.expert(.homeCountry, "E1")
    let choice = PanelChoice(experts: ["E1"], start: day("2027-03-02"))
    let commands: [Command] = [
      .createExpert(expert, Person()), .submitAudit(audit, contact: Person()), .admitAudit("A"),
      .grantWaiver("A", waiver, until: day("2027-12-31"), reason: "r"),
      .assignPanel("A", choice, note: "n"),
    ]
    for (number, command) in commands.enumerated() {
      try await network.run(command, as: "\(number)", by: "a")
    }
    return network
  }

  static func file(_ network: Network, of audit: AuditID? = nil) throws -> [UInt8] {
    try network.recordFile(of: audit, through: network.snapshot)
  }

  /// The decisions that a file holds.
  static func decisions(_ file: [UInt8]) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(file)) as? [String: Any]
    return json?["decisions"] as? [[String: Any]] ?? []
  }

  /// The problem as it was known at a decision.
  static func problem(_ decision: [String: Any]) throws -> Problem? {
    try decision["problem"].map {
      try ProblemFile.read(Array(try JSONSerialization.data(withJSONObject: $0))).problem
    }
  }
}

/// What a check of a file says; nil when it finds nothing.
struct RecordVerdict: Sendable {
  let error: any Error

  init?(of bytes: [UInt8], expecting head: Head? = nil) {
    do {
      _ = try RecordCheck.check(bytes, expecting: head)
      return nil
    } catch {
      self.error = error
    }
  }

  /// Whether it says where: at a place, a byte, a revision, a field of the whole, or the end.
  var isNamed: Bool {
    switch error {
    case let faults as Faults:
      !faults.faults.isEmpty
        && faults.faults.allSatisfy { fault in
          !fault.place.isEmpty
            || ["byte", "line", "is the field", "ends"].contains { fault.reason.contains($0) }
        }
    case JournalError.damaged(let revision, _): revision != nil
    case let error as JournalError: error.description.contains("revision")
    default: false
    }
  }
}
