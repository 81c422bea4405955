import TandemModel
import TandemNetwork
import TandemProtocol

/// AuditService's list of what there is to do.
enum DueHandlers {
  static func list(
    _ request: Wire.ListDueRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListDueResponse {
    let snapshot = try call.snapshot(for: request)
    let (day, days): (Day, Int) = try call.read { reader in
      let day = reader.optionalDay(request.on, at: "on") ?? call.today
      return reader.whole(request.days, 0...3_660, at: "days").map { (day, $0) }
    }
    let dues = snapshot.dues(on: day, days: days)
    let page = try call.page(of: dues.enumerated(), for: request, revision: snapshot.revision) {
      String($0.offset + 1_000_000)
    }
    return .with {
      $0.revision = snapshot.revision
      $0.dues = page.items.map { Wire.Due($0.element, on: day) }
      $0.nextPageToken = page.nextToken
    }
  }
}

extension Wire.Due {
  init(_ due: Due, on day: Day) {
    self.init()
    kind = Wire.DueKind(due.kind)
    by = Wire.Date(due.by)
    overdue = due.isOverdue(on: day)
    audit = due.audit?.text ?? ""
    expert = due.expert?.text ?? ""
    cluster = due.cluster?.text ?? ""
    sentence = due.sentence
  }
}

extension Wire.DueKind {
  init(_ kind: Due.Kind) {
    switch kind {
    case .admit: self = .admit
    case .panel: self = .panel
    case .announce: self = .announce
    case .invite: self = .invite
    case .answer: self = .answer
    case .questionnaire: self = .questionnaire
    case .hold: self = .hold
    case .report: self = .report
    case .decide: self = .decide
    case .broken: self = .broken
    case .doubt: self = .doubt
    case .renew: self = .renew
    case .interests: self = .interests
    }
  }
}
