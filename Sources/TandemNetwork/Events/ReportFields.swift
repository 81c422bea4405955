import TandemMatching
import TandemModel

extension AuditReport {
  /// As events have it, sealed.
  var json: JSON {
    .object([
      .init("recommended", .boolean(recommended)),
      .init("scores", JSON(scores) { .whole($0) }), .init("note", .text(note)),
    ])
  }

  /// Notes what is wrong with it.
  init?(_ field: Field) {
    guard let object = field.object(), let recommended = object["recommended"].boolean(),
      let note = object["note"].text()
    else { return nil }
    self.init(
      recommended: recommended, scores: object["scores"].map { $0.whole(0...100) }, note: note)
  }
}

extension EventReader {
  /// What an expert reported; nothing where they were erased.
  func report(_ field: Field) -> AuditReport {
    let erased = AuditReport(recommended: false, scores: [:], note: "")
    let sealed = text(field)
    guard !sealed.isEmpty, let json = JSONParser.parse(Array(sealed.utf8), log: log) else {
      return erased
    }
    return AuditReport(Field(top: json, log: log)) ?? erased
  }
}
