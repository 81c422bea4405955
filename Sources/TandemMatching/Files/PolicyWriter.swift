import TandemModel

extension Policy {
  /// The `policy` of a `tandem-problem/1` file.
  package var json: JSON {
    .object([
      .init("labels", JSON(labels) { $0.json }),
      .init("same_country", .text(sameCountry.rawValue)),
      .init("cooling_off_days", JSON(coolingOff) { $0.json }),
      .init(
        "rotation",
        .object([.init("audits", .whole(rotation.audits)), .init("days", .whole(rotation.days))])),
      .init("repeat_pair_days", .whole(repeatPairDays)),
      .init("rest_days", .whole(restDays)),
      .init(
        "costs", .object(Costs.Row.allCases.map { .init($0.rawValue, .whole(costs[$0])) })),
      .init("doubts", .text(doubts.rawValue)), .init("scheme", scheme.json),
    ])
  }
}

extension Policy.CoolingOff {
  fileprivate var json: JSON {
    switch self {
    case .never: .null
    case .days(let days): .whole(days)
    }
  }
}

extension LabelPolicy {
  fileprivate var json: JSON {
    .object([
      .init("panel", .whole(panel)),
      .init("days", .whole(days)),
      .init("renewal_days", .whole(renewalDays)),
      .init("level", .text(level.description)),
      .init("lead", .boolean(lead)),
      .init("nationals", .list([.whole(nationals.lowerBound), .whole(nationals.upperBound)])),
    ])
  }
}
