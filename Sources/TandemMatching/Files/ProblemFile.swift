import TandemModel

/// A problem as a file gave it, which can still say where in the file its rows stand.
public struct ProblemFile: Sendable {
  public let problem: Problem
  private let expertRows: [ExpertID: Int]
  private let auditRows: [AuditID: Int]

  /// Reads a `tandem-problem/1` file. Throws as ``Problem/read(_:)`` does.
  public static func read(_ bytes: [UInt8]) throws(Faults) -> ProblemFile {
    let (problem, file) = try Problem.reading(bytes)
    return ProblemFile(
      problem: problem, expertRows: rows(file["experts"]), auditRows: rows(file["audits"]))
  }

  /// The JSON Pointer to an expert's row.
  public func place(of expert: ExpertID) -> String { "/experts/\(expertRows[expert] ?? 0)" }

  /// The JSON Pointer to an audit's row.
  public func place(of audit: AuditID) -> String { "/audits/\(auditRows[audit] ?? 0)" }

  /// The positions of a list's objects by their ids.
  private static func rows<Subject>(_ list: JSON?) -> [ID<Subject>: Int] {
    guard case .list(let values) = list else { return [:] }
    var rows: [ID<Subject>: Int] = [:]
    for (position, value) in values.enumerated() {
      if case .text(let text) = value["id"], let id = ID<Subject>(text) { rows[id] = position }
    }
    return rows
  }
}
