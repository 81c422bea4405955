import TandemModel

extension Proof {
  /// The proof by names, as a certificate's part.
  func part(in model: PlanningModel) -> Certificate.Part {
    switch self {
    case .part(let part):
      .prices(
        weight: part.weight.named(in: model), cost: part.cost.map { $0.named(in: model) })
    case .split(let split, let yes, let no):
      .split(split.named(in: model), yes: yes.part(in: model), no: no.part(in: model))
    }
  }
}

extension Split {
  fileprivate func named(in model: PlanningModel) -> Certificate.Split {
    let audit = model.problem.audits[self.audit].id
    return switch self {
    case .filled: .filled(audit)
    case .serves(_, let expert): .serves(audit, model.id(of: expert))
    case .together(_, let pair): .together(audit, model.id(of: pair.one), model.id(of: pair.other))
    case .before(_, let day): .before(audit, model.day(day))
    }
  }
}

extension Prices {
  fileprivate func named(in model: PlanningModel) -> Certificate.Prices {
    var named: [ExpertID: Int] = [:]
    for (expert, price) in experts.enumerated() where price > 0 {
      named[model.id(of: expert)] = price
    }
    let days = days.sorted { $0.key < $1.key }.flatMap { expert, priced in
      priced.map {
        Certificate.DayPrice(.init(model.id(of: expert), model.day($0.day)), price: $0.price)
      }
    }
    let cuts = cuts.map { priced in
      let members = priced.cut.members.map { (model.id(of: $0.expert), $0.steps) }
      return Certificate.Cut(
        audits: Set(priced.cut.audits.map { model.problem.audits[$0].id }),
        experts: Dictionary(members) { one, _ in one },
        days: Set(priced.cut.days.map { .init(model.id(of: $0.expert), model.day($0.day)) }),
        price: priced.price)
    }
    // Weight parts have no use for a fill.
    let fill = costScale == 0 ? 0 : fill
    return Certificate.Prices(scale: scale, fill: fill, experts: named, days: days, cuts: cuts)
  }
}

extension PlanningModel {
  fileprivate func id(of expert: Int) -> ExpertID { roster.records[expert].id }
}
