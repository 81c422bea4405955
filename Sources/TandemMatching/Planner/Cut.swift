/// An odd-set cut: half of each of some rows of the master program, rounded down.
///
/// Over all panels of a plan the sum of ⌊r / 2⌋ is at most ``limit`` plus the steps beyond m that its
/// experts take, where r counts the rows that a panel lies in.
struct Cut: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let expert: Int
    /// How many steps of the expert the cut counts as used: m.
    let steps: Int
  }

  struct ExpertDay: Hashable, Sendable {
    let expert: Int
    let day: Int
  }

  /// Ascending.
  let audits: [Int]
  /// In the order of the experts.
  let members: [Member]
  /// In the order of the experts and their days.
  let days: [ExpertDay]

  var limit: Int { (audits.count + members.reduce(0) { $0 + $1.steps } + days.count) / 2 }

  /// ⌊r / 2⌋ of a panel.
  func coefficient(of column: Column, occupied: Int) -> Int {
    var rows = audits.contains(Int(column.audit)) ? 1 : 0
    for member in members where column.hasMember(member.expert) { rows += 1 }
    for held in days where column.occupies(held, occupied: occupied) { rows += 1 }
    return rows / 2
  }
}

extension Column {
  /// Whether an expert sits on the panel and a day is one of its days or rest days.
  func occupies(_ held: Cut.ExpertDay, occupied: Int) -> Bool {
    hasMember(held.expert) && Int(start) <= held.day && held.day < Int(start) + occupied
  }
}
