import Synchronization

/// Tells those who listen that something has happened; what happened they look up.
public final class Signal: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  private let listeners = Mutex(Listeners())

  init() {}

  /// One element for what has happened since the last one was taken, however often. It ends with the task
  /// that waits for it.
  public func heard() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = listeners.withLock { listeners in
      listeners.next += 1
      listeners.continuations[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.continuations.removeValue(forKey: id) }
    }
    return stream
  }

  func tell() {
    // Outside of the lock: a listener that has gone away is taken out from within.
    for continuation in listeners.withLock({ Array($0.continuations.values) }) {
      continuation.yield()
    }
  }
}
