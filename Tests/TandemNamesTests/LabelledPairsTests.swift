import Synchronization
import TandemNames
import Testing

struct LabelledPairsTests {
  static let heldOut = ["held-out.tsv"] + (2...38).map { "held-out-\($0).tsv" }
  /// Written by others than who wrote the rules and words.
  static let others = (25...38).map { "held-out-\($0).tsv" }

  private static let found = Mutex<[String: LabelledPairs.Figures]>([:])

  /// Each pair's names against each other: worked out once for both tests.
  private static func alone(_ file: String) throws -> LabelledPairs.Figures {
    if let figures = found.withLock({ $0[file] }) { return figures }
    let figures = try LabelledPairs(file).figures(together: false)
    found.withLock { $0[file] = figures }
    return figures
  }

  /// Those alone, and in one index the tuned set and others' ones: the rest would tell no more.
  private static let runs =
    (["pairs.tsv"] + heldOut).map { ($0, false) } + (["pairs.tsv"] + others).map { ($0, true) }

  // Of the true pairs of the held-out sets 82, 76, 80, 86, 84, 80, 87, 87, 86, 89, 77, 77, 80, 79, 84, 86,
  // 70, 90, 86, 87, 76, 86, 81 and 96 of 100 were found, and 0, 4.5, 2.9, 4.5, 0.9, 5.2, 0, 1.8, 2.0, 4.3, 0, 1.9,
  // 1.9, 2.1, 6.7, 6.5, 3.8, 1.3, 0 and 2.0 of 100 different ones doubted (four of the last six have none), before
  // anything was changed for them. Of the sets of others 97, 94, 93, 96, 96, 89, 96, 96, 98, 98,
  // 96, 97, 99 and 98 were found, and 2.9, 7.1, 11, 10, 2.5, 7.0, 6.4, 3.0, 5.5, 2.0, 3.0, 6.4, 6.0 and 0 doubted.
  // One link of them all was wrong.
  @Test(arguments: runs)
  func `Labelled pairs are linked rightly, found nearly all, and seldom doubted in vain`(
    file: String, together: Bool
  ) throws {
    let figures = try together ? LabelledPairs(file).figures(together: true) : Self.alone(file)
    print("\(file)\(together ? ", all in one index" : ""): \(figures)")
    let isHard = ["held-out-21.tsv", "held-out-23.tsv"].contains(file)
    let leastRecall = file == "pairs.tsv" ? 0.98 : isHard ? 0.82 : 0.87
    #expect(figures.linkPrecision >= 0.999, "\(figures.wrong)")
    #expect(figures.recall >= leastRecall, "\(figures.missed)")
    // Of a small set two are more than 3 in 100, and others' sets have more that is nearly alike.
    let mostDoubts = Self.others.contains(file) ? 6.5 : 3
    #expect(figures.falseDoubts <= mostDoubts || figures.wrongDoubts <= 2, "\(figures.wrong)")
  }

  @Test func `Of all held-out pairs nearly all are found, and few are doubted in vain`() throws {
    var all = LabelledPairs.Figures()
    for file in Self.heldOut {
      let figures = try Self.alone(file)
      all.same += figures.same
      all.different += figures.different
      all.rightLinks += figures.rightLinks
      all.wrongLinks += figures.wrongLinks
      all.rightDoubts += figures.rightDoubts
      all.wrongDoubts += figures.wrongDoubts
    }
    print("all held-out sets: \(all)")
    #expect(all.wrongLinks == 0)
    #expect(all.recall >= 0.965)
    #expect(all.falseDoubts <= 2.5)
  }

  @Test func `The set has three hundred pairs of ten languages' countries`() throws {
    let pairs = try LabelledPairs("pairs.tsv").pairs
    #expect(pairs.count >= 300)
    #expect(Set(pairs.compactMap(\.one.country)).count >= 25)
    #expect(pairs.count { !$0.isSame } >= 100)
  }
}
