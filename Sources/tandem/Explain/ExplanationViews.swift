import TandemProtocol

/// An explanation for people: lines before a table, and the table.
struct ExplanationView {
  var lead: [String] = []
  var table: Table
  /// Said in place of a table without rows.
  var none = ""
  var isProse = false

  func lines(fitting width: Int) -> [String] {
    lead.flatMap { $0.wrapped(to: width, indent: "  ") }
      + (table.rows.isEmpty ? [none] : isProse ? prose(width) : table.lines(fitting: width))
  }

  /// Each row as a sentence, whose end a table would cut off.
  private func prose(_ width: Int) -> [String] {
    table.rows.flatMap { row in
      let head = row.dropLast().filter { !$0.isEmpty }.joined(separator: " ")
      return "\(head): \(row.last ?? "")".wrapped(to: width, indent: "  ")
    }
  }
}

extension Wire.WhyPanel {
  var view: ExplanationView {
    let rows = panel?.rows.map(\.text).joined(separator: ", ") ?? ""
    var lead = [
      "\(panel?.panel?.experts ?? "") on \(panel?.panel?.days ?? ""), in "
        + "\(panel?.panel?.language ?? "?"), cost \(panel?.cost ?? 0): \(rows)"
    ]
    if let decision { lead.append("decided \(decision.text)") }
    lead += breaches.map { "✗ \($0.rule): \($0.sentence)" }
    lead += (panel?.waived ?? []).map { "~ \($0.breach?.rule ?? ""): \($0.text)" }
    lead += (panel?.warnings ?? []).map { "? \($0.rule): \($0.sentence)" }
    return ExplanationView(
      lead: lead,
      table: Table(
        heads: ["INSTEAD", "PANEL", "DAYS", "IN", "COST", "MORE"],
        rows: alternatives.map { other in
          [
            other.name.isEmpty ? other.expert : "\(other.expert) \(other.name)",
            other.panel?.experts ?? "", other.panel?.days ?? "", other.panel?.language ?? "",
            String(other.cost), other.difference.signed,
          ]
        }), none: "No other expert has a valid panel.")
  }
}

extension [Wire.WhyNot] {
  var view: ExplanationView {
    ExplanationView(
      table: Table(
        heads: ["EXPERT", "ANSWER", "WHY"],
        rows: flatMap { why in
          why.reasons.map { [why.expertText, $0.answer, $0.why] }
        }), none: "No such expert.", isProse: true)
  }
}

extension Wire.WhyNot {
  fileprivate var expertText: String { name.isEmpty ? expert : "\(expert) \(name)" }

  /// At least one.
  fileprivate var reasons: [(answer: String, why: String)] {
    var reasons = bars.map { bar in
      (
        bar.waived ? "waived \(bar.breach?.rule ?? "")" : bar.breach?.rule ?? "",
        bar.breach?.sentence ?? ""
      )
    }
    switch verdict {
    case .free:
      let panel = alternative?.panel
      reasons.append(
        (
          "cost \(alternative?.difference.signed ?? "")",
          "\(panel?.experts ?? "") on \(panel?.days ?? "") would cost \(alternative?.cost ?? 0)"
        ))
    case .noPartner:
      reasons += obstacles.map {
        (
          "no partner",
          "\($0.example?.rule ?? "") rejects \($0.partners), such as: \($0.example?.sentence ?? "")"
        )
      }
    case .noStart where reasons.isEmpty:
      reasons.append(("no start", "The audit cannot begin then."))
    case .noStart, .barred, .unspecified: break
    }
    return reasons.isEmpty ? [("barred", "")] : reasons
  }
}

extension Wire.WhyUnfilled {
  func view(withStarts: Bool) -> ExplanationView {
    let funnels = [whole].compactMap { $0 } + (withStarts ? starts : [])
    return ExplanationView(
      lead: funnels.map(\.text) + ["What would have to be waived, the least first:"],
      table: Table(
        heads: ["RELAXATION", "WEIGHT", "WAIVERS", "BEST PANEL", "DAYS", "COST"],
        rows: relaxations.enumerated().map { position, found in
          let waivers = found.waivers.map(\.text).joined(separator: ", ")
          return [
            String(position + 1), String(found.weight), waivers.isEmpty ? "none" : waivers,
            found.panel?.experts ?? "", found.panel?.days ?? "", String(found.cost),
          ]
        }), none: "Nothing that can be waived is enough.")
  }
}

extension Wire.Funnel {
  /// Who is left after each rule that takes somebody away.
  fileprivate var text: String {
    var left = Int(experts)
    func falls(_ steps: [Wire.FunnelStep]) -> String {
      steps.compactMap { step in
        defer { left = step.left }
        return step.left < left ? "\(step.rule) leaves \(step.left)" : nil
      }.joined(separator: ", ")
    }
    let day = start.map { "From \($0.text)" } ?? "On any start"
    let people = falls(expertSteps)
    let free = left
    left = panels
    let together = falls(panelSteps)
    return
      "\(day): of \(experts) experts \(people.isEmpty ? "all are free" : people); \(free) can form "
      + "\(panels) panels, of which \(together.isEmpty ? "all are valid" : together)."
  }
}

extension Int {
  /// With its sign: what is added or spared.
  fileprivate var signed: String { self < 0 ? String(self) : "+\(self)" }
}
