import TandemProtocol

extension Wire.CheckPanelResponse {
  var table: Table {
    Table(
      heads: ["RULE IS", "RULE", "WHY"],
      rows: breaches.map { ["broken", $0.rule, $0.sentence] }
        + (panel?.waived ?? []).map { ["waived", $0.breach?.rule ?? "", $0.text] }
        + (panel?.warnings ?? []).map { ["in doubt", $0.rule, $0.sentence] }
        + assurances.map { ["kept", $0.rule, $0.sentence] })
  }

  /// What is wrong first, then what holds, then what it costs.
  func lines(fitting width: Int) -> [String] {
    let choice = panel?.panel
    let head = "\(choice?.experts ?? "") on \(choice?.days ?? "")"
    var lines = head.wrapped(to: width, indent: "  ").map { $0.styled(.bold) }
    for breach in breaches {
      lines += "✗ \(breach.rule): \(breach.sentence)".wrapped(to: width, indent: "  ")
        .map { $0.styled(.red) }
    }
    for waived in panel?.waived ?? [] { lines += waived.lines(fitting: width) }
    for warning in panel?.warnings ?? [] { lines += warning.warning(fitting: width) }
    for assurance in assurances {
      lines += "✓ \(assurance.rule): \(assurance.sentence)".wrapped(to: width, indent: "  ")
    }
    guard breaches.isEmpty else { return lines + ["The panel is not valid.".styled(.red)] }
    lines.append("The panel is valid.".styled(.green))
    return lines + (panel?.explanation(fitting: width) ?? [])
  }
}

extension Wire.RankedPanel {
  /// Why it costs what it costs: the rows that add up to it.
  func explanation(fitting width: Int) -> [String] {
    let rows = rows.map(\.text).joined(separator: ", ")
    return "\(panel?.experts ?? "") cost \(cost): \(rows)".wrapped(to: width, indent: "  ")
  }
}

extension Wire.WaivedBreach {
  /// What is waived, by whom, why and until when.
  var text: String {
    let until = waiver?.until.map { " until \($0.text)" } ?? ""
    let reason = (waiver?.reason ?? "").isEmpty ? "" : ": \(waiver?.reason ?? "")"
    return "\(breach?.sentence ?? "") Waived by \(waiver?.grantedBy ?? "?")\(until)\(reason)"
  }

  func lines(fitting width: Int) -> [String] {
    "~ \(breach?.rule ?? ""): \(text)".wrapped(to: width, indent: "  ").map { $0.styled(.yellow) }
  }
}

extension Wire.Breach {
  /// What it would break were a doubt true.
  func warning(fitting width: Int) -> [String] {
    "? \(rule): \(sentence)".wrapped(to: width, indent: "  ").map { $0.styled(.yellow) }
  }
}

extension [Wire.RankedPanel] {
  /// What any of them would break were a doubt true, each once.
  var warnings: [Wire.Breach] {
    var seen: Set<String> = []
    return flatMap(\.warnings).filter { seen.insert($0.sentence).inserted }
  }

  /// What is waived for any of them, each once.
  var waived: [Wire.WaivedBreach] {
    var seen: Set<String> = []
    return flatMap(\.waived).filter { seen.insert($0.text).inserted }
  }
}
