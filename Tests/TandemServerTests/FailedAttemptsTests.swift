import TandemServer
import Testing

@Suite struct FailedAttemptsTests {
  private static let start = ContinuousClock.now
  private static let address = "192.0.2.1"

  /// What each of so many failures costs, all at one instant.
  private static func verdicts(
    _ attempts: FailedAttempts, _ count: Int, from address: String = address
  ) -> [FailedAttempts.Verdict] {
    (0..<count).map { _ in attempts.failed(address, at: start) }
  }

  @Test("the answer waits twice as long each time, and at most 5 s")
  func waits() {
    let attempts = FailedAttempts()
    #expect(attempts.delay(for: Self.address, at: Self.start) == .wait(.zero))
    let expected = [100, 200, 400, 800, 1_600, 3_200] + Array(repeating: 5_000, count: 13)
    #expect(Self.verdicts(attempts, 19) == expected.map { .wait(.milliseconds($0)) })
    #expect(attempts.delay(for: Self.address, at: Self.start) == .wait(.seconds(5)))
  }

  @Test("from the 20th failure on it is refused until the window is over")
  func refuses() {
    let attempts = FailedAttempts()
    #expect(Self.verdicts(attempts, 20).last == .refuse(retryAfter: .seconds(60)))
    let later = Self.start + .seconds(45)
    #expect(attempts.failed(Self.address, at: later) == .refuse(retryAfter: .seconds(15)))
    #expect(attempts.delay(for: Self.address, at: later) == .refuse(retryAfter: .seconds(15)))
    let over = Self.start + .seconds(60)
    #expect(attempts.delay(for: Self.address, at: over) == .wait(.zero))
    #expect(attempts.failed(Self.address, at: over) == .wait(.milliseconds(100)))
    let counts = attempts.counts
    #expect(counts.failures == 22)
    #expect(counts.refusals == 2)
    #expect(counts.addresses == 1)
  }

  @Test("a window begins with its first failure and does not move with the next ones")
  func window() {
    let attempts = FailedAttempts()
    for second in 0..<60 { attempts.failed(Self.address, at: Self.start + .seconds(second)) }
    #expect(
      attempts.delay(for: Self.address, at: Self.start + .seconds(59))
        == .refuse(retryAfter: .seconds(1)))
    #expect(
      attempts.failed(Self.address, at: Self.start + .seconds(60)) == .wait(.milliseconds(100)))
  }

  @Test(
    "addresses of one customer count together, and no others",
    arguments: [
      ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
      ("ipv4:192.0.2.1:5000", "ipv4:192.0.2.1:5001", true), ("192.0.2.1", "ipv4:192.0.2.1:1", true),
      ("192.0.2.1", "::ffff:192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
      ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true),
      ("2001:db8:0:1::1", "2001:db8:0:2::1", false),
      ("ipv6:[2001:db8:0:1::1]:1", "2001:DB8:0:1::2", true),
      ("ipv6:[fe80::1%eth0]:1", "fe80::2", true), ("unix:/run/a", "unix:/run/b", false),
      ("unix:/run/a", "unix:/run/a", true), ("", "", true),
    ])
  func sources(one: String, other: String, areSame: Bool) {
    let attempts = FailedAttempts()
    attempts.failed(one, at: Self.start)
    let known = attempts.delay(for: other, at: Self.start) != .wait(.zero)
    #expect(known == areSame)
    attempts.failed(other, at: Self.start)
    #expect(attempts.counts.addresses == (areSame ? 1 : 2))
  }

  @Test("no more addresses are kept than the limit; the oldest window goes first")
  func bounded() {
    let attempts = FailedAttempts()
    let limit = FailedAttempts.mostAddresses
    func address(_ number: Int) -> String {
      "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"
    }
    for number in 0..<limit {
      attempts.failed(address(number), at: Self.start + .microseconds(number))
    }
    let now = Self.start + .seconds(1)
    // Another failure does not make a window younger.
    attempts.failed(address(0), at: now)
    #expect(attempts.counts.evictions == 0)
    for number in limit..<limit * 3 { attempts.failed(address(number), at: now) }
    #expect(attempts.counts.addresses == limit)
    #expect(attempts.counts.evictions == 2 * limit)
    #expect(attempts.delay(for: address(0), at: now) == .wait(.zero))
    #expect(attempts.delay(for: address(limit * 2 - 1), at: now) == .wait(.zero))
    #expect(attempts.delay(for: address(limit * 2), at: now) == .wait(.milliseconds(100)))
    #expect(attempts.counts.failures == 3 * limit + 1)
  }

  @Test("windows that are over make room by themselves")
  func over() {
    let attempts = FailedAttempts()
    for number in 0..<1_000 {
      attempts.failed("10.0.\(number >> 8).\(number & 255)", at: Self.start)
    }
    #expect(attempts.counts.addresses == 1_000)
    attempts.failed(Self.address, at: Self.start + .seconds(61))
    #expect(attempts.counts.addresses == 1)
    #expect(attempts.counts.evictions == 0)
  }

  @Test("failures that come at the same time are all counted")
  func concurrent() async {
    let attempts = FailedAttempts()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<500 { attempts.failed(Self.address, at: Self.start) } }
      }
    }
    #expect(attempts.counts.failures == 4_000)
    #expect(attempts.counts.refusals == 3_981)
  }
}
