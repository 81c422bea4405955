import Foundation
import Synchronization

/// Counts failed authentication by address, and says what the answer to one more costs.
///
/// It is asked about failures only, after a token was found wrong: a good one is never held up by what
/// others from the same address do. It keeps at most ``mostAddresses``, and never sleeps.
public final class FailedAttempts: Sendable {
  /// How long the failures of an address count, from the first one on.
  public static let window = Duration.seconds(60)
  /// The failure of a window from which on they are refused; those before make the answer wait.
  public static let firstRefused = 20
  /// How many addresses are kept; with more the oldest window goes first.
  public static let mostAddresses = 10_000

  private static let firstWait = Duration.milliseconds(100)
  private static let longestWait = Duration.seconds(5)

  /// What the answer to a failure costs.
  public enum Verdict: Hashable, Sendable {
    /// It is held back for so long.
    case wait(Duration)
    /// It is RESOURCE_EXHAUSTED, at once; the window is over after `retryAfter`.
    case refuse(retryAfter: Duration)
  }

  /// What was counted since the start.
  public struct Counts: Hashable, Sendable {
    /// Failures of all addresses.
    public internal(set) var failures = 0
    /// Those of them that were refused at once.
    public internal(set) var refusals = 0
    /// Windows that went before they were over, to make room.
    public internal(set) var evictions = 0
    /// Addresses that are kept now.
    public internal(set) var addresses = 0
  }

  private let state = Mutex(State())

  public init() {}

  /// What was counted so far, for a metric or a line of the log.
  public var counts: Counts { state.withLock { $0.counts } }

  /// What the answer to the newest failure from an address costs; no wait where none is known.
  ///
  /// `address` is an IP address, or the peer as gRPC names it, whose port does not count.
  public func delay(for address: String, at now: ContinuousClock.Instant) -> Verdict {
    let source = Source(address)
    return state.withLock { state in
      guard let window = state.windows[source], !window.isOver(at: now) else { return .wait(.zero) }
      return window.verdict(at: now)
    }
  }

  /// Counts a failure from an address; what its answer costs.
  @discardableResult
  public func failed(_ address: String, at now: ContinuousClock.Instant) -> Verdict {
    let source = Source(address)
    return state.withLock { $0.failed(source, at: now) }
  }

  /// The failures of one address.
  private struct Window {
    var start: ContinuousClock.Instant
    var failures = 1

    func isOver(at now: ContinuousClock.Instant) -> Bool { now - start >= window }

    func verdict(at now: ContinuousClock.Instant) -> Verdict {
      guard failures < firstRefused else {
        return .refuse(retryAfter: min(window, window - (now - start)))
      }
      return .wait(min(longestWait, firstWait * (1 << (failures - 1))))
    }
  }

  private struct State {
    var counts = Counts()
    var windows: [Source: Window] = [:]
    /// The addresses by the start of their windows; those before `first` are gone.
    private var order: [Source] = []
    private var first = 0

    mutating func failed(_ source: Source, at now: ContinuousClock.Instant) -> Verdict {
      counts.failures += 1
      dropOver(at: now)
      if windows[source]?.isOver(at: now) == false {
        windows[source]?.failures += 1
      } else if windows.updateValue(Window(start: now), forKey: source) == nil {
        order.append(source)
        makeRoom()
      }
      counts.addresses = windows.count
      let verdict = windows[source]?.verdict(at: now) ?? .wait(firstWait)
      if case .refuse = verdict { counts.refusals += 1 }
      return verdict
    }

    private mutating func dropOver(at now: ContinuousClock.Instant) {
      while first < order.count, windows[order[first]]?.isOver(at: now) != false { dropFirst() }
    }

    private mutating func makeRoom() {
      guard windows.count > mostAddresses else { return }
      dropFirst()
      counts.evictions += 1
    }

    private mutating func dropFirst() {
      windows[order[first]] = nil
      first += 1
      // Moved down only now and then, so that each failure costs the same.
      if first > mostAddresses {
        order.removeFirst(first)
        first = 0
      }
    }
  }

  /// Whose failures count together. A network gives a customer a /64 of IPv6 addresses at the least, and
  /// whoever has one could come from another address each time.
  private enum Source: Hashable {
    case ipv4([UInt8])
    case ipv6Network([UInt8])
    case other(String)

    init(_ address: String) {
      let host = Self.host(of: address)
      var four = in_addr()
      var six = in6_addr()
      if inet_pton(AF_INET, host, &four) == 1 {
        self = .ipv4(withUnsafeBytes(of: four, Array.init))
      } else if inet_pton(AF_INET6, host, &six) == 1 {
        self.init(ipv6: withUnsafeBytes(of: six, Array.init))
      } else {
        self = .other(address)
      }
    }

    /// A socket for both families shows IPv4 addresses as ::ffff:a.b.c.d, all of them in one /64.
    private init(ipv6 bytes: [UInt8]) {
      let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
      self =
        bytes.starts(with: mapped)
        ? .ipv4(Array(bytes.suffix(4))) : .ipv6Network(Array(bytes.prefix(8)))
    }

    /// The IP address in `ipv4:ADDRESS:PORT` or `ipv6:[ADDRESS]:PORT`, without a zone.
    private static func host(of address: String) -> String {
      var host = address[...]
      if host.hasPrefix("ipv4:") {
        host = host.dropFirst("ipv4:".count).prefix { $0 != ":" }
      } else if host.hasPrefix("ipv6:[") {
        host = host.dropFirst("ipv6:[".count).prefix { $0 != "]" }
      }
      return String(host.prefix { $0 != "%" })
    }
  }
}
