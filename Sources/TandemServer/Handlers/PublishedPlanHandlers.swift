import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's calls about plans that are published.
enum PublishedPlanHandlers {
  static func publish(
    _ request: Wire.PublishPlanRequest, _ call: Call
  ) async throws(Refusal) -> Wire.PublishPlanResponse {
    let newest = call.network.snapshot.revision
    let (madeFrom, today, scope) = try call.read { reader in
      let scope = reader.scope(request.audits, repair: request.repair)
      let madeFrom = reader.whole(request.madeFrom, 0...newest, at: "made_from")
      let day = reader.day(request.plannedOn, at: "planned_on")
      return madeFrom.flatMap { madeFrom in day.map { (madeFrom, $0, scope) } }
    }
    let base = try await call.network.snapshot(at: madeFrom)
    let problem = IndexedProblem(try base.export(scope, on: today).problem)
    let plan = try checkedPlan(request, of: problem)
    let certificate = request.certificateFile
    let published = PublishedPlan(
      plan, of: problem.problem, scope, madeFrom: madeFrom, on: today,
      certificate: certificate.isEmpty ? nil : certificate)
    let outcome = try await call.write(request, .publishPlan(published))
    return call.answer(outcome) {
      $0.plan = outcome.state.plans.last.map(Wire.PublishedPlan.init)
    }
  }

  /// Throws what is wrong with a plan, or with its proof.
  private static func checkedPlan(
    _ request: Wire.PublishPlanRequest, of problem: IndexedProblem
  ) throws(Refusal) -> Plan {
    let plan = try read("plan_file") { () throws(Faults) in try Plan.read(request.planFile) }
    let verdict = PlanVerifier(problem).verdict(on: plan)
    guard verdict.isValid else {
      throw .invalid(
        verdict.findings.filter(\.refutes).map { finding in
          let place = finding.panel.map { "/panels/\($0)" } ?? ""
          return Fault(at: "plan_file\(place)", finding.sentence)
        })
    }
    guard !request.certificateFile.isEmpty else { return plan }
    let certificate = try read("certificate_file") { () throws(Faults) in
      try Certificate.read(request.certificateFile)
    }
    if case .refused(let reason) = CertificateChecker(problem).check(certificate, of: plan) {
      throw .invalid([Fault(at: "certificate_file", reason)])
    }
    return plan
  }

  private static func read<Value>(
    _ place: String, _ body: () throws(Faults) -> Value
  ) throws(Refusal) -> Value {
    do throws(Faults) {
      return try body()
    } catch {
      throw .invalid(error.faults.map { Fault(at: place + $0.place, $0.reason) })
    }
  }

  static func list(
    _ request: Wire.ListPublishedPlansRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListPublishedPlansResponse {
    let snapshot = try call.snapshot(for: request)
    let page = try call.page(of: snapshot.state.plans.reversed(), for: request) {
      // Falling, as the list is.
      String(Int.max - $0.origin.revision)
    }
    return .with {
      $0.revision = snapshot.revision
      $0.plans = page.items.map(Wire.PublishedPlan.init)
      $0.nextPageToken = page.nextToken
    }
  }

  static func get(
    _ request: Wire.GetPublishedPlanRequest, _ call: Call
  ) async throws(Refusal) -> Wire.GetPublishedPlanResponse {
    let snapshot = try call.snapshot(for: request)
    let wanted = try call.read { $0.whole(request.published, 0...Int.max, at: "published") }
    let entry =
      wanted == 0
      ? snapshot.state.plans.last : snapshot.state.plans.last { $0.origin.revision == wanted }
    guard let entry, let plan = try call.network.publishedPlan(at: entry.origin.revision) else {
      throw .notFound(Thing(.plan, wanted == 0 ? "that is published" : String(wanted)))
    }
    let problem = try await call.network.snapshot(at: plan.madeFrom)
      .export(plan.scope, on: plan.on).problem
    return .with {
      $0.revision = snapshot.revision
      $0.plan = Wire.PublishedPlan(entry)
      $0.problemFile = problem.write()
      $0.planFile = plan.file(of: problem).write()
      $0.certificateFile = plan.certificate ?? []
    }
  }
}
