import TandemMatching
import TandemProtocol

/// A plan for people: what it changes, what it leaves open and how the work is spread.
struct PlanView {
  let plan: Wire.Plan

  init(_ plan: Wire.Plan) { self.plan = plan }

  func lines(fitting width: Int) -> [String] {
    var lines: [String] = []
    let changed = plan.audits.filter { $0.change != .none }
    if !changed.isEmpty {
      lines += Table(
        heads: ["AUDIT", "CHANGE", "FROM", "EXPERTS"],
        rows: changed.map {
          [$0.audit, $0.change.rawValue, $0.panel?.start?.text ?? "", $0.panel?.experts ?? ""]
        }
      ).lines(fitting: width)
      lines.append("")
    }
    let unfilled = plan.audits.filter { $0.panel == nil }
    if !unfilled.isEmpty {
      lines += Table(
        heads: ["WITHOUT A PANEL", "PRIORITY", "CLUSTER"],
        rows: unfilled.map { [$0.audit, String($0.priority), $0.clusterText] }
      ).lines(fitting: width)
      lines.append("`tandem explain unfilled AUDIT` says why.")
      lines.append("")
    }
    return lines + load(fitting: width) + ["", summary, verdict]
  }

  /// All audits of the plan.
  var table: Table {
    Table(
      heads: [
        "AUDIT", "CLUSTER", "LABEL", "COUNTRY", "CHANGE", "FROM", "TO", "LANGUAGE", "EXPERTS",
      ],
      rows: plan.audits.map {
        [
          $0.audit, $0.cluster, $0.label, $0.country, $0.change.rawValue,
          $0.panel?.start?.text ?? "", $0.panel?.end?.text ?? "", $0.panel?.language ?? "",
          $0.panel?.experts ?? "",
        ]
      })
  }

  /// How many experts have how many audits.
  private func load(fitting width: Int) -> [String] {
    var audits: [String: Int] = [:]
    for seat in plan.audits.flatMap({ $0.panel?.seats ?? [] }) {
      audits[seat.expert, default: 0] += 1
    }
    guard let most = audits.values.max() else { return [] }
    let counts = (1...most).map { load in audits.values.count { $0 == load } }
    let heads = counts.indices.map { $0 == 0 ? "1 audit" : "\($0 + 1) audits" }
    let room = max(10, width - 24)
    let largest = max(1, counts.max() ?? 1)
    return ["LOAD".styled(.bold)]
      + zip(heads, counts).map { head, count in
        let bar = String(repeating: "#", count: (count * room + largest - 1) / largest)
        let experts = count == 1 ? "1 expert" : "\(count) experts"
        return "\(head.padded(to: 10)) \(experts.padded(to: 11)) \(bar)"
      }
  }

  /// `16 audits get a panel, 3 audits move, 2 experts change, 1 audit loses its panel`.
  var summary: String {
    let parts = [
      PlanView.count(plan.audits.count { $0.standing == nil && $0.panel != nil }, "audit", "get"),
      PlanView.count(plan.audits.count { $0.moves }, "audit", "move"),
      PlanView.count(plan.audits.reduce(0) { $0 + $1.newcomers }, "expert", "change"),
      PlanView.count(plan.audits.count { $0.change == .loses }, "audit", "lose"),
    ]
    let endings = [" a panel", "", "", " its panel"]
    let told = zip(parts, endings).compactMap { part, ending in part.map { $0 + ending } }
    return told.isEmpty ? "nothing changes" : told.joined(separator: ", ")
  }

  /// `1 audit moves`, `3 audits move`; nil for none.
  private static func count(_ count: Int, _ noun: String, _ verb: String) -> String? {
    switch count {
    case 0: nil
    case 1: "1 \(noun) \(verb)s"
    default: "\(count) \(noun)s \(verb)"
    }
  }

  /// What is known of how good the plan is.
  var verdict: String {
    let objective = Objective(plan.objective)
    let worth = "unfilled \(objective.unfilled), cost \(objective.cost)"
    return plan.optimal
      ? "proven: \(worth); no plan is better"
      : "not proven: \(worth); no plan is under \(Objective(plan.bound).text)"
  }
}

extension Wire.PlannedAudit {
  /// What a plan changes for an audit.
  enum Change: String {
    case none = ""
    case gets = "new"
    case moves = "moves"
    case experts = "experts"
    case movesAndExperts = "moves, experts"
    case loses = "loses it"
  }

  var change: Change {
    guard panel != nil else { return standing == nil ? .none : .loses }
    guard standing != nil else { return .gets }
    return switch (moves, newcomers > 0) {
    case (false, false): .none
    case (true, false): .moves
    case (false, true): .experts
    case (true, true): .movesAndExperts
    }
  }

  /// Whether it begins on another day.
  var moves: Bool {
    guard let panel, let standing else { return false }
    return panel.start != standing.start
  }

  /// How many experts of its panel were not on the one that stood.
  var newcomers: Int {
    guard let panel, let standing else { return 0 }
    return Set(panel.seats.map(\.expert)).subtracting(standing.seats.map(\.expert)).count
  }
}
