import Foundation
import TandemJournal
import TandemMatching
import TandemModel

/// One decision about a panel, a plan or a waiver, with what was known when it was made.
struct DecisionRow {
  /// What a plan's row says that was decided.
  static let planPublished = "plan published"

  /// The audits that it is about.
  let audits: Set<AuditID>
  let json: JSON

  /// Nil for an event that decides nothing about a panel. `bases` holds the network as it was at each
  /// revision from which a plan was made.
  init?(_ event: Event, _ record: Record, before: Snapshot, bases: [Int: Snapshot]) {
    let audit: AuditID
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
    case .planPublished(let plan):
      audits = before.state.changed(by: plan)
      json = .object(
        [.init("audits", JSON(audits))] + DecisionRow.origin(of: record)
          + DecisionRow.plan(plan, from: bases[plan.madeFrom]))
      return
    default: return nil
    }
    audits = [audit]
    json = .object([.init("audit", JSON(audit))] + DecisionRow.origin(of: record) + fields)
  }

  private static func origin(of record: Record) -> [JSON.Member] {
    [
      .init("revision", .whole(record.revision)), .init("time", .whole(Int(record.time))),
      .init("actor", .text(record.actor)), .init("policy_version", .whole(record.policyVersion)),
    ]
  }

  private static func plan(_ plan: PublishedPlan, from base: Snapshot?) -> [JSON.Member] {
    var fields: [JSON.Member] = [
      .init("decision", .text(planPublished)), .init("made_from", .whole(plan.madeFrom)),
      .init("decided_on", JSON(plan.on)),
    ]
    if let problem = try? base?.export(plan.scope, on: plan.on).problem {
      fields.append(.init("problem", problem.json))
      fields.append(.init("plan", plan.file(of: problem).json))
    }
    if let certificate = plan.certificate {
      fields.append(.init("certificate", .text(String(decoding: certificate, as: UTF8.self))))
    }
    return fields
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
