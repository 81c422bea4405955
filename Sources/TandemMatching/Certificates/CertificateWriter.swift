import TandemModel

extension Certificate {
  /// Writes a `tandem-certificate/1` file: equal certificates give equal bytes, and ``read(_:)`` gives
  /// an equal certificate.
  public func write() -> [UInt8] {
    JSON.object([
      .init("format", .text(Certificate.format)), .init("proof", proof.json),
    ]).file()
  }
}

extension Certificate.Part {
  fileprivate var json: JSON {
    switch self {
    case .prices(let weight, let cost):
      var fields: [JSON.Member] = [.init("weight", weight.json)]
      fields.add("cost", cost?.json ?? .null, unless: .null)
      return .object(fields)
    case .weight(let weight, let unreadableCost):
      return .object([.init("weight", weight.json), .init("cost", unreadableCost.json)])
    case .split(let split, let yes, let no):
      return .object([
        .init("split", split.json), .init("yes", yes.json), .init("no", no.json),
      ])
    }
  }
}

extension Certificate.Split {
  fileprivate var json: JSON {
    switch self {
    case .filled(let audit): .list([.text("filled"), JSON(audit)])
    case .serves(let audit, let expert): .list([.text("serves"), JSON(audit), JSON(expert)])
    case .together(let audit, let one, let other):
      .list([.text("together"), JSON(audit), JSON(one), JSON(other)])
    case .before(let audit, let day): .list([.text("before"), JSON(audit), JSON(day)])
    }
  }
}

extension Certificate.Prices {
  fileprivate var json: JSON {
    var fields: [JSON.Member] = [.init("scale", .whole(scale))]
    fields.add("fill", .whole(fill), unless: .whole(0))
    fields.add("experts", JSON(experts) { .whole($0) }, unless: .object([]))
    fields.add(
      "days",
      .list(days.map { .list([JSON($0.held.expert), JSON($0.held.day), .whole($0.price)]) }),
      unless: .list([]))
    fields.add("cuts", .list(cuts.map(\.json)), unless: .list([]))
    return .object(fields)
  }
}

extension Certificate.Cut {
  fileprivate var json: JSON {
    let days = days.sorted { ($0.expert, $0.day) < ($1.expert, $1.day) }
    var fields: [JSON.Member] = []
    fields.add("audits", JSON(audits), unless: .list([]))
    fields.add("experts", JSON(experts) { .whole($0) }, unless: .object([]))
    fields.add(
      "days", .list(days.map { .list([JSON($0.expert), JSON($0.day)]) }), unless: .list([]))
    fields.append(.init("price", .whole(price)))
    return .object(fields)
  }
}
