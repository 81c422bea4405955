import TandemModel

extension Problem {
  /// Writes a `tandem-problem/1` file: equal problems give equal bytes, and ``read(_:)`` gives an
  /// equal problem. What says nothing (an empty list, `false`, no current panel) is left out.
  public func write() -> [UInt8] { json.file() }

  /// The value of a `tandem-problem/1` file.
  package var json: JSON {
    var file: [JSON.Member] = [
      .init("format", .text(Problem.format)),
      .init(
        "horizon",
        .object([
          .init("start", JSON(horizon.lowerBound)), .init("end", JSON(horizon.upperBound)),
        ])),
      .init("policy", policy.json),
      .init(
        "experts", .list(experts.map { $0.json(unavailable: unavailable[$0.id, default: []]) })),
      .init("audits", .list(audits.map { $0.json(current: current[$0.id]) })),
    ]
    file.add("groups", JSON(groups) { JSON($0) }, unless: .object([]))
    file.add("interests", .list(interests.map(\.json)), unless: .list([]))
    file.add("relations", .list(relations.pairs), unless: .list([]))
    file.add("history", .list(history.map(\.json)), unless: .list([]))
    file.append(.init("travel", JSON(travel) { row in JSON(row) { .whole($0) } }))
    file.add("closures", JSON(closures) { JSON($0) }, unless: .object([]))
    return .object(file)
  }
}

extension Expert {
  /// Its row in a file, with the days on which they cannot serve.
  package func json(unavailable absences: [ClosedRange<Day>]) -> JSON {
    var fields: [JSON.Member] = [
      .init("id", JSON(id)),
      .init("country", JSON(country)),
      .init("languages", JSON(languages) { .text($0.description) }),
      .init("accredited", JSON(accredited)),
      .init("lead", JSON(lead)),
      .init("sectors", JSON(sectors)),
      .init("max_audits", .whole(maxAudits)),
      .init("prior_load", .whole(priorLoad)),
    ]
    fields.add(
      "unavailable",
      .list(absences.map { .list([JSON($0.lowerBound), JSON($0.upperBound)]) }),
      unless: .list([]))
    return .object(fields)
  }
}

extension Audit {
  /// Its row in a file, with the panel that it has already.
  package func json(current panel: CurrentPanel?) -> JSON {
    var fields: [JSON.Member] = [
      .init("id", JSON(id)),
      .init("cluster", JSON(cluster)),
      .init("country", JSON(country)),
      .init("label", JSON(label)),
      .init("languages", .list(languages.map { JSON($0) })),
      .init("sectors", JSON(sectors)),
      .init("earliest", JSON(window.lowerBound)),
      .init("latest", JSON(window.upperBound)),
      .init("priority", .whole(priority)),
    ]
    fields.add("members", JSON(members), unless: .list([]))
    fields.add("objections", JSON(objections), unless: .list([]))
    fields.add("recusals", JSON(recusals), unless: .list([]))
    fields.add("bids", JSON(bids) { .whole($0) }, unless: .object([]))
    fields.add("preferred", preferred.map { JSON($0) } ?? .null, unless: .null)
    fields.add("current", panel?.json ?? .null, unless: .null)
    fields.add("pinned", .boolean(panel?.pinned ?? false), unless: .boolean(false))
    fields.add("renewal", .boolean(renewal), unless: .boolean(false))
    fields.add("remote", .boolean(remote), unless: .boolean(false))
    fields.add("waivers", .list(waivers.map(\.json)), unless: .list([]))
    return .object(fields)
  }
}

extension CurrentPanel {
  fileprivate var json: JSON {
    .object([.init("start", JSON(start)), .init("experts", JSON(experts))])
  }
}

extension Waiver {
  /// As `audits[].waivers` of a file has it.
  package var json: JSON {
    switch self {
    case .window(let days): .list([.text(rule.rawValue), .whole(days)])
    case .expert, .pair, .panel: .list([.text(rule.rawValue)] + experts.map { JSON($0) })
    }
  }
}

extension Interest {
  package var json: JSON {
    .object([
      .init("expert", JSON(expert)),
      .init("organisation", JSON(organisation)),
      .init("kind", JSON(kind)),
      .init("until", until.map { JSON($0) } ?? .null),
    ])
  }
}

extension Set<Relation> {
  fileprivate var pairs: [JSON] {
    sorted { ($0.one, $0.other) < ($1.one, $1.other) }
      .map { .list([JSON($0.one), JSON($0.other)]) }
  }
}

extension HeldAudit {
  package var json: JSON {
    .object([
      .init("cluster", JSON(cluster)), .init("date", JSON(date)), .init("experts", JSON(experts)),
    ])
  }
}
