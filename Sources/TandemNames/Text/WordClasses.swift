/// A set of classes, a bit each.
struct WordClasses: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt32 = 0

  init(arrayLiteral classes: WordClass...) {
    for kind in classes { bits |= 1 << UInt32(kind.rawValue) }
  }

  func contains(_ kind: WordClass) -> Bool { bits & 1 << UInt32(kind.rawValue) != 0 }
}
