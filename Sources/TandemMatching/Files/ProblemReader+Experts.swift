import TandemModel

extension ProblemReader {
  mutating func experts(_ field: Field) -> [Expert] {
    var ids: Set<ExpertID> = []
    return field.list { expert($0, besides: &ids) }
  }

  package mutating func expert(_ field: Field, besides others: inout Set<ExpertID>) -> Expert? {
    guard let expert = field.object() else { return nil }
    let id = ownID(expert["id"], besides: &others)
    let country = home(expert["country"])
    let languages: [Language: Level] = expert["languages"].map { $0.word() }
    let accredited = expert["accredited"].distinct(label)
    let lead = expert["lead"].distinct(label)
    let sectors: [Sector] = expert["sectors"].distinct { $0.word() }
    let maxAudits = expert["max_audits"].whole(0...10_000)
    let priorLoad = expert["prior_load"].whole(0...10_000)
    let absences = expert["unavailable"].orLeftOut([]) { $0.list(absence) } ?? []
    guard let id, let country, let maxAudits, let priorLoad else { return nil }
    if !absences.isEmpty { unavailable[id] = absences }
    return Expert(
      id: id, country: country, languages: languages, accredited: Set(accredited),
      lead: Set(lead), sectors: Set(sectors), maxAudits: maxAudits, priorLoad: priorLoad)
  }

  package func absence(_ field: Field) -> ClosedRange<Day>? {
    field.pair("the first and the last day").flatMap { interval($0, $1, refusedAt: field) }
  }

  /// The country of an expert or audit, kept to be looked up in the travel table.
  mutating func home(_ field: Field) -> Country? {
    guard let country: Country = field.word() else { return nil }
    homes.append((country, field))
    return country
  }
}
