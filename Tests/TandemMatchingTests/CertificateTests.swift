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
    var unreadableCount = 0
    let all = try Self.tiny.map { (instance: $0, proven: try proven($0)) }
    while refusedCount < 1_000 {
      let (instance, (checker, plan, certificate, indexed)) = all[cases.count % all.count]
      var tampered = CertificateTampering(chance, indexed, plan, certificate)
      tampered.tamper()
      chance = tampered.chance
      let read = try Certificate.read(tampered.certificate.write())
      let isRefused = checker.check(read, of: tampered.plan) != .proven
      refusedCount += isRefused ? 1 : 0
      unreadableCount += !isRefused && read.proof.isUnreadableSomewhere ? 1 : 0
      refused.append(isRefused)
      cases.append(
        .init(instance: instance, plan: tampered.plan, certificate: tampered.certificate))
      try #require(cases.count < 10_000)
    }
    #expect(unreadableCount > 0, "no certificate held though a part of it could not be read")
    guard let verdicts = try CertificateReference.verdicts(on: cases) else { return }
    #expect(verdicts.count == cases.count)
    let difference = zip(verdicts, refused).enumerated().first { $0.element.0 == $0.element.1 }
    #expect(difference == nil)
  }

  @Test("as deep as it may be convinces the reference checker, too")
  func deep() throws {
    let (checker, plan, certificate, indexed) = try proven("tiny-02")
    let open = Certificate.Split.filled(indexed.problem.audits[0].id)
    let nothing = Certificate.Part.prices(weight: Certificate.Prices(scale: 1), cost: nil)
    let proof = (0..<Certificate.depthLimit).reduce(certificate.proof) { proof, _ in
      .split(open, yes: proof, no: nothing)
    }
    let deep = try Certificate.read(Certificate(proof).write())
    #expect(checker.check(deep, of: plan) == .proven)
    let verdicts = try CertificateReference.verdicts(
      on: [.init(instance: "tiny-02", plan: plan, certificate: deep)])
    #expect(verdicts ?? [true] == [true])
  }

  @Test("whose prices of cost cannot be read proves what its weights do")
  func unreadableCost() throws {
    let (checker, plan, certificate, indexed) = try proven("tiny-02")
    let file = """
      {"format": "tandem-certificate/1", "proof": {"weight": {"scale": 1}, "cost": {"scale": 0}}}
      """
    let part = try Certificate.read(Array(file.utf8)).proof
    // The plan fills all audits: one that stays open is weight enough.
    let open = Certificate.Split.filled(indexed.problem.audits[0].id)
    let enough = Certificate(.split(open, yes: certificate.proof, no: part))
    #expect(checker.check(enough, of: plan) == .proven)
    let needed = Certificate(.split(open, yes: part, no: part))
    let reason =
      "A part needs its prices of cost, which cannot be read: "
      + "/proof/cost/scale: expected a whole number from 1 to 9007199254740991, found 0."
    #expect(checker.check(needed, of: plan) == .refused(reason))
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

extension Certificate.Part {
  fileprivate var isUnreadableSomewhere: Bool {
    switch self {
    case .weight: true
    case .prices: false
    case .split(_, let yes, let no): yes.isUnreadableSomewhere || no.isUnreadableSomewhere
    }
  }
}
