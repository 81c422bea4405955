import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's call for the record of decisions.
enum RecordHandlers {
  static func export(
    _ request: Wire.ExportRecordRequest, _ call: Call
  ) throws(Refusal) -> Wire.ExportRecordResponse {
    let snapshot = try call.snapshot(for: request)
    let id: AuditID? =
      request.audit.isEmpty ? nil : try call.read { $0.id(request.audit, at: "audit") }
    let record = try call.network.recordFile(of: id, through: snapshot)
    return .with {
      $0.revision = snapshot.revision
      $0.record = record
    }
  }
}
