import Foundation
import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Events that nobody would think of are stored and read as well.
@Suite struct EventRandomTests {
  @Test("random events are read as they were written, from readable JSON", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    var random = RandomEvents(seed: seed)
    var sealing = Sealing([])
    var generator = SeededGenerator(seed: seed)
    let events = random.events(60)
    let bytes = try EventCoding.encode(events, &sealing, using: &generator)
    let record = try record(bytes)
    #expect(try EventCoding.decode(record, sealing) == events, "seed \(seed)")
    let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((json?["events"] as? [Any])?.count == 60, "seed \(seed)")

    let blind = try EventCoding.decode(record, Sealing([]))
    #expect(blind == events.map(\.withoutPersons), "without keys all but persons, seed \(seed)")
    let keys = sealing.takeNewKeys()
    #expect(Set(keys.map(\.subject)).count == keys.count, "one key each, seed \(seed)")
  }

  @Test("every way of cutting or changing a stored payload is refused or read, never trusted")
  func changed() throws {
    var random = RandomEvents(seed: 99)
    var sealing = Sealing([])
    var generator = SeededGenerator(seed: 99)
    let events = random.events(12)
    let bytes = try EventCoding.encode(events, &sealing, using: &generator)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] = UInt8(ascii: "}")
      guard let record = try? record(changed) else { continue }
      do {
        _ = try EventCoding.decode(record, sealing)
      } catch JournalError.damaged(revision: 1, _), JournalError.newer {
      } catch {
        Issue.record("byte \(place): \(error)")
      }
    }
  }

  @Test("a reason about nobody is sealed with the key of the audit's contact")
  func nobody() throws {
    var sealing = Sealing([])
    var generator = SeededGenerator(seed: 1)
    let event = Event.panelUnassigned("A", reason: "secret", experts: [])
    _ = try EventCoding.encode([event], &sealing, using: &generator)
    #expect(sealing.takeNewKeys().map(\.subject) == ["audit/A"])
  }

  private func record(_ events: [UInt8]) throws -> Record {
    try Record(
      after: .genesis, time: 0, actor: "a", requestID: "r", requestDigest: Hash(of: []),
      policyVersion: 1, events: events)
  }
}

extension Event {
  /// What is left when all keys are lost.
  fileprivate var withoutPersons: Event {
    switch self {
    case .expertSet(let expert, _, let day): .expertSet(expert, Person(), openingDay: day)
    case .auditSubmitted(let audit, _, let reference):
      .auditSubmitted(audit, contact: Person(), reference: reference)
    case .auditUpdated(let audit, _): .auditUpdated(audit, contact: Person())
    case .auditWithdrawn(let id, _): .auditWithdrawn(id, reason: "")
    case .panelUnassigned(let id, _, let experts):
      .panelUnassigned(id, reason: "", experts: experts)
    case .policySet(let policy, _): .policySet(policy, note: "")
    case .organisationsDistinguished(let pair, _):
      .organisationsDistinguished(pair, reason: "")
    case .organisationMerged(let id, let into, _): .organisationMerged(id, into: into, reason: "")
    case .expertsDistinguished(let pair, _): .expertsDistinguished(pair, reason: "")
    case .expertMerged(let id, let into, _): .expertMerged(id, into: into, reason: "")
    case .organisationSplit(let id, _): .organisationSplit(id, reason: "")
    case .waiverGranted(let id, let waiver, let until, _):
      .waiverGranted(id, waiver, until: until, reason: "")
    case .waiverRevoked(let id, let waiver, _): .waiverRevoked(id, waiver, reason: "")
    case .panelAssigned(let id, var assignment):
      {
        assignment.selection?.note = ""
        return .panelAssigned(id, assignment)
      }()
    case .expertExcluded(let id, let expert, let exclusion):
      .expertExcluded(id, expert, Exclusion(cause: exclusion.cause, reason: ""))
    case .reportFiled(let id, let expert, _):
      .reportFiled(id, expert, AuditReport(recommended: false, scores: [:], note: ""))
    case .auditDecided(let id, let awarded, _): .auditDecided(id, awarded: awarded, reason: "")
    case .auditCancelled(let id, _): .auditCancelled(id, reason: "")
    default: self
    }
  }
}
