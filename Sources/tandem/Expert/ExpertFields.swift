import ArgumentParser
import TandemProtocol

/// What somebody says of an expert.
struct ExpertFields: ParsableArguments {
  /// How many audits somebody takes on who is added without saying so.
  static let usualAudits = 3

  @Option(help: "Their name.")
  var name: String?
  @Option(help: "Their e-mail address.")
  var email: String?
  @Option(help: "Where they live, such as AT.")
  var country: String?
  @Option(help: "Languages with their levels, such as de:C2,en:C1.")
  var languages: Skills?
  @Option(help: "The labels that they may audit, such as bronze,gold.")
  var accredited: List?
  @Option(help: "The labels whose panels they may lead.")
  var lead: List?
  @Option(help: "Their sectors, such as photonics,ict.")
  var sectors: List?
  @Option(help: "How many audits they take on within a horizon (at first: 3).")
  var maxAudits: Int?
  @Option(help: "Audits that count as served before this network began to count.")
  var openingLoad: Int?

  var given: Given<Wire.Expert> {
    var given = Given(Wire.Expert())
    given.set(\.name, name, "name")
    given.set(\.email, email, "email")
    given.set(\.country, country, "country")
    given.set(\.languages, languages?.skills, "languages")
    given.set(\.accredited, accredited?.texts, "accredited")
    given.set(\.lead, lead?.texts, "lead")
    given.set(\.sectors, sectors?.texts, "sectors")
    given.set(\.maxAudits, maxAudits, "max_audits")
    given.set(\.openingLoad, openingLoad, "opening_load")
    return given
  }
}
