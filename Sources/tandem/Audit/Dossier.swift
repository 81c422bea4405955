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
        ("audit", id), ("reference", reference), ("cluster", clusterText),
        ("state", String(describing: state)),
        ("label", labelText), ("country", country),
        ("languages", languages.joined(separator: ", ")),
        ("sectors", sectors.joined(separator: ", ")),
        ("window", "\(earliest?.text ?? "?") to \(latest?.text ?? "?")"),
        ("preferred", preferred?.text ?? ""), ("priority", priority == 0 ? "" : String(priority)),
        ("members", memberText), ("objections", objections.joined(separator: ", ")),
        ("recusals", recusals.joined(separator: ", ")), ("bids", bidText),
        ("waivers", waivers.map(\.text).joined(separator: ", ")),
        ("contact", contactText.joined(separator: ", ")), ("revision", String(revision)),
      ] + (panel?.facts ?? []) + life)
  }

  /// How far its experts and its label have come.
  private var life: [(String, String)] {
    let announced = announcement.map {
      "\($0.on?.text ?? ""), objections until \($0.objectionsUntil?.text ?? "")"
    }
    let left = vacancy.map {
      "a seat on \($0.start?.text ?? ""), left are "
        + ($0.seats.isEmpty ? "none" : $0.seats.map(\.text).joined(separator: ", "))
    }
    let outcome = verdict.map {
      ($0.awarded ? "awarded" : "refused") + ($0.reason.isEmpty ? "" : ": \($0.reason)")
    }
    return [("announced", announced ?? ""), ("open", left ?? "")]
      + invitations.map { ("invited", $0.text) } + reports.map { ("report", $0.text) }
      + [("label", outcome ?? "")]
  }

  /// Each rule that the panel breaks.
  private var breaches: Facts {
    Facts((panel?.breaches ?? []).map { ("broken", "\($0.rule): \($0.sentence)") })
  }

  /// Each rule that it would break had nobody given a waiver.
  private var waived: Facts {
    Facts((panel?.waived ?? []).map { ("waived", "\($0.breach?.rule ?? ""): \($0.text)") })
  }

  /// Each rule that it would break were a doubt true.
  private var warnings: Facts {
    Facts((panel?.warnings ?? []).map { ("in doubt", "\($0.rule): \($0.sentence)") })
  }

  /// What members that were given by name were taken for, but for new ones.
  private var names: Facts {
    Facts(memberNames.filter { $0.outcome != .new }.map { ("by name", $0.text) })
  }

  var table: Table {
    Table(
      heads: facts.table.heads,
      rows: [facts, names, breaches, waived, warnings].flatMap(\.table.rows))
  }

  func dossier(fitting width: Int) -> [String] {
    facts.lines(fitting: width) + names.lines(fitting: width)
      + breaches.lines(fitting: width, style: .red)
      + waived.lines(fitting: width, style: .yellow)
      + warnings.lines(fitting: width, style: .yellow)
  }
}

extension Wire.StandingPanel {
  fileprivate var facts: [(name: String, value: String)] {
    [
      ("experts", panel?.experts ?? ""), ("days", panel?.days ?? ""),
      ("in", panel?.language ?? ""), ("pinned", pinned ? "yes" : ""),
      ("cost", rows.isEmpty ? "" : "\(cost): \(rows.map(\.text).joined(separator: ", "))"),
      ("decided", decision?.text ?? ""),
    ]
  }
}

extension Wire.Decision {
  /// By whom, when, under which policy and, where it was not the best panel, why.
  var text: String {
    var text = "by \(actor), revision \(revision), under policy version \(policyVersion)"
    if let decidedOn { text += ", on \(decidedOn.text)" }
    guard let best else { return text }
    return text + "; cost \(cost), and \(best.experts) from \(best.start?.text ?? "?") would have "
      + "cost \(bestCost): \(note)"
  }
}

extension Wire.Waiver {
  /// `INTEREST E0007`.
  var text: String {
    ([rule] + experts + (days > 0 ? ["\(days) days"] : [])).joined(separator: " ")
  }
}

extension Wire.Invitation {
  var text: String {
    accepted
      ? "\(expert) accepted with declaration \(declarationVersion)"
      : "\(expert) on \(on?.text ?? ""), answer by \(answerBy?.text ?? "")"
  }
}

extension Wire.Report {
  var text: String {
    let scores = scores.map { "\($0.area) \($0.percent)" }.joined(separator: ", ")
    return "\(expert) recommends to \(recommended ? "award" : "refuse"); \(scores)"
  }
}
