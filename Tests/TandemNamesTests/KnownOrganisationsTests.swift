import Foundation
import TandemModel
import Testing

@testable import TandemNames

struct KnownOrganisationsTests {
  private static let known = KnownOrganisations(
    Array(
      """
      # a comment: of no organisation
      DE 000000001 Berlin: Ferdinand-Braun-Institut gGmbH | FBH | Höchstfrequenz Berlin
      FR 000000002 Lyon: Institut des Sondes | IDS
      FR 000000003 Paris: Institut de Soudure | IDS
      no line of the file
      DE 000000004 Munich: Halle Null | HNL
      """.utf8))

  private static func number(_ name: String, _ country: String) throws -> Substring? {
    known.entry(name, in: try #require(Country(country)))?.number
  }

  @Test(
    "a name is known in its country, whatever its case, marks, order and legal form",
    arguments: [
      "FBH", "fbh", "Institut Ferdinand Braun", "FERDINAND-BRAUN-INSTITUT GmbH",
      "Höchstfrequenz, BERLIN",
    ])
  func names(name: String) throws {
    #expect(try Self.number(name, "DE") == "000000001")
    #expect(try Self.number(name, "AT") == nil)
  }

  @Test("capitals are known beside their own town, in any language, and beside no other")
  func capitals() throws {
    #expect(try Self.number("FBH Berlin", "DE") == "000000001")
    #expect(try Self.number("HNL München", "DE") == "000000004")
    for name in ["FBH Jena", "FBH Laser", "Berlin", "FBH Berlin Jena", ""] {
      #expect(try Self.number(name, "DE") == nil, "\(name)")
    }
  }

  @Test("a name that two of a country bear is neither's")
  func ambiguous() throws {
    #expect(try Self.number("IDS", "FR") == nil)
    #expect(try Self.number("Institut des Sondes", "FR") == "000000002")
  }

  private static func resolution(
    of name: String, _ country: String, in others: [(String, String)]
  ) throws -> Resolution {
    let index = NameIndex(
      try others.enumerated().map { place, other in
        Organisation(
          id: try #require(OrganisationID("O\(place)")), names: [try OrganisationName(other.0)],
          country: Country(other.1))
      })
    return index.resolve(try NameQuery(name, country: Country(country)))
  }

  @Test("names that only a registry knows as one's are a doubt that says so, never a link")
  func doubt() throws {
    guard
      case .doubt(let candidates) = try Self.resolution(
        of: "ATOMKI", "HU", in: [("Atommagkutató Intézet", "HU"), ("Atom Kft.", "HU")])
    else {
      Issue.record("no doubt")
      return
    }
    #expect(candidates.map(\.id.text) == ["O0"])
    #expect(
      candidates.first?.reason.description
        == "'ATOMKI' and 'Atommagkutató Intézet' are names of ROR 006vxbq87"
    )
  }

  @Test(
    "two that a registry knows as two are not doubted, however alike their names are",
    arguments: [
      ("Université libre de Bruxelles", "Vrije Universiteit Brussel", "BE"),
      ("INSA Lyon", "INSA Toulouse", "FR"),
      ("Ústav fyziky plazmatu AV ČR", "Fyzikální ústav AV ČR", "CZ"),
    ])
  func different(one: String, other: String, country: String) throws {
    #expect(try Self.resolution(of: one, country, in: [(other, country)]) == .new)
  }

  @Test("each line of the file is a country, a number, a town and names, in their order and once")
  func file() throws {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/CTandemNamesData/Resources/known-organisations.txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    var keys: [String] = []
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      try #require(parts.count == 2, "\(line)")
      let head = parts[0].split(separator: " ", maxSplits: 2)
      try #require(head.count == 3, "\(line)")
      #expect(Country(String(head[0])) != nil && head[1].count == 9, "\(line)")
      let names = parts[1].split(separator: "|").map(\.trimmingSpaces)
      #expect(!names.isEmpty && Set(names).count == names.count && !names.contains(""), "\(line)")
      keys.append("\(head[0]) \(head[1])")
    }
    #expect(keys == keys.sorted() && Set(keys).count == keys.count)
    #expect(lines.count > 19_000)
  }
}
