import TandemMatching
import TandemProtocol

extension OutputOptions {
  /// Shows one audit: a page for people.
  func show(_ audit: Wire.Audit) {
    switch output {
    case .json: show(JSON(audit))
    case .csv: Table(heads: ["WHAT", "VALUE"], rows: audit.facts).csv.forEach { print($0) }
    case .table: audit.dossier(fitting: Terminal.width).forEach { print($0) }
    }
  }
}

extension Wire.Audit {
  /// What is known, as names and values; what is not given is left out.
  var facts: [[String]] {
    let contactText = [contact?.name ?? "", contact?.email ?? ""].filter { !$0.isEmpty }
    let memberText =
      members.isEmpty ? "" : "\(members.count): \(members.joined(separator: " "))"
    let labelText = label + (renewal ? ", renewal" : "") + (remote ? ", remote" : "")
    let bidText = bids.map { "\($0.expert) \($0.bid)" }.joined(separator: ", ")
    let rows: [[String]] = [
      ["audit", id], ["cluster", clusterText], ["state", String(describing: state)],
      ["label", labelText],
      ["country", country], ["languages", languages.joined(separator: ", ")],
      ["sectors", sectors.joined(separator: ", ")],
      ["window", "\(earliest?.text ?? "?") to \(latest?.text ?? "?")"],
      ["preferred", preferred?.text ?? ""], ["priority", String(priority)],
      ["members", memberText],
      ["objections", objections.joined(separator: ", ")],
      ["recusals", recusals.joined(separator: ", ")],
      ["bids", bidText],
      ["waivers", waivers.map(\.text).joined(separator: ", ")],
      ["contact", contactText.joined(separator: ", ")], ["revision", String(revision)],
    ]
    return (rows + (panel?.facts ?? [])).filter { !$0[1].isEmpty }
  }

  func dossier(fitting width: Int) -> [String] {
    let indent = 14
    var lines = facts.flatMap { fact in
      let name = fact[0] + String(repeating: " ", count: max(1, indent - fact[0].count))
      return fact[1].wrapped(to: width - indent).enumerated().map { position, line in
        (position == 0 ? name.styled(.bold) : String(repeating: " ", count: indent)) + line
      }
    }
    for breach in panel?.breaches ?? [] {
      lines += "broken: \(breach.rule): \(breach.sentence)".wrapped(to: width, indent: "  ")
        .map { $0.styled(.red) }
    }
    return lines
  }
}

extension Wire.StandingPanel {
  fileprivate var facts: [[String]] {
    [
      ["experts", panel?.experts ?? ""], ["days", panel?.days ?? ""],
      ["in", panel?.language ?? ""], ["pinned", pinned ? "yes" : ""],
      ["cost", "\(cost): \(rows.map(\.text).joined(separator: ", "))"],
    ]
  }
}

extension Wire.Waiver {
  fileprivate var text: String {
    ([rule] + experts + (days > 0 ? ["\(days) days"] : [])).joined(separator: " ")
  }
}
