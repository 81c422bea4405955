import TandemModel

extension Wire.Expert {
  public init(_ expert: Expert, _ person: Person) {
    self.init()
    id = expert.id.text
    name = person.name
    email = person.email
    country = expert.country.text
    languages = expert.languages.sorted { $0.key < $1.key }.map { language, level in
      .with {
        $0.language = language.text
        $0.level = level.description
      }
    }
    accredited = expert.accredited.sorted().map(\.text)
    lead = expert.lead.sorted().map(\.text)
    sectors = expert.sectors.sorted().map(\.text)
    maxAudits = expert.maxAudits
    openingLoad = expert.priorLoad
  }
}

extension FieldReader {
  /// What a client may say of an expert; what the server sets is not read.
  public mutating func expert(_ wire: Wire.Expert?, at place: String) -> (Expert, Person)? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: ExpertID? = id(wire.id, at: "\(place).id")
    let person = person(name: wire.name, email: wire.email, at: place)
    let country = country(wire.country, at: "\(place).country")
    let languages = map(wire.languages, at: "\(place).languages") { reader, skill, place in
      let language = reader.language(skill.language, at: "\(place).language")
      let level = reader.level(skill.level, at: "\(place).level")
      return language.flatMap { language in level.map { (language, $0) } }
    }
    let accredited: [Label] = distinct(wire.accredited, at: "\(place).accredited") {
      $0.term($1, at: $2)
    }
    let lead: [Label] = distinct(wire.lead, at: "\(place).lead") { $0.term($1, at: $2) }
    let sectors: [Sector] = distinct(wire.sectors, at: "\(place).sectors") { $0.term($1, at: $2) }
    let maxAudits = whole(wire.maxAudits, 0...10_000, at: "\(place).max_audits")
    let openingLoad = whole(wire.openingLoad, 0...10_000, at: "\(place).opening_load")
    guard let id, let country, let maxAudits, let openingLoad else { return nil }
    let expert = Expert(
      id: id, country: country, languages: languages, accredited: Set(accredited),
      lead: Set(lead), sectors: Set(sectors), maxAudits: maxAudits, priorLoad: openingLoad)
    return (expert, person)
  }

  /// A name and an e-mail address, which may be empty.
  mutating func person(name: String, email: String, at place: String) -> Person {
    let name = text(name, upTo: Limit.name, at: "\(place).name")
    let email = text(email, upTo: Limit.email, at: "\(place).email")
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    if !email.isEmpty, parts.count != 2 || parts.contains(where: \.isEmpty) {
      refuse("is no e-mail address, such as name@example.org", at: "\(place).email")
    }
    return Person(name: name, email: email)
  }
}
