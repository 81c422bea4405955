import TandemModel
import Testing

@testable import TandemMatching

@Suite("A problem file is refused, as a whole")
struct FilesReferenceTests {
  @Test(
    "where something is named that is not there",
    arguments: [
      ("/experts/0/accredited/1", "\"tin\""), ("/experts/0/lead/0", "\"tin\""),
      ("/audits/0/label", "\"tin\""), ("/audits/0/objections/0", "\"E9\""),
      ("/audits/0/recusals/0", "\"E9\""), ("/audits/0/bids/E9", "1"),
      ("/audits/0/current/experts/1", "\"E9\""), ("/audits/0/waivers/0/1", "\"E9\""),
      ("/audits/0/waivers/1/2", "\"E9\""), ("/interests/0/expert", "\"E9\""),
      ("/interests/0/kind", "\"love\""), ("/relations/0/0", "\"E9\""),
      ("/relations/0/1", "\"A1\""), ("/experts/2/country", "\"AT\""),
      ("/audits/1/country", "\"AT\""),
    ])
  func unknown(_ pointer: String, _ text: String) {
    #expect(FilesSample.places(FilesSample.edited((pointer, text))) == [pointer])
  }

  @Test("but not for an expert of the history who has left")
  func history() {
    #expect(
      FilesSample.places(FilesSample.edited(("/history/0/experts", #"["LEFT", "E2"]"#))) == [])
  }

  @Test(
    "where something is given twice",
    arguments: [
      ("/experts/0/accredited", #"["gold", "gold"]"#), ("/experts/0/lead", #"["gold", "gold"]"#),
      ("/experts/0/sectors", #"["a", "a"]"#), ("/audits/0/languages", #"["fr", "fr"]"#),
      ("/audits/0/sectors", #"["a", "a"]"#), ("/audits/0/members", #"["M1", "M1"]"#),
      ("/audits/0/objections", #"["E3", "E3"]"#), ("/audits/0/recusals", #"["E2", "E2"]"#),
      ("/audits/0/current/experts", #"["E1", "E1"]"#), ("/history/0/experts", #"["X", "X"]"#),
      ("/audits/0/waivers", #"[["NO_LEAD"], ["NO_LEAD"]]"#),
      ("/audits/0/waivers", #"[["WINDOW", 3], ["WINDOW", 3]]"#),
    ])
  func twice(_ pointer: String, _ text: String) {
    #expect(FilesSample.places(FilesSample.edited((pointer, text))) == [pointer + "/1"])
  }

  @Test("at the second of two experts or audits with one id, and at nothing that names it")
  func twins() {
    #expect(
      FilesSample.places(FilesSample.edited(("/experts/2/id", "\"E1\""))) == ["/experts/2/id"])
    #expect(FilesSample.places(FilesSample.edited(("/audits/1/id", "\"A1\""))) == ["/audits/1/id"])
  }

  @Test(
    "but not where rows may repeat, or texts are only canonically equivalent",
    arguments: [
      ("/interests/2", FilesSample.json.value(at: "/interests/0")),
      ("/relations", FilesSample.parsed(#"[["E1", "E3"], ["E3", "E1"]]"#)),
      ("/history/1", FilesSample.json.value(at: "/history/0")),
      ("/experts/0/unavailable/2", FilesSample.json.value(at: "/experts/0/unavailable/0")),
      ("/closures/DE", FilesSample.parsed(#"["2027-05-06", "2027-05-06"]"#)),
      ("/audits/0/waivers", FilesSample.parsed(#"[["WINDOW", 3], ["WINDOW", 4]]"#)),
      ("/experts/0/sectors", FilesSample.parsed(#"["\u00e9", "e\u0301"]"#)),
      ("/experts/0/languages", FilesSample.parsed(#"{"\u00e9": "A1", "e\u0301": "B1"}"#)),
    ])
  func repeatable(_ pointer: String, _ value: JSON?) {
    #expect(FilesSample.places(FilesSample.json.setting(pointer, to: value).file()) == [])
  }

  @Test("and a repeated row of the history or of interests counts twice")
  func repeatedRows() throws {
    let json = FilesSample.json
    let problem = try Problem.read(
      json.setting("/history/1", to: json.value(at: "/history/0"))
        .setting("/interests/2", to: json.value(at: "/interests/0")).file())
    #expect(problem.history.count == 2)
    #expect(problem.history[0] == problem.history[1])
    #expect(problem.interests.count == 3)
  }

  @Test(
    "where an end comes before its start, and not on one day",
    arguments: [
      ("/horizon", #"{"start": "2027-05-02", "end": "2027-05-01"}"#, "/horizon/end"),
      ("/horizon", #"{"start": "2027-05-01", "end": "2027-05-01"}"#, nil),
      ("/experts/0/unavailable/1", #"["2027-05-02", "2027-05-01"]"#, "/experts/0/unavailable/1"),
      ("/experts/0/unavailable/1", #"["2027-05-01", "2027-05-01"]"#, nil),
      ("/audits/0/latest", "\"2027-02-28\"", "/audits/0/latest"),
      ("/audits/0/latest", "\"2027-03-01\"", nil),
    ])
  func backwards(_ pointer: String, _ text: String, _ place: String?) {
    #expect(FilesSample.places(FilesSample.edited((pointer, text))) == (place.map { [$0] } ?? []))
  }

  @Test(
    "where a list has not its length, or a pair not its two",
    arguments: [
      ("/policy/labels/gold/nationals", "[0]"), ("/policy/labels/gold/nationals", "[0, 1, 1]"),
      ("/policy/labels/gold/nationals", "[2, 1]"), ("/relations/0", "[\"E1\"]"),
      ("/relations/0", #"["E1", "E2", "E3"]"#), ("/relations/0", #"["E1", "E1"]"#),
      ("/experts/0/unavailable/0", "[\"2027-05-03\"]"), ("/audits/0/languages", "[]"),
    ])
  func lengths(_ pointer: String, _ text: String) {
    #expect(FilesSample.places(FilesSample.edited((pointer, text))) == [pointer])
  }

  @Test(
    "at a waiver of another shape, order or rule",
    arguments: [
      ("[]", ""), ("[\"NO_SUCH\"]", "/0"), ("[3]", "/0"), ("[\"OBJECTION\", \"E1\"]", "/0"),
      ("[\"NOT_ACCREDITED\", \"E1\"]", "/0"), ("[\"PINNED\"]", "/0"), ("[\"BUSY\", \"E1\"]", "/0"),
      ("[\"INTEREST\"]", ""), ("[\"INTEREST\", \"E1\", \"E2\"]", ""),
      ("[\"INTEREST\", 1]", "/1"), ("[\"RELATED\", \"E1\"]", ""),
      ("[\"RELATED\", \"E2\", \"E1\"]", ""), ("[\"RELATED\", \"E1\", \"E1\"]", ""),
      ("[\"NO_LEAD\", \"E1\"]", ""), ("[\"NATIONALS\", 1]", ""), ("[\"WINDOW\"]", ""),
      ("[\"WINDOW\", 1, 2]", ""), ("[\"WINDOW\", \"1\"]", "/1"),
    ])
  func waivers(_ text: String, _ place: String) {
    let pointer = "/audits/0/waivers/1"
    #expect(FilesSample.places(FilesSample.edited((pointer, text))) == [pointer + place])
  }

  @Test("nowhere for any waiver that there is")
  func allWaivers() throws {
    let text = """
      [["HOME_COUNTRY", "E1"], ["INTEREST", "E1"], ["ROTATION", "E2"], ["UNAVAILABLE", "E3"],
      ["SHARED_ORGANISATION", "E1", "E2"], ["RELATED", "E1", "E3"], ["SAME_COUNTRY", "E2", "E3"],
      ["NO_LEAD"], ["NATIONALS"], ["WINDOW", 28]]
      """
    let problem = try Problem.read(FilesSample.edited(("/audits/0/waivers", text)))
    let rules: [Rule] = [
      .homeCountry, .interest, .rotation, .unavailable, .sharedOrganisation, .related,
      .sameCountry, .noLead, .nationals, .window,
    ]
    #expect(problem.audits[0].waivers.map(\.rule) == rules)
    #expect(try Problem.read(problem.write()) == problem)
  }

  @Test(
    "at the country of everyone whose country the travel table lacks",
    arguments: [
      // No row and no column; no row; no column; a row with a gap.
      (#"{"DE": {"DE": 0}}"#, ["/experts/1/country", "/audits/0/country"]),
      (#"{"DE": {"DE": 0, "FR": 1}}"#, ["/experts/1/country", "/audits/0/country"]),
      (
        #"{"DE": {"DE": 0}, "FR": {"DE": 1, "FR": 0}}"#,
        ["/experts/1/country", "/audits/0/country"]
      ),
      (
        #"{"DE": {"DE": 0, "FR": 1}, "FR": {"DE": 1}}"#,
        ["/experts/1/country", "/audits/0/country"]
      ),
      (
        "{}",
        [
          "/experts/0/country", "/experts/1/country", "/experts/2/country", "/audits/0/country",
          "/audits/1/country",
        ]
      ),
      (#"{"DE": {"DE": 0, "FR": 1}, "FR": {"DE": 1, "FR": 0}, "XX": {}}"#, []),
    ])
  func travel(_ text: String, _ places: [String]) {
    #expect(FilesSample.places(FilesSample.edited(("/travel", text))) == places)
  }

  @Test("at all faults in one go, in the order of the file")
  func several() {
    let bytes = FilesSample.edited(
      ("/policy/costs/bid", "-1"), ("/closures/FR/1", "\"never\""), ("/horizon/end", nil),
      ("/experts/0/sectors/1", "7"), ("/audits/0/bids/E9", "1"), ("/audits/0/label", "\"tin\""),
      ("/experts/2/country", "\"AT\""), ("/experts/0/prior_load", "null"),
      ("/audits/1/id", nil), ("/audits/1/priority", "0"))
    #expect(
      FilesSample.places(bytes) == [
        "/horizon/end", "/policy/costs/bid", "/experts/0/sectors/1", "/experts/0/prior_load",
        "/experts/2/country", "/audits/0/label", "/audits/0/bids/E9", "/audits/1/priority",
        "/audits/1/id",
        "/closures/FR/1",
      ])
  }

  @Test("with no more than a thousand faults")
  func limit() {
    let row = JSON.list(Array(repeating: .null, count: 5000))
    #expect(FilesSample.json.setting("/history", to: row).file().count > 5000)
    #expect(FilesSample.places(FilesSample.json.setting("/history", to: row).file()).count == 1000)
  }

  @Test("at the top when that is no object, and only at the format when that is another")
  func top() {
    #expect(FilesSample.places(Array("[]".utf8)) == [""])
    #expect(
      FilesSample.faults(Array(#"{"format": "tandem-plan/1"}"#.utf8)) == [
        Fault(at: "/format", #"expected "tandem-problem/1", found "tandem-plan/1""#)
      ])
  }

  @Test("but not for a field that nobody knows")
  func unknownFields() {
    #expect(
      FilesSample.places(
        FilesSample.edited(
          ("/note", "[null, \"\\u0000\"]"), ("/experts/0/note", "{}"),
          ("/policy/costs/note", "-1"))) == [])
  }

  @Test("with long and unprintable texts cut and escaped in the message")
  func messages() {
    let long = String(repeating: "x", count: 100)
    #expect(
      FilesSample.faults(FilesSample.edited(("/horizon/start", "\"\\u001b[2J\(long)\""))) == [
        Fault(
          at: "/horizon/start",
          "expected a date that exists, as YYYY-MM-DD, found \"\\u001b[2J"
            + "\(String(repeating: "x", count: 36))…\"")
      ])
  }
}
