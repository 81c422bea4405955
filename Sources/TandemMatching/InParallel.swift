import Dispatch
import Synchronization

/// The results of a piece of work for each number below `count`, done on all processors.
///
/// The results do not depend on which of them does what.
package func inParallel<Result: Sendable>(
  _ count: Int, chunk: Int = 16, _ work: @Sendable (Int) -> Result
) -> [Result] {
  let chunks = (count + chunk - 1) / chunk
  guard chunks > 1 else { return (0..<count).map(work) }
  let parts = Gathered<Result>(chunks)
  DispatchQueue.concurrentPerform(iterations: chunks) { number in
    parts.put((number * chunk..<min(count, (number + 1) * chunk)).map(work), at: number)
  }
  return parts.all
}

/// Parts of a result that several threads put in their places.
private final class Gathered<Element: Sendable>: Sendable {
  private let parts: Mutex<[[Element]]>

  init(_ count: Int) { parts = Mutex(Array(repeating: [], count: count)) }

  func put(_ part: [Element], at place: Int) { parts.withLock { $0[place] = part } }

  /// The elements of all parts, in the order of their places.
  var all: [Element] { parts.withLock { $0.flatMap { $0 } } }
}
