import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

/// The calls that take in and give out `tandem-problem/1` files.
enum ProblemHandlers {
  /// Where the file stands in the request: its faults are at this place and the pointer into it.
  static let place = "problem"

  static func take(
    _ request: Wire.ImportProblemRequest, _ call: Call
  ) async throws(Refusal) -> Wire.ImportProblemResponse {
    let outcome: Outcome
    let file: ProblemFile
    do {
      file = try ProblemFile.read(request.problem)
      outcome = try await call.write(
        request, .importProblem(file, withoutAudits: request.withoutAudits))
    } catch let faults as Faults {
      throw .invalid(faults.faults.map { Fault(at: place + $0.place, $0.reason) })
    } catch let refusal as Refusal {
      guard case .invalid(let faults) = refusal else { throw refusal }
      throw .invalid(
        faults.map { Fault(at: $0.place.hasPrefix("/") ? place + $0.place : $0.place, $0.reason) })
    } catch {
      preconditionFailure("\(error)")
    }
    return call.answer(outcome) {
      $0.counts = outcome.counts(
        of: file, withoutAudits: request.withoutAudits
      ).map { count in
        .with {
          $0.what = count.what
          $0.added = count.added
          $0.skipped = count.skipped
        }
      }
    }
  }

  static func export(
    _ request: Wire.ExportProblemRequest, _ call: Call
  ) throws(Refusal) -> Wire.ExportProblemResponse {
    let snapshot = try call.snapshot(for: request)
    let id: AuditID? =
      request.audit.isEmpty
      ? nil : try call.read { $0.id(request.audit, at: "audit") }
    let export = try snapshot.export(id, on: call.today)
    return .with {
      $0.revision = snapshot.revision
      $0.problem = export.problem.write()
      $0.leftOut = export.leftOut
      $0.head = snapshot.head.hash.description
    }
  }
}
