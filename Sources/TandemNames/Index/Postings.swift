/// The rows that have one feature. Most features have one row, which needs no array.
enum Postings: Sendable {
  case none
  case one(UInt32)
  case many([UInt32])

  var count: Int {
    switch self {
    case .none: 0
    case .one: 1
    case .many(let rows): rows.count
    }
  }

  /// Once even where the feature stands in several of the row's names, which are added in a row.
  mutating func add(_ row: UInt32) {
    switch self {
    case .none: self = .one(row)
    case .one(let other): if other != row { self = .many([other, row]) }
    case .many(var rows):
      guard rows.last != row else { return }
      self = .none
      rows.append(row)
      self = .many(rows)
    }
  }

  mutating func remove(_ row: UInt32) {
    switch self {
    case .none: break
    case .one(let other): if other == row { self = .none }
    case .many(var rows):
      self = .none
      rows.removeAll { $0 == row }
      if let only = rows.first { self = rows.count == 1 ? .one(only) : .many(rows) }
    }
  }

  func forEach(_ body: (UInt32) -> Void) {
    switch self {
    case .none: break
    case .one(let row): body(row)
    case .many(let rows): for row in rows { body(row) }
    }
  }
}
