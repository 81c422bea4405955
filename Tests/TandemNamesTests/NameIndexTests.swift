import NameSamples
import TandemModel
import TandemNames
import Testing

struct NameIndexTests {
  private func profile(
    _ id: String, _ name: String, _ country: String? = "DE", former: [String] = [],
    identifiers: Set<Identifier> = [], domains: [String] = []
  ) throws -> Organisation {
    Organisation(
      id: try #require(OrganisationID(id)), names: [try OrganisationName(name)],
      formerNames: try former.map { try OrganisationName($0) },
      country: country.flatMap { Country($0) }, identifiers: identifiers,
      domains: Set(domains.compactMap { WebDomain($0) }))
  }

  private func query(
    _ name: String, _ country: String? = "DE", identifiers: Set<Identifier> = [],
    domains: [String] = []
  ) throws -> NameQuery {
    NameQuery(
      names: [try OrganisationName(name)], country: country.flatMap { Country($0) },
      identifiers: identifiers, domains: Set(domains.compactMap { WebDomain($0) }))
  }

  private func lei(_ text: String = "W38RGI023J3WT1HWRP32") throws -> Identifier {
    try Identifier(.lei, text)
  }

  @Test func `The same identifier links whatever the name`() throws {
    let index = NameIndex([try profile("a", "Optik Nord GmbH", identifiers: [try lei()])])
    let resolution = index.resolve(try query("Something else", "FR", identifiers: [try lei()]))
    #expect(resolution == .linked(try #require(OrganisationID("a")), .identifier(try lei())))
    guard case .linked(_, let reason) = resolution else { return }
    #expect("\(reason)" == "same LEI W38RGI023J3WT1HWRP32")
  }

  @Test func `A domain of its own links, a shared one does not`() throws {
    let index = NameIndex([
      try profile("a", "Nordlicht", domains: ["nordlicht.example.de"]),
      try profile("b", "Südlicht", domains: ["uni-jena.de"]),
    ])
    let same = index.resolve(try query("NL Group", domains: ["mail@example.de"]))
    guard case .linked(let id, .domain) = same else {
      Issue.record("\(same)")
      return
    }
    #expect(id.text == "a")
    #expect(index.resolve(try query("Bergmann", domains: ["uni-jena.de"])) == .new)
  }

  @Test func `A domain that names or countries speak against is a doubt`() throws {
    let index = NameIndex([try profile("a", "Siemens AG", domains: ["siemens.com"])])
    for other in [
      try query("Siemens Energy AG", domains: ["siemens.com"]),
      try query("Siemens s.r.o.", "CZ", domains: ["siemens.com"]),
    ] {
      guard case .doubt(let candidates) = index.resolve(other) else {
        Issue.record("\(other)")
        continue
      }
      #expect(candidates[0].id.text == "a")
    }
  }

  @Test func `The same name in the same country links, and says which forms were put aside`() throws
  {
    let index = NameIndex([try profile("a", "Müller Optik GmbH")])
    let resolution = index.resolve(try query("OPTIK MUELLER"))
    guard case .linked(_, let reason) = resolution else {
      Issue.record("\(resolution)")
      return
    }
    #expect("\(reason)" == "same name without legal form 'gmbh' in DE")
  }

  @Test func `The same name in another country, or in none, is a doubt`() throws {
    let index = NameIndex([try profile("a", "Nordlicht GmbH")])
    for country in ["AT", nil] {
      guard case .doubt(let candidates) = index.resolve(try query("Nordlicht", country)) else {
        Issue.record("\(country ?? "none")")
        continue
      }
      #expect(
        candidates[0].reason == .sameNameElsewhere(country.flatMap { Country($0) }, Country("DE")))
    }
  }

  @Test func `An association and the company of its name are a doubt`() throws {
    let index = NameIndex([try profile("a", "Nordlicht e.V.")])
    guard case .doubt(let candidates) = index.resolve(try query("Nordlicht GmbH")) else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates[0].reason == .differentForms("gmbh", "ev"))
  }

  @Test func `A name that any may bear is a doubt`() throws {
    let index = NameIndex([try profile("a", "Research Centre")])
    guard case .doubt(let candidates) = index.resolve(try query("Research Centre")) else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates[0].reason == .generalName("Research Centre"))
  }

  @Test func `Identifiers that contradict never link, and say so where the name is the same`()
    throws
  {
    let other = try lei("5493001KJTIIGC8Y1R12")
    let index = NameIndex([try profile("a", "Nordlicht GmbH", identifiers: [try lei()])])
    guard
      case .doubt(let candidates) = index.resolve(try query("Nordlicht GmbH", identifiers: [other]))
    else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates[0].reason == .contradiction(other, try lei()))
    #expect(index.resolve(try query("Nordlichd GmbH", identifiers: [other])) == .new)
  }

  @Test func `Links to two organisations at once are doubts`() throws {
    let index = NameIndex([
      try profile("a", "Nordlicht GmbH", identifiers: [try lei()]),
      try profile("b", "Südwind GmbH"),
    ])
    guard
      case .doubt(let candidates) = index.resolve(try query("Südwind", identifiers: [try lei()]))
    else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates.map(\.id.text) == ["a", "b"])
  }

  @Test(arguments: [
    ("Immermann Plastik GmbH", "Nitzsche Kunststoff GmbH"),
    ("Uhlmann Spedition GmbH", "Quast Logistik GmbH"),
    ("Jahnke Kraftwerk GmbH", "Falke Energie GmbH"),
    ("Czerny Feinmechanik GmbH", "Orion Optik GmbH"),
  ])
  func `Two words for one field do not make two names translations of each other`(
    known: String, given: String
  ) throws {
    let index = NameIndex([try profile("a", known)])
    #expect(index.resolve(try query(given)) == .new)
  }

  @Test func `A former name links and says so`() throws {
    let index = NameIndex([try profile("a", "Nordlicht GmbH", former: ["Polarstern GmbH"])])
    let resolution = index.resolve(try query("Polarstern"))
    guard case .linked(_, .formerName("Polarstern GmbH", _)) = resolution else {
      Issue.record("\(resolution)")
      return
    }
  }

  @Test func `Doubts come the most alike first, and no more than the limit`() throws {
    let profiles = try (0..<20).map {
      try profile("a\($0)", "Nordlicht \($0 % 2 == 0 ? "Optik" : "") Nr")
    }
    let index = NameIndex(profiles + [try profile("z", "Nordlichter Nr")])
    guard case .doubt(let candidates) = index.resolve(try query("Nordlichtr Nr")) else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates.count <= NameIndex.candidates)
    #expect(candidates.map(\.score) == candidates.map(\.score).sorted(by: >))
  }

  @Test func `What is taken out is found no more, and a copy keeps it`() throws {
    var index = NameIndex([try profile("a", "Nordlicht GmbH"), try profile("b", "Südwind GmbH")])
    let copy = index
    let id = try #require(OrganisationID("a"))
    #expect(index.remove(id)?.names[0].text == "Nordlicht GmbH")
    #expect(index.count == 1)
    #expect(index.resolve(try query("Nordlicht")) == .new)
    #expect(copy.count == 2)
    #expect(copy.resolve(try query("Nordlicht")) != .new)
    index.add(try profile("b", "Ostwind GmbH"))
    #expect(index.count == 1)
    #expect(index.resolve(try query("Südwind")) == .new)
    #expect(index.resolve(try query("Ostwind")) != .new)
    index.add(try profile("a", "Nordlicht GmbH"))
    #expect(index.resolve(try query("Nordlicht")) != .new)
  }

  @Test func `An index that was changed step by step answers as one that was built at once`() throws
  {
    var names = GeneratedNames(seed: 7)
    var profiles: [Organisation] = []
    for place in 0..<300 {
      let made = names.organisation()
      profiles.append(try profile("o\(place)", made.name, made.country))
    }
    var changed = NameIndex(profiles)
    for profile in profiles.shuffled(using: &names) where profile.id.text.hasSuffix("3") {
      changed.remove(profile.id)
    }
    let rest = NameIndex(profiles.filter { !$0.id.text.hasSuffix("3") })
    for profile in profiles {
      let variant = names.variant(
        .init(name: profile.names[0].text, country: profile.country?.text ?? ""))
      let query = try query(variant.name, variant.country)
      #expect(changed.resolve(query) == rest.resolve(query), "\(variant.name)")
    }
  }

  @Test(arguments: [
    // A second translation of what is known by a phrase of the list.
    ("Institute of Photonic Sciences", "Institut de Ciències Fotòniques"),
    // A compound of known words.
    ("Direktoratet for byggkvalitet", "Directorate for Building Quality"),
    // But for one word that no list has.
    ("Österreichische Gesellschaft für Quobelkunde", "Austrian Society of Quobbelology"),
    // One word means two countries.
    ("Slovenska energetska agencija", "Slovenian Energy Agency"),
    ("Ottica Lombarda di Ferri & C. S.a.s.", "Ottica Lombarda"),
    ("Fabbrica Italiana Lamiere S.p.A.", "F.I.L. S.p.A."),
    ("Русенски университет Ангел Кънчев", "University of Ruse"),
    ("Institut für Festkörper- und Werkstoffforschung Dresden", "IFW Dresden"),
  ])
  func `What is said in other words of the other language is a doubt`(
    one: String, other: String
  ) throws {
    let index = NameIndex([try profile("a", one)])
    guard case .doubt = index.resolve(try query(other)) else {
      Issue.record("\(one) | \(other)")
      return
    }
  }

  @Test(arguments: [
    ("Institut für Quobelkunde Jena", "Chamber of Crafts Jena"),
    ("Институт по електроника - БАН", "Институт по механика - БАН"),
    ("Mitteldeutsche Energie AG", "Central German Railways"),
    ("Robert Bosch GmbH", "Robert Bosch Stiftung GmbH"),
  ])
  func `What only shares words is none`(one: String, other: String) throws {
    let index = NameIndex([try profile("a", one)])
    #expect(index.resolve(try query(other)) == .new)
  }

  @Test func `What changes no name changes what is held, and nothing of what is found`() throws {
    var index = NameIndex([try profile("a", "Nordlicht GmbH"), try profile("b", "Südwind GmbH")])
    var changed = try profile("a", "Nordlicht GmbH")
    changed.group = OrganisationID("b")
    index.add(changed)
    #expect(index[changed.id] == changed)
    #expect(index.count == 2)
    guard case .linked(changed.id, _) = index.resolve(try query("Nordlicht")) else {
      Issue.record("not found")
      return
    }
    index.remove(changed.id)
    #expect(index.resolve(try query("Nordlicht")) == .new)
  }

  @Test func `Organisations entered twice doubt each other`() throws {
    let index = NameIndex([
      try profile("a", "Fraunhofer IOF"),
      try profile("b", "Fraunhofer-Institut für Angewandte Optik und Feinmechanik"),
      try profile("c", "Fraunhofer IPM"),
    ])
    #expect(index.doubts(of: try #require(OrganisationID("a"))).map(\.id.text) == ["b"])
    #expect(index.doubts(of: try #require(OrganisationID("b"))).map(\.id.text) == ["a"])
    #expect(index.doubts(of: try #require(OrganisationID("c"))).isEmpty)
  }
}
