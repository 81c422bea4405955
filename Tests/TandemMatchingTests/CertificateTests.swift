import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A certificate")
struct CertificateTests {
  private static let tiny = [
    "tiny-02", "tiny-06", "tiny-10", "tiny-12", "tiny-21", "waived-04", "waived-14", "waived-22",
  ]

  private func proven(
    _ instance: String
  ) throws -> (CertificateChecker, Plan, Certificate, IndexedProblem) {
    let indexed = IndexedProblem(try RulesReference.problem(instance))
    let result = try Planner(indexed).plan()
    let certificate = try #require(result.certificate)
    return (CertificateChecker(indexed), result.plan, certificate, indexed)
  }

  @Test("of a proven instance convinces the reference checker")
  func reference() throws {
    var cases: [CertificateReference.Case] = []
    for instance in RulesReference.instances + ["optonet", "hard-5003"] {
      let (_, plan, certificate, _) = try proven(instance)
      cases.append(.init(instance: instance, plan: plan, certificate: certificate))
    }
    guard let verdicts = try CertificateReference.verdicts(on: cases) else { return }
    #expect(verdicts == cases.map { _ in true })
  }

  @Test("that was tampered with is refused, and by the reference checker alike")
  func tampered() throws {
    var chance = RulesChance(state: 6)
    var cases: [CertificateReference.Case] = []
    var refused: [Bool] = []
    var refusedCount = 0
    let all = try Self.tiny.map { (instance: $0, proven: try proven($0)) }
    while refusedCount < 1_000 {
      let (instance, (checker, plan, certificate, indexed)) = all[cases.count % all.count]
      var tampered = CertificateTampering(chance, indexed, plan, certificate)
      tampered.tamper()
      chance = tampered.chance
      let isRefused = checker.check(tampered.certificate, of: tampered.plan) != .proven
      refusedCount += isRefused ? 1 : 0
      refused.append(isRefused)
      cases.append(
        .init(instance: instance, plan: tampered.plan, certificate: tampered.certificate))
      try #require(cases.count < 10_000)
    }
    guard let verdicts = try CertificateReference.verdicts(on: cases) else { return }
    #expect(verdicts.count == cases.count)
    let difference = zip(verdicts, refused).enumerated().first { $0.element.0 == $0.element.1 }
    #expect(difference == nil)
  }

  @Test("proves nothing about a plan of another problem")
  func otherProblem() throws {
    let (_, plan, certificate, _) = try proven("tiny-01")
    let (other, _, _, _) = try proven("optonet")
    #expect(other.check(certificate, of: plan) != .proven)
  }

  @Test("with sums beyond 128 bits is refused")
  func overflow() throws {
    let (checker, plan, certificate, indexed) = try proven("tiny-02")
    guard case .prices(let weight, let cost) = certificate.proof else {
      Issue.record("expected one part")
      return
    }
    var huge = weight
    let experts = indexed.problem.experts.map(\.id)
    // A cut allows as much as all of its steps, and 2,000 of them allow more than 128 bits hold.
    huge.cuts = Array(
      repeating: Certificate.Cut(
        audits: [],
        experts: Dictionary(experts.map { ($0, Certificate.limit) }) { one, _ in one },
        days: [], price: Certificate.limit), count: 600_000)
    let tampered = Certificate(.prices(weight: huge, cost: cost))
    #expect(checker.check(tampered, of: plan) == .refused("A part has sums beyond 128 bits."))
  }

  @Test("that names an unknown audit or expert is refused")
  func unknown() throws {
    let (checker, plan, certificate, _) = try proven("tiny-02")
    let split = Certificate(.split(.filled("nobody"), yes: certificate.proof, no: certificate.proof))
    #expect(checker.check(split, of: plan) != .proven)
    guard case .prices(var weight, let cost) = certificate.proof else { return }
    weight.experts["nobody"] = 0
    let priced = Certificate(.prices(weight: weight, cost: cost))
    #expect(checker.check(priced, of: plan) != .proven)
  }
}
