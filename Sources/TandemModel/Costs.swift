/// The weights of the cost rows, each a whole number 0…1,000,000.
public struct Costs: Hashable, Sendable {
  /// One row of the cost table, by the name it has in files, messages and explanations.
  public enum Row: String, Hashable, Sendable, CaseIterable {
    case languageRank = "language_rank"
    case languageLevel = "language_level"
    case travel
    case sector
    case bid
    case homeCountry = "home_country"
    case sameCountry = "same_country"
    case repeatPair = "repeat_pair"
    case load
    case date
    case change
    case move
  }

  /// The largest weight.
  public static let limit = 1_000_000

  private var weights: [Int]

  /// All weights are 0.
  public init() { weights = Array(repeating: 0, count: Row.allCases.count) }

  public init(_ weight: (Row) -> Int) { weights = Row.allCases.map(weight) }

  public subscript(row: Row) -> Int {
    get { weights[row.index] }
    set { weights[row.index] = newValue }
  }
}

extension Costs.Row {
  fileprivate var index: Int {
    switch self {
    case .languageRank: 0
    case .languageLevel: 1
    case .travel: 2
    case .sector: 3
    case .bid: 4
    case .homeCountry: 5
    case .sameCountry: 6
    case .repeatPair: 7
    case .load: 8
    case .date: 9
    case .change: 10
    case .move: 11
    }
  }
}
