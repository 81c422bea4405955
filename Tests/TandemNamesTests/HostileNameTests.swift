import TandemModel
import TandemNames
import Testing

struct HostileNameTests {
  private static let names = [
    "", " ", ".", "-", "&", "GmbH", "AG", "e.V.", "the", "der die das", "🚀🚀🚀", "👩‍🔬 GmbH", "()", "''",
    String(repeating: "\u{301}", count: 490), "a" + String(repeating: "\u{308}", count: 490),
    String(repeating: "a", count: 1000), String(repeating: "a ", count: 500),
    String(repeating: "a.", count: 500), String(repeating: "GmbH ", count: 190),
    String(repeating: "UAB ", count: 240), String(repeating: "(", count: 1000),
    String(repeating: "щ", count: 490), String(repeating: "universität", count: 80),
    "東京大学", "جامعة", "\u{200B}\u{FEFF}", "İİİ", "ǅ ﬁ ﷺ", "\u{10FFFF}",
  ]

  @Test(arguments: names)
  func `No name stops the index`(name: String) throws {
    let id = try #require(OrganisationID("a"))
    var index = NameIndex()
    for other in Self.names {
      index.add(
        Organisation(id: id, names: [try OrganisationName(other)], country: Country("DE")))
      _ = index.resolve(try NameQuery(name, country: Country("DE")))
    }
    index.remove(id)
    #expect(index.count == 0)
    #expect(index.resolve(try NameQuery(name)) == .new)
  }

  @Test func `A name of nothing is new`() throws {
    let index = NameIndex([
      Organisation(
        id: try #require(OrganisationID("a")), names: [try OrganisationName("🚀")],
        country: Country("DE"))
    ])
    #expect(index.resolve(try NameQuery("🚀", country: Country("DE"))) == .new)
    #expect(index.resolve(NameQuery(names: [])) == .new)
  }

  @Test func `A name over its bytes or with control characters is refused`() {
    #expect(throws: Fault.self) { try OrganisationName(String(repeating: "a", count: 1001)) }
    #expect(throws: Fault.self) { try OrganisationName("a\u{0}b") }
    #expect(throws: Fault.self) {
      try OrganisationName(String(repeating: "\u{301}", count: 10_000))
    }
  }

  @Test func `Ten thousand marks in a person's name are no trouble`() throws {
    let person = Person(name: "Zoë" + String(repeating: "\u{308}", count: 10_000), email: "@@")
    let index = PersonIndex([
      PersonProfile(id: try #require(ExpertID("a")), person: person, country: Country("AT"))
    ])
    #expect(index.doubts(PersonProfile(id: try #require(ExpertID("b")), person: Person())).isEmpty)
  }
}
