import Synchronization

/// Whether planning has been told to stop: once it has, it stays so, on all threads.
final class StopSignal: Sendable {
  private let ask: @Sendable () -> Bool
  private let hasStopped = Atomic(false)

  init(_ ask: @escaping @Sendable () -> Bool) { self.ask = ask }

  /// Asks, unless the answer is known.
  var isSet: Bool {
    if hasStopped.load(ordering: .relaxed) { return true }
    guard ask() else { return false }
    hasStopped.store(true, ordering: .relaxed)
    return true
  }
}
