import TandemMatching
import TandemProtocol

extension OutputOptions {
  /// Shows one audit: a page for people.
  func show(_ audit: Wire.Audit) throws {
    switch output {
    case .json: try put(JSON(audit))
    case .csv: try put(audit.table.csv)
    case .table: try put(audit.dossier(fitting: Terminal.width))
    }
  }
}

extension Wire.Audit {
  /// What is known, as names and values; what is not given is left out.
  var facts: Facts {
    let contactText = [contact?.name ?? "", contact?.email ?? ""].filter { !$0.isEmpty }
    let memberText =
      members.isEmpty ? "" : "\(members.count): \(members.joined(separator: " "))"
    let labelText = label + (renewal ? ", renewal" : "") + (remote ? ", remote" : "")
    let bidText = bids.map { "\($0.expert) \($0.bid)" }.joined(separator: ", ")
    return Facts(
      [
        ("audit", id), ("cluster", clusterText), ("state", String(describing: state)),
        ("label", labelText), ("country", country),
        ("languages", languages.joined(separator: ", ")),
        ("sectors", sectors.joined(separator: ", ")),
        ("window", "\(earliest?.text ?? "?") to \(latest?.text ?? "?")"),
        ("preferred", preferred?.text ?? ""), ("priority", String(priority)),
        ("members", memberText), ("objections", objections.joined(separator: ", ")),
        ("recusals", recusals.joined(separator: ", ")), ("bids", bidText),
        ("waivers", waivers.map(\.text).joined(separator: ", ")),
        ("contact", contactText.joined(separator: ", ")), ("revision", String(revision)),
      ] + (panel?.facts ?? []))
  }

  /// Each rule that the panel breaks.
  private var breaches: Facts {
    Facts((panel?.breaches ?? []).map { ("broken", "\($0.rule): \($0.sentence)") })
  }

  var table: Table {
    Table(heads: facts.table.heads, rows: facts.table.rows + breaches.table.rows)
  }

  func dossier(fitting width: Int) -> [String] {
    facts.lines(fitting: width) + breaches.lines(fitting: width, style: .red)
  }
}

extension Wire.StandingPanel {
  fileprivate var facts: [(name: String, value: String)] {
    [
      ("experts", panel?.experts ?? ""), ("days", panel?.days ?? ""),
      ("in", panel?.language ?? ""), ("pinned", pinned ? "yes" : ""),
      ("cost", rows.isEmpty ? "" : "\(cost): \(rows.map(\.text).joined(separator: ", "))"),
    ]
  }
}

extension Wire.Waiver {
  fileprivate var text: String {
    ([rule] + experts + (days > 0 ? ["\(days) days"] : [])).joined(separator: " ")
  }
}
