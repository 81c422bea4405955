import Foundation
import TandemJournal
import TandemMatching
import TandemModel

/// One decision about a panel or a waiver, with what was known when it was made.
struct DecisionRow {
  let audit: AuditID
  let json: JSON

  /// Nil for an event that decides nothing about a panel.
  init?(_ event: Event, _ record: Record, before: Snapshot) {
    let fields: [JSON.Member]
    switch event {
    case .panelAssigned(let id, let assignment):
      audit = id
      fields =
        [.init("decision", .text("assigned"))]
        + DecisionRow.assignment(assignment, of: id, before: before)
    case .panelUnassigned(let id, let reason, let experts):
      audit = id
      fields = [
        .init("decision", .text("unassigned")), .init("experts", JSON(experts)),
        .init("reason", .text(reason)),
      ]
    case .auditWithdrawn(let id, let reason):
      audit = id
      fields = [.init("decision", .text("audit withdrawn")), .init("reason", .text(reason))]
    case .waiverGranted(let id, let waiver, let until, let reason):
      audit = id
      fields = [
        .init("decision", .text("waiver granted")), .init("waiver", waiver.json),
        .init("until", JSON(until)), .init("reason", .text(reason)),
      ]
    case .waiverRevoked(let id, let waiver, let reason):
      audit = id
      fields = [
        .init("decision", .text("waiver revoked")), .init("waiver", waiver.json),
        .init("reason", .text(reason)),
      ]
    default: return nil
    }
    json = .object(
      [
        .init("audit", JSON(audit)), .init("revision", .whole(record.revision)),
        .init("time", .whole(Int(record.time))), .init("actor", .text(record.actor)),
        .init("policy_version", .whole(record.policyVersion)),
      ] + fields)
  }

  private static func assignment(
    _ assignment: Assignment, of audit: AuditID, before: Snapshot
  ) -> [JSON.Member] {
    var fields: [JSON.Member] = [
      .init("start", JSON(assignment.start)), .init("experts", JSON(assignment.experts)),
    ]
    // One that came with a file was decided elsewhere.
    guard let selection = assignment.selection else { return fields }
    fields += [
      .init("decided_on", JSON(selection.on)), .init("cost", .whole(selection.cost)),
    ]
    if let best = selection.best {
      fields.append(.init("best", best.json))
    }
    if !selection.note.isEmpty { fields.append(.init("note", .text(selection.note))) }
    let waivers = before.state.audits[audit]?.waivers(on: selection.on) ?? []
    fields.append(.init("waivers", .list(waivers.map(\.json))))
    if let export = try? before.export(audit, on: selection.on) {
      fields.append(.init("problem", export.problem.json))
    }
    return fields
  }
}

extension GrantedWaiver {
  fileprivate var json: JSON {
    .object([
      .init("waiver", waiver.json), .init("until", until.map { JSON($0) } ?? .null),
      .init("reason", .text(reason)), .init("by", .text(origin.actor)),
      .init("revision", .whole(origin.revision)),
    ])
  }
}

extension [UInt8] {
  var base64: String { Data(self).base64EncodedString() }
}
