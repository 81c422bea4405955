import TandemMatching
import TandemModel
import TandemProtocol
import Testing

@testable import tandem

@Suite struct AuditFieldsTests {
  private static let row = """
    {"id":"A1","cluster":"C1","country":"DE","label":"gold","languages":["de","en"],
     "sectors":["photonics"],"earliest":"2023-01-16","latest":"2023-03-17","priority":5,
     "members":["M2","M1"],"renewal":true,"bids":{"E1":0},"preferred":"2023-02-14"}
    """

  private func audit(_ row: String, _ arguments: String...) throws -> Wire.Audit {
    let fields = try AuditFields.parse(arguments)
    let log = FaultLog()
    let json = try #require(JSONParser.parse(Array(row.utf8), log: log))
    return try fields.audit(from: json, log: log)
  }

  @Test("a row alone is the request")
  func row() throws {
    let audit = try audit(Self.row)
    #expect(audit.id == "A1")
    #expect(audit.languages == ["de", "en"])
    #expect(audit.members == ["M1", "M2"])
    #expect(audit.priority == 5)
    #expect(audit.renewal)
    #expect(audit.preferred == Day("2023-02-14").map(Wire.Date.init))
    #expect(audit.bids.map(\.expert) == ["E1"])
    #expect(audit.contact == nil)
  }

  @Test("options stand in place of what the row says")
  func override() throws {
    let audit = try audit(
      Self.row, "--id", "A2", "--languages", "en", "--no-renewal", "--remote", "--latest",
      "2023-02-28", "--contact-name", "Zoë")
    #expect(audit.id == "A2")
    #expect(audit.languages == ["en"])
    #expect(!audit.renewal)
    #expect(audit.remote)
    #expect(audit.latest == Day("2023-02-28").map(Wire.Date.init))
    #expect(audit.contact?.name == "Zoë")
    #expect(audit.cluster == "C1")
  }

  @Test("options alone make a request; the id and the priority are the server's choice")
  func options() throws {
    let audit = try audit(
      "{}", "--cluster", "C1", "--country", "DE", "--label", "gold", "--languages", "de",
      "--earliest", "2023-01-16", "--latest", "2023-03-17")
    #expect(audit.id == "")
    #expect(audit.priority == 0)
    #expect(audit.sectors.isEmpty)
    #expect(audit.cluster == "C1")
  }

  @Test("all that is missing or wrong is told, each at its place")
  func faults() throws {
    let error = #expect(throws: Faults.self) {
      try audit("{\"latest\":\"2023-02-30\",\"languages\":[]}", "--cluster", "C 1")
    }
    #expect(
      error?.faults.map(\.place).sorted()
        == ["/cluster", "/country", "/earliest", "/label", "/languages", "/latest"])
  }

  @Test("what is no object is refused as a whole", arguments: ["[]", "1", "null", "\"A1\""])
  func noObject(text: String) throws {
    let error = #expect(throws: Faults.self) { try audit(text, "--id", "A1") }
    #expect(error?.faults.map(\.place) == [""])
  }
}
