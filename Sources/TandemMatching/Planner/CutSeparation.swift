extension PlanSearch {
  func cuts(for solution: MasterProgram.Solution) -> [MasterProgram.Row] { [] }
}
