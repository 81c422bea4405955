import TandemModel
import TandemProtocol
import Testing

@testable import tandem

struct MembersFileTests {
  private static func read(_ text: String) throws -> [Wire.NamedOrganisation] {
    try NamedOrganisations.rows(of: Array(text.utf8))
  }

  private static func refused(_ text: String) -> [String] {
    do throws(Faults) {
      _ = try NamedOrganisations.rows(of: Array(text.utf8))
      return []
    } catch {
      return error.faults.map { "\($0.place) \($0.reason)" }
    }
  }

  @Test("a line is a name, and what stands after it between semicolons or tabs")
  func lines() throws {
    let rows = try Self.read(
      "\u{FEFF}Müller, Schmidt & Co. KG\n\n OptoNet e.V. ;DE;optonet.de;DE811193231;;HRB 7\r\n\t\n")
    #expect(rows.map(\.name) == ["Müller, Schmidt & Co. KG", "OptoNet e.V."])
    #expect(rows[1].country == "DE" && rows[1].domains == ["optonet.de"])
    #expect(rows[1].identifiers.map(\.kind) == ["vat", "register"])
    #expect(rows[1].identifiers.map(\.country) == ["", "DE"])
    #expect(rows[0].domains.isEmpty && rows[0].identifiers.isEmpty)
    #expect(
      try Self.read("\"Müller, Schmidt\";DE\n").map(\.name) == ["Müller, Schmidt"])
    #expect(try Self.read("Jenoptik AG\tDE\nZeiss\tDE\n").map(\.country) == ["DE", "DE"])
  }

  @Test("a spreadsheet's file has its columns in any order, and quotes where a name has a comma")
  func heads() throws {
    let rows = try Self.read(
      "LEI,Country,Name\n5299000J2N45DDNE4Y28,DE,\"Müller, Schmidt \"\"Optik\"\" KG\"\n,AT,\n")
    #expect(rows.map(\.name) == ["Müller, Schmidt \"Optik\" KG"])
    #expect(rows[0].country == "DE" && rows[0].identifiers.map(\.kind) == ["lei"])
    #expect(
      try Self.read("name;country;\nA;DE;\nB;;beside\n").map(\.name) == ["A", "B"])
    #expect(
      try Self.read("name\nMüller; Söhne\n\"A;B\"\n").map(\.name) == ["Müller; Söhne", "A;B"])
  }

  @Test("what stands in no column is refused by its place, and nothing of the file is taken")
  func faults() {
    #expect(
      Self.refused("name;town;country;Name\nA;Jena;DE;B\n") == [
        ":1:2 town: is no column of a file of members, which has name, country, domain, vat, lei, register, ror",
        ":1:4 Name: the column is there twice",
      ])
    #expect(Self.refused("A;DE;;;;;;x\n") == [":1:8 \"x\" stands in no column"])
    #expect(
      Self.refused("name,country\nMüller, Schmidt KG,DE\n") == [":2:3 \"DE\" stands in no column"])
    #expect(
      Self.refused("\"Müller\nSchmidt\n") == [":1 a quote is opened and never closed"])
  }
}
