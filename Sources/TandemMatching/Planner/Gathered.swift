import Synchronization

/// Parts of a result that several threads put in their places.
final class Gathered<Element: Sendable>: Sendable {
  private let parts: Mutex<[[Element]]>

  init(_ count: Int) { parts = Mutex(Array(repeating: [], count: count)) }

  func put(_ part: [Element], at place: Int) { parts.withLock { $0[place] = part } }

  /// The elements of all parts, in the order of their places.
  var all: [Element] { parts.withLock { $0.flatMap { $0 } } }
}
