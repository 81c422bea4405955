import TandemModel

/// An expert who may serve on an audit unless the day or the other member speaks against it.
struct Candidate: Sendable {
  let record: ExpertRecord
  let levels: SpokenLevels
  /// The rows of the member alone.
  let cost: Int
  let kind: Kind

  /// What decides, for all pairs of two kinds alike, whether NO_LEAD and NATIONALS let them pass.
  struct Kind: Hashable, Sendable {
    let leads: Bool
    let isNational: Bool

    init(leads: Bool, isNational: Bool) {
      self.leads = leads
      self.isNational = isNational
    }

    init(of record: ExpertRecord, in auditCase: AuditCase) {
      leads = NoLeadBreach.leads(record, in: auditCase)
      isNational = NationalsBreach.counts(record, in: auditCase)
    }

    static let all = [(true, true), (true, false), (false, true), (false, false)].map {
      Kind(leads: $0, isNational: $1)
    }
  }

  /// Nil when a rule bars the expert whatever the day.
  init?(_ record: ExpertRecord, in auditCase: AuditCase) {
    let bars = auditCase.lastingBars(of: record) + CapacityBreach.bars(of: record, in: auditCase)
    guard bars.allSatisfy({ auditCase.isWaived($0.breach) }) else { return nil }
    self.record = record
    levels = auditCase.levels(of: record)
    cost = auditCase.cost(of: auditCase.units(of: record))
    kind = Kind(of: record, in: auditCase)
  }
}
