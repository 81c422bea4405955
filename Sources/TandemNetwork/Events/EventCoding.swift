import TandemJournal
import TandemMatching
import TandemModel

/// Events as the JSON text of a record's payload, and back. Rows of experts and audits and the policy
/// look as they do in `tandem-problem/1`; what is personal is sealed.
///
/// `{"version":1,"events":[{"event":"audit_admitted","audit":"A1"}]}`
enum EventCoding {
  /// The version of payloads that this program writes, and the only one it reads.
  static let version = 1

  /// Makes keys for people who have none. Throws when sealing fails.
  static func encode(
    _ events: [Event], _ sealing: inout Sealing, using random: inout some RandomNumberGenerator
  ) throws(JournalError) -> [UInt8] {
    var objects: [JSON] = []
    do {
      for event in events {
        let body = try EventFields.of(event) { text, subjects in
          try sealing.seal(text, about: subjects, using: &random).json
        }
        objects.append(.object([.init("event", .text(event.kind.rawValue))] + body))
      }
    } catch {
      throw .unavailable("a personal text cannot be sealed: \(error)")
    }
    let payload = JSON.object([
      .init("version", .whole(version)), .init("events", .list(objects)),
    ])
    return payload.line()
  }

  /// Throws `JournalError.newer` for a version or kind of event that this program does not know, and
  /// `damaged` for what it could not have written.
  static func decode(_ record: Record, _ sealing: Sealing) throws(JournalError) -> [Event] {
    let log = FaultLog()
    guard let json = JSONParser.parse(record.events, log: log),
      let payload = Field(top: json, log: log).object()
    else { throw damaged(record, log) }
    guard payload["version"].value == .whole(version) else {
      throw .newer("revision \(record.revision) has a payload of a version not known here")
    }
    let reader = EventReader(log: log, sealing: sealing)
    var events: [Event] = []
    for field in payload["events"].elements() ?? [] {
      guard let object = field.object(), case .text(let name) = object["event"].value else {
        throw damaged(record, log)
      }
      guard let kind = Event.Kind(rawValue: name) else {
        throw .newer("revision \(record.revision) holds an event \(name), not known here")
      }
      guard let event = reader.event(kind, object), log.count == 0 else {
        throw damaged(record, log)
      }
      events.append(event)
    }
    guard log.count == 0 else { throw damaged(record, log) }
    return events
  }

  /// The sealed texts of a record's events that are decisions about an audit, or about any, in order.
  static func boxes(in record: Record, about audit: AuditID?) -> [Sealing.Box] {
    let decisions: Set<Event.Kind> = [
      .panelAssigned, .panelUnassigned, .waiverGranted, .waiverRevoked, .auditWithdrawn,
    ]
    let log = FaultLog()
    guard let json = JSONParser.parse(record.events, log: log),
      let payload = Field(top: json, log: log).object()
    else { return [] }
    return (payload["events"].elements() ?? []).flatMap { field -> [Sealing.Box] in
      guard let event = field.value, case .text(let name) = event["event"],
        let kind = Event.Kind(rawValue: name), decisions.contains(kind),
        let id: AuditID = field.object()?["audit"].word(), audit == nil || audit == id
      else { return [] }
      return [event["reason"], event["selection"]?["note"]].compactMap {
        $0.flatMap(Sealing.Box.init)
      }
    }
  }

  /// The revisions from which the plans of a record's events were made.
  static func basesOfPlans(in record: Record) -> [Int] {
    let log = FaultLog()
    guard let json = JSONParser.parse(record.events, log: log),
      let payload = Field(top: json, log: log).object()
    else { return [] }
    return (payload["events"].elements() ?? []).compactMap { field in
      guard let event = field.value, event["event"] == .text(Event.Kind.planPublished.rawValue),
        case .whole(let base) = event["made_from"]
      else { return nil }
      return base
    }
  }

  private static func damaged(_ record: Record, _ log: FaultLog) -> JournalError {
    let first = log.faults.faults.first.map(\.description) ?? "an event cannot be read"
    return .damaged(revision: record.revision, "its payload is not one: \(first)")
  }
}

extension Sealing.Box {
  /// Nil when the value is no box.
  fileprivate init?(_ json: JSON) {
    guard case .list(let about) = json["about"], case .text(let bytes) = json["sealed"] else {
      return nil
    }
    let subjects = about.compactMap { json -> String? in
      if case .text(let subject) = json { subject } else { nil }
    }
    self.init(subjects: subjects, bytes: bytes)
  }

  fileprivate var json: JSON {
    .object([
      .init("about", .list(subjects.map { .text($0) })), .init("sealed", .text(bytes)),
    ])
  }
}
