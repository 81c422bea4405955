import TandemModel
import Testing

@testable import TandemMatching

@Suite("A problem file with pinned audits")
struct FilesPinnedTests {
  /// The sample with its second audit made gold, held by E1 and E2, and both audits pinned.
  private func pinned(_ edits: (pointer: String, text: String?)...) -> [UInt8] {
    let standing: [(pointer: String, text: String?)] = [
      ("/audits/0/pinned", "true"), ("/audits/0/recusals", nil), ("/audits/0/renewal", nil),
      ("/audits/1/label", "\"gold\""), ("/audits/1/languages", "[\"en\"]"),
      ("/audits/1/current", #"{"start": "2027-05-10", "experts": ["E1", "E2"]}"#),
      ("/audits/1/pinned", "true"), ("/experts/0/unavailable", nil), ("/interests", nil),
    ]
    return (standing + edits).reduce(FilesSample.json) {
      $0.setting($1.pointer, to: $1.text.map(FilesSample.parsed))
    }.file()
  }

  @Test("is read when all can stand")
  func standing() throws {
    let problem = try Problem.read(pinned())
    #expect(problem.current.values.map(\.pinned) == [true, true])
    #expect(try Problem.read(problem.write()) == problem)
  }

  @Test("is refused at a pin without a panel", arguments: [nil, "null"])
  func without(_ current: String?) {
    #expect(FilesSample.places(pinned(("/audits/0/current", current))) == ["/audits/0/pinned"])
  }

  @Test(
    "is refused at a current panel that breaks a rule",
    arguments: [
      ("/audits/0/current/experts", #"["E1"]"#, Rule.size),
      ("/audits/0/current/experts", "[]", .size),
      ("/audits/0/current/start", "\"2027-03-06\"", .window),
      ("/audits/0/recusals", #"["E2"]"#, .recusal),
      ("/relations", #"[["E1", "E2"]]"#, .related),
      ("/experts/0/unavailable", #"[["2027-03-03", "2027-03-03"]]"#, .unavailable),
    ])
  func broken(_ pointer: String, _ text: String, _ rule: Rule) throws {
    let faults = FilesSample.faults(pinned((pointer, text), ("/audits/1/pinned", "false")))
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.place == "/audits/0/current")
    #expect(fault.reason.hasPrefix("is pinned but cannot stand (\(rule.rawValue)): "))
    #expect(!fault.reason.hasSuffix("."))
  }

  @Test("is refused at both of two that cannot stand beside each other")
  func beside() {
    let close = pinned(
      ("/audits/1/earliest", "\"2027-03-01\""),
      ("/audits/1/current/start", "\"2027-03-03\""))
    #expect(Set(FilesSample.places(close)) == ["/audits/0/current", "/audits/1/current"])
    let once = pinned(("/experts/1/max_audits", "1"))
    #expect(Set(FilesSample.places(once)) == ["/audits/0/current", "/audits/1/current"])
  }

  @Test("is read when a broken panel is current but not pinned")
  func unpinned() {
    #expect(
      FilesSample.places(
        pinned(("/audits/0/pinned", "false"), ("/audits/0/current/experts", "[]"))) == [])
  }
}
