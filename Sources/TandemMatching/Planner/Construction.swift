/// Makes a first plan and improves one, audit by audit: each gets the panel that adds the least to what
/// stands.
struct Construction {
  let model: PlanningModel
  let stop: StopSignal
  private let precheck: Precheck
  private var filledSinceLook = 0
  private var pricing: Pricing
  /// Each expert costs what their next step does.
  private var prices: Prices

  init(_ model: PlanningModel, _ precheck: Precheck, _ stop: StopSignal) {
    self.model = model
    self.precheck = precheck
    self.stop = stop
    pricing = Pricing(model)
    prices = Prices.free(experts: model.roster.count)
  }

  /// A plan in which audits are filled in order of their weight for each seat, those with fewer starts
  /// first.
  mutating func firstDraft() -> Draft {
    var draft = Draft(model)
    setPrices(draft)
    for audit in order { fill(audit, &draft) }
    return draft
  }

  /// Gives audits the panel that is best beside the others until none gains by it, or as often as
  /// that; fills what is open where it can.
  mutating func improve(_ draft: inout Draft, rounds: Int) {
    setPrices(draft)
    for _ in 0..<rounds {
      let before = draft.objective
      for audit in order where model.pinned[audit] == nil {
        if stop.isSet { return }
        if let column = draft.columns[audit] {
          draft.remove(column, in: model)
          setPrices(draft, of: column.members)
        }
        fill(audit, &draft)
      }
      if draft.objective == before { return }
    }
  }

  /// Fills what is open where it can.
  mutating func complete(_ draft: inout Draft) {
    setPrices(draft)
    for audit in order where draft.columns[audit] == nil { fill(audit, &draft) }
  }

  private var order: [Int] {
    model.audits.indices.sorted { one, other in
      let (first, second) = (model.audits[one], model.audits[other])
      let weights = (first.priority * second.size, second.priority * first.size)
      if weights.0 != weights.1 { return weights.0 > weights.1 }
      if first.windowDays != second.windowDays { return first.windowDays < second.windowDays }
      return one < other
    }
  }

  private mutating func fill(_ audit: Int, _ draft: inout Draft) {
    guard draft.columns[audit] == nil, !stop.isSet else { return }
    let query = Pricing.Query(
      audit: audit, prices: prices, standing: draft.standing, limit: .max, wanted: 1)
    if let best = pricing.panels(query).panels.first {
      draft.add(best.column, in: model)
      setPrices(draft, of: best.column.members)
      filledSinceLook += 1
    }
    if filledSinceLook == Precheck.slice {
      filledSinceLook = 0
      _ = precheck.look(at: draft, in: model, stop)
    }
  }

  private mutating func setPrices(_ draft: Draft) {
    setPrices(draft, of: Array(model.roster.records.indices))
  }

  private mutating func setPrices(_ draft: Draft, of experts: [Int]) {
    for expert in experts {
      prices.experts[expert] = model.stepCost(of: expert, draft.standing.count(of: expert))
    }
  }
}
