import CClp
import Dispatch

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
    /// Without regard to the basis: for a large program that has changed much.
    case anew
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

  private let simplex: Simplex
  private var model: UnsafeMutableRawPointer { simplex.model }

  /// Nil when CLP has no memory left.
  init?() {
    guard let simplex = Simplex() else { return nil }
    self.simplex = simplex
  }

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

  /// How to go on after that many columns were added.
  func method(afterAdding columns: Int) -> Method {
    rowCount + columnCount > Self.largestSliced && columns > rowCount / 5 ? .anew : .primal
  }

  /// Which columns and rows are basic: where solving goes on from.
  struct Basis {
    fileprivate let columns: [UInt8]
    fileprivate let rows: [UInt8]
  }

  var basis: Basis {
    get {
      let states = UnsafeBufferPointer(
        start: Clp_statusArray(model), count: columnCount + rowCount)
      return Basis(
        columns: Array(states.prefix(columnCount)), rows: Array(states.dropFirst(columnCount)))
    }
    set {
      // What has been added since is out of it: columns at 0, rows as if they were not there.
      let (atLower, basic): (Int32, Int32) = (3, 1)
      for column in 0..<columnCount {
        let known = column < newValue.columns.count
        let state = known ? Int32(newValue.columns[column] & 7) : atLower
        Clp_setColumnStatus(model, Int32(column), state)
      }
      for row in 0..<rowCount {
        let state = row < newValue.rows.count ? Int32(newValue.rows[row] & 7) : basic
        Clp_setRowStatus(model, Int32(row), state)
      }
    }
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

  /// From this many rows and columns on a slice that is short enough costs more to begin than it
  /// lasts.
  private static let largestSliced = 12_000

  /// Solves, asking every few milliseconds whether to stop. After it has been stopped the program is
  /// not to be used any more.
  func solve(_ method: Method, _ stop: StopSignal) -> Outcome {
    if stop.isSet { return .stopped }
    return rowCount + columnCount > Self.largestSliced
      ? solveAside(method, stop) : solveInSlices(method, stop)
  }

  /// Solves in slices of so few iterations that `stop` is asked some hundred times a second.
  private func solveInSlices(_ method: Method, _ stop: StopSignal) -> Outcome {
    // An iteration touches each row and column a few times: some 10 ms on an ordinary processor.
    let size = rowCount + columnCount
    Clp_setMaximumIterations(model, Int32(max(50, 6_000_000 / max(1, size))))
    var method = method
    while true {
      simplex.run(method)
      switch Clp_status(model) {
      case 0: return .optimal
      case 3:
        if stop.isSet { return .stopped }
        if method == .anew { method = .primal }
      default:
        // What the dual method takes for infeasible the primal one looks at again.
        guard method != .primal else { return .failed }
        method = .primal
      }
    }
  }

  /// Solves on another thread, and leaves it to itself there when told to stop: CLP lets itself be
  /// ended between two iterations only, which may be long.
  private func solveAside(_ method: Method, _ stop: StopSignal) -> Outcome {
    Clp_setMaximumIterations(model, .max)
    let simplex = simplex
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      simplex.run(method)
      if Clp_status(simplex.model) != 0, method != .primal { simplex.run(.primal) }
      done.signal()
    }
    while done.wait(timeout: .now() + .milliseconds(5)) == .timedOut {
      guard stop.isSet else { continue }
      Clp_setMaximumIterations(model, 0)
      return .stopped
    }
    return Clp_status(model) == 0 ? .optimal : .failed
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

/// CLP's own object.
///
/// Unchecked: one thread at a time works on it, but for the limit of iterations, a word that CLP reads
/// anew before each.
private final class Simplex: @unchecked Sendable {
  let model: UnsafeMutableRawPointer

  init?() {
    guard let model = Clp_newModel() else { return nil }
    self.model = model
    Clp_setLogLevel(model, 0)
    // Plans have many equals: without small changes of its costs CLP walks among them for long.
    Clp_setPerturbation(model, 50)
  }

  deinit { Clp_deleteModel(model) }

  func run(_ method: LinearProgram.Method) {
    switch method {
    case .primal: Clp_primal(model, 0)
    case .dual: Clp_dual(model, 0)
    case .anew:
      Clp_idiot(model, 50)
      Clp_primal(model, 1)
    }
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
