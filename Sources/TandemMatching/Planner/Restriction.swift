/// What decisions of the search leave to one audit.
struct Restriction: Hashable, Sendable {
  /// Whether it may stay without a panel.
  var mayStayOpen = true
  /// Whether it may have one.
  var mayBeFilled = true
  var required: Set<Int> = []
  var excluded: Set<Int> = []
  var excludedPairs: Set<Pair> = []
  /// The starts that are left, counted as columns count.
  var starts: Range<Int> = .min..<(.max)

  struct Pair: Hashable, Sendable {
    let one: Int
    let other: Int

    init(_ first: Int, _ second: Int) {
      one = min(first, second)
      other = max(first, second)
    }
  }

  func allows(_ column: Column) -> Bool {
    guard mayBeFilled, starts.contains(Int(column.start)) else { return false }
    guard required.allSatisfy(column.hasMember) else { return false }
    guard !excluded.contains(where: column.hasMember) else { return false }
    return column.other < 0
      || excludedPairs.isEmpty
      || !excludedPairs.contains(Pair(Int(column.one), Int(column.other)))
  }
}

/// A question that splits the plans in two.
enum Split: Hashable, Sendable {
  case filled(audit: Int)
  case serves(audit: Int, expert: Int)
  case together(audit: Int, Restriction.Pair)
  /// Whether the start, if there is one, lies before a day.
  case before(audit: Int, day: Int)

  var audit: Int {
    switch self {
    case .filled(let audit), .serves(let audit, _), .together(let audit, _),
      .before(let audit, _):
      audit
    }
  }
}

/// The answers on the way to a node of the search tree.
struct Decisions: Sendable {
  private(set) var answers: [(split: Split, yes: Bool)] = []
  private(set) var restrictions: [Int: Restriction] = [:]

  func adding(_ split: Split, _ yes: Bool) -> Decisions {
    var result = self
    result.answers.append((split, yes))
    var restriction = restrictions[split.audit] ?? Restriction()
    switch split {
    case .filled:
      if yes { restriction.mayStayOpen = false } else { restriction.mayBeFilled = false }
    case .serves(_, let expert):
      if yes {
        restriction.mayStayOpen = false
        restriction.required.insert(expert)
      } else {
        restriction.excluded.insert(expert)
      }
    case .together(_, let pair):
      if yes {
        restriction.mayStayOpen = false
        restriction.required.formUnion([pair.one, pair.other])
      } else {
        restriction.excludedPairs.insert(pair)
      }
    case .before(_, let day):
      let starts = restriction.starts
      restriction.starts =
        yes
        ? starts.clamped(to: .min..<day) : starts.clamped(to: day..<(.max))
    }
    result.restrictions[split.audit] = restriction
    return result
  }
}
