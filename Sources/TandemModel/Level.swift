/// A level of the Common European Framework of Reference for Languages, A1 = 1 … C2 = 6.
public enum Level: Int, Hashable, Sendable, CaseIterable, Comparable {
  case a1 = 1
  case a2, b1, b2, c1, c2

  /// Reads `A1` … `C2`, capital letters only.
  public init?(_ text: String) {
    guard let level = Level.allCases.first(where: { $0.description == text }) else { return nil }
    self = level
  }

  public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
}

extension Level: CustomStringConvertible {
  public var description: String {
    switch self {
    case .a1: "A1"
    case .a2: "A2"
    case .b1: "B1"
    case .b2: "B2"
    case .c1: "C1"
    case .c2: "C2"
    }
  }
}
