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

  @Test("is summed up in numbers that say when they no longer fit")
  func overflow() {
    var sum = ExactSum()
    sum.add(.max - 1)
    sum.add(1)
    #expect(sum.value == .max)
    sum.add(1)
    #expect(sum.value == nil)
    sum.subtract(1)
    #expect(sum.value == nil)
    var product = ExactSum()
    product.subtract(.max, times: 2)
    #expect(product.value == nil)
  }

  @Test("that names an unknown audit or expert is refused")
  func unknown() throws {
    let (checker, plan, certificate, _) = try proven("tiny-02")
    let proof = certificate.proof
    let split = Certificate(.split(.filled("nobody"), yes: proof, no: proof))
    #expect(checker.check(split, of: plan) != .proven)
    guard case .prices(var weight, let cost) = certificate.proof else { return }
    weight.experts["nobody"] = 0
    let priced = Certificate(.prices(weight: weight, cost: cost))
    #expect(checker.check(priced, of: plan) != .proven)
  }
}
