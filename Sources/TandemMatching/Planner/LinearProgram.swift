import CClp

/// A linear program that is minimised, as COIN-OR CLP solves it: rows between two bounds over columns
/// that are never negative.
///
/// It keeps its basis, so that solving again after a change goes on from where it was. This is the
/// one place that speaks to CLP.
final class LinearProgram {
  enum Method {
    /// For a basis that still satisfies all rows and bounds: after columns were added.
    case primal
    /// For a basis whose reduced costs still are right: after rows were added or bounds changed.
    case dual
  }

  enum Outcome {
    case optimal
    /// No solution satisfies the rows, or CLP gave up: nothing is known of the optimum.
    case failed
    /// It was told to stop.
    case stopped
  }

  /// A row's or a column's entries: where they are, and how large.
  typealias Entries = [(at: Int, value: Double)]

  typealias Column = (cost: Double, upper: Double, entries: Entries)

  private let model: UnsafeMutableRawPointer

  /// Nil when CLP has no memory left.
  init?() {
    guard let model = Clp_newModel() else { return nil }
    self.model = model
    Clp_setLogLevel(model, 0)
  }

  deinit { Clp_deleteModel(model) }

  var rowCount: Int { Int(Clp_numberRows(model)) }
  var columnCount: Int { Int(Clp_numberColumns(model)) }

  func addRow(_ bounds: ClosedRange<Double>, _ entries: Entries = []) {
    addRows([(bounds, entries)])
  }

  func addRows(_ rows: [(bounds: ClosedRange<Double>, entries: Entries)]) {
    let sparse = SparseLists(rows.map(\.entries))
    Clp_addRows(
      model, Int32(rows.count), rows.map { finite($0.bounds.lowerBound) },
      rows.map { finite($0.bounds.upperBound) }, sparse.starts, sparse.places, sparse.values)
  }

  /// Adds columns, each from 0 to its upper bound.
  func addColumns(_ columns: [Column]) {
    guard !columns.isEmpty else { return }
    let sparse = SparseLists(columns.map(\.entries))
    Clp_addColumns(
      model, Int32(columns.count), Array(repeating: 0, count: columns.count),
      columns.map { finite($0.upper) }, columns.map(\.cost), sparse.starts, sparse.places,
      sparse.values)
  }

  func setBounds(ofColumn column: Int, _ bounds: ClosedRange<Double>) {
    Clp_columnLower(model)[column] = finite(bounds.lowerBound)
    Clp_columnUpper(model)[column] = finite(bounds.upperBound)
  }

  func setBounds(ofRow row: Int, _ bounds: ClosedRange<Double>) {
    Clp_rowLower(model)[row] = finite(bounds.lowerBound)
    Clp_rowUpper(model)[row] = finite(bounds.upperBound)
  }

  func setCost(ofColumn column: Int, _ cost: Double) { Clp_objective(model)[column] = cost }

  /// Solves in slices of so few iterations that `shouldStop` is asked some hundred times a second.
  func solve(_ method: Method, shouldStop: () -> Bool) -> Outcome {
    // An iteration touches each row and column a few times: some 10 ms on an ordinary processor.
    let size = rowCount + columnCount
    Clp_setMaximumIterations(model, Int32(max(50, 6_000_000 / max(1, size))))
    var method = method
    while true {
      switch method {
      case .primal: Clp_primal(model, 0)
      case .dual: Clp_dual(model, 0)
      }
      switch Clp_status(model) {
      case 0: return .optimal
      case 3:
        if shouldStop() { return .stopped }
      default:
        // What the dual method takes for infeasible the primal one looks at again.
        guard method == .dual else { return .failed }
        method = .primal
      }
    }
  }

  var objective: Double { Clp_objectiveValue(model) }
  /// The solution, by column.
  var values: [Double] { copy(Clp_primalColumnSolution(model), columnCount) }
  /// The duals, by row: what the optimum grows by when a row's bound does.
  var duals: [Double] { copy(Clp_dualRowSolution(model), rowCount) }
  var reducedCosts: [Double] { copy(Clp_dualColumnSolution(model), columnCount) }

  private func copy(_ numbers: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: numbers, count: count))
  }
}

// CLP takes the largest double for infinity.
private func finite(_ bound: Double) -> Double {
  bound.isInfinite ? (bound < 0 ? -1 : 1) * Double.greatestFiniteMagnitude : bound
}

/// Lists of entries one after another, as CLP reads them.
private struct SparseLists {
  var starts: [Int32] = [0]
  var places: [Int32] = []
  var values: [Double] = []

  init(_ lists: [LinearProgram.Entries]) {
    for list in lists {
      for entry in list {
        places.append(Int32(entry.at))
        values.append(entry.value)
      }
      starts.append(Int32(places.count))
    }
  }
}
