import TandemMatching
import TandemProtocol

/// How far planning has come, as one line.
struct ProgressLine {
  let phase: String
  let filled: Int
  let objective: Objective
  let bound: Objective
  /// How much of the way is gone, 0…1: until the least weight is proven by the bound on it, then by that
  /// on the cost.
  let share: Double
  let milliseconds: Int

  init(_ progress: PlanProgress, after duration: Duration) {
    self.init(
      phase: progress.phase.rawValue, filled: progress.filled, objective: progress.objective,
      bound: progress.bound, milliseconds: Int(duration / .milliseconds(1)))
  }

  init(_ progress: Wire.PlanProgress, milliseconds: Int) {
    self.init(
      phase: String(describing: progress.phase), filled: progress.filled,
      objective: Objective(progress.objective), bound: Objective(progress.bound),
      milliseconds: milliseconds)
  }

  private init(
    phase: String, filled: Int, objective: Objective, bound: Objective, milliseconds: Int
  ) {
    self.phase = phase
    self.filled = filled
    self.objective = objective
    self.bound = bound
    self.milliseconds = milliseconds
    share =
      objective.unfilled > bound.unfilled
      ? 0.5 * Double(bound.unfilled) / Double(objective.unfilled)
      : objective.cost > bound.cost
        ? 0.5 + 0.5 * Double(bound.cost) / Double(objective.cost) : 1
  }

  /// `solving: 43 audits, 17 / 1466, bound 17 / 1460, gap 6, 0.412 s`, the two numbers of an objective
  /// being unfilled and cost.
  var text: String {
    "\(phase): \(filled) audits, \(objective.text), bound \(bound.text), gap \(gap), \(seconds) s"
  }

  /// The same behind a bar, for a terminal.
  var bar: String {
    let columns = 16
    let full = Int((share * Double(columns)).rounded(.down))
    let bar = String(repeating: "#", count: full).padded(to: columns)
    return "[\(bar)] \(phase.padded(to: 12)) \(objective.text), bound \(bound.text), gap \(gap), "
      + "\(milliseconds / 1000) s"
  }

  private var gap: String {
    objective.unfilled > bound.unfilled
      ? "\(objective.unfilled - bound.unfilled) unfilled"
      : String(objective.cost - bound.cost)
  }

  private var seconds: String {
    let thousandths = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - thousandths.count)
      + thousandths
  }
}

extension Objective {
  init(_ wire: Wire.Objective?) {
    self.init(unfilled: wire?.unfilled ?? 0, cost: wire?.cost ?? 0)
  }

  /// `17 / 1466`: unfilled and cost.
  var text: String { "\(unfilled) / \(cost)" }
}
