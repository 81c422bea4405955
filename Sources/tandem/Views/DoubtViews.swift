import TandemMatching
import TandemProtocol

/// That two entries may be one, as it is shown.
protocol DoubtMessage: Message {
  associatedtype Entry: DoubtedEntry
  var one: Entry? { get }
  var other: Entry? { get }
  var reason: String { get }
  var likeness: Int { get }
  var panels: [String] { get }
  var barred: [Wire.BarredExpert] { get }
}

/// One of the two.
protocol DoubtedEntry {
  var id: String { get }
  /// What tells people which one it is.
  var about: [String] { get }
}

extension Wire.Doubt: DoubtMessage {}
extension Wire.ExpertDoubt: DoubtMessage {}

extension Wire.DoubtedOrganisation: DoubtedEntry {
  var about: [String] { [name, country] }
}

extension Wire.DoubtedExpert: DoubtedEntry {
  var about: [String] { [name, country, retired ? "retired" : ""] }
}

extension DoubtedEntry {
  fileprivate var text: String {
    let about = about.filter { !$0.isEmpty }
    return about.isEmpty ? id : "\(id) (\(about.joined(separator: ", ")))"
  }
}

extension OutputOptions {
  /// Each with what hangs on it; in CSV and JSON a row each.
  func show(_ doubts: [some DoubtMessage], none: String) throws {
    if output == .table, !doubts.isEmpty {
      return try put(doubts.flatMap { $0.lines(fitting: Terminal.width) })
    }
    let table = Table(
      heads: ["ONE", "OTHER", "ALIKE", "WHY", "PANELS", "BARRED"],
      rows: doubts.map {
        [
          $0.one?.id ?? "", $0.other?.id ?? "", String($0.likeness), $0.reason,
          $0.panels.joined(separator: " "),
          $0.barred.map { "\($0.expert) from \($0.audit)" }.joined(separator: ", "),
        ]
      })
    try show(table, JSON(doubts), none: none)
  }
}

extension DoubtMessage {
  /// Who may be whom, why, and what hangs on it.
  fileprivate func lines(fitting width: Int) -> [String] {
    var lines = "\(one?.text ?? "") may be \(other?.text ?? "")"
      .wrapped(to: width, indent: "  ").map { $0.styled(.bold) }
    lines += "  \(reason)".wrapped(to: width, indent: "  ")
    if !panels.isEmpty {
      lines += "  standing panels not independent if so: \(panels.joined(separator: ", "))"
        .wrapped(to: width, indent: "    ").map { $0.styled(.red) }
    }
    for (audit, experts) in barred.byAudit {
      lines += "  bars from \(audit): \(experts.joined(separator: ", "))"
        .wrapped(to: width, indent: "    ").map { $0.styled(.yellow) }
    }
    return lines
  }
}

extension [Wire.BarredExpert] {
  /// The experts barred, audit by audit, in their order.
  fileprivate var byAudit: [(audit: String, experts: [String])] {
    var all: [(audit: String, experts: [String])] = []
    for barred in self {
      if all.last?.audit == barred.audit {
        all[all.count - 1].experts.append(barred.expert)
      } else {
        all.append((barred.audit, [barred.expert]))
      }
    }
    return all
  }
}
