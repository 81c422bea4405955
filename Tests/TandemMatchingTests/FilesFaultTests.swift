import TandemModel
import Testing

@testable import TandemMatching

@Suite("A problem file is refused")
struct FilesFaultTests {

  @Test("nowhere when it is right")
  func right() { #expect(FilesSample.faults(Array(FilesSample.text.utf8)) == []) }

  @Test(
    "just outside each range of whole numbers and not at its ends",
    arguments: [
      ("/policy/labels/gold/panel", 1...2), ("/policy/labels/gold/days", 1...30),
      ("/policy/labels/gold/renewal_days", 1...30), ("/policy/labels/gold/nationals/1", 0...2),
      ("/policy/labels/bronze/nationals/1", 0...1),
      ("/policy/cooling_off_days/employment", 0...100_000),
      ("/policy/rotation/audits", 1...10_000), ("/policy/rotation/days", 0...100_000),
      ("/policy/repeat_pair_days", 0...100_000), ("/policy/rest_days", 0...30),
      ("/experts/0/max_audits", 0...10_000), ("/experts/0/prior_load", 0...10_000),
      ("/audits/0/priority", 1...1_000_000), ("/audits/0/bids/E1", 0...3),
      ("/audits/0/waivers/3/1", 1...28), ("/travel/DE/FR", 0...1_000_000),
    ] + Costs.Row.allCases.map { ("/policy/costs/\($0.rawValue)", 0...1_000_000) })
  func ranges(_ pointer: String, _ range: ClosedRange<Int>) {
    for number in [range.lowerBound, range.upperBound] {
      #expect(FilesSample.faults(FilesSample.edited((pointer, "\(number)"))) == [])
    }
    for number in [range.lowerBound - 1, range.upperBound + 1] {
      #expect(
        FilesSample.faults(FilesSample.edited((pointer, "\(number)"))) == [
          Fault(
            at: pointer,
            "expected a whole number from \(range.lowerBound) to \(range.upperBound), "
              + "found \(number)")
        ])
    }
    for form in ["\(range.lowerBound).0", "1e0", "1E0", "9223372036854775808", "\"1\""] {
      #expect(FilesSample.places(FilesSample.edited((pointer, form))) == [pointer])
    }
  }

  static let optional = [
    "/experts/0/unavailable", "/audits/0/members", "/audits/0/objections", "/audits/0/recusals",
    "/audits/0/bids", "/audits/0/preferred", "/audits/0/current", "/audits/0/pinned",
    "/audits/0/renewal", "/audits/0/remote", "/audits/0/waivers", "/groups", "/interests",
    "/interests/0/until", "/interests/1/until", "/relations", "/history", "/closures",
  ]

  /// Keys that are values, not fields.
  static let entries = [
    "/policy/labels/", "/travel/DE/", "/travel/FR/", "/policy/cooling_off_days/", "/languages/",
    "/bids/", "/groups/",
    "/travel/", "/closures/",
  ]

  static let required = FilesSample.json.pointers().filter { pointer in
    let name = pointer.split(separator: "/").last.map(String.init) ?? ""
    return !optional.contains(pointer) && Int(name) == nil && !name.isEmpty
      && !entries.contains { pointer.hasSuffix($0 + name) }
  }

  @Test("where a field is missing that must be there", arguments: required)
  func missing(_ pointer: String) throws {
    // What depends on the field may be listed too.
    let faults = FilesSample.faults(FilesSample.edited((pointer, nil)))
    let fault = try #require(faults.first { $0.place == pointer })
    #expect(fault.reason.hasPrefix("is missing: expected "))
  }

  @Test("nowhere when a field is missing that may be left out", arguments: optional)
  func leftOut(_ pointer: String) {
    #expect(FilesSample.faults(FilesSample.edited((pointer, nil))) == [])
  }

  static let nullable = [
    "/policy/cooling_off_days/employment", "/policy/cooling_off_days/family",
    "/audits/0/preferred", "/audits/0/current", "/interests/0/until", "/interests/1/until",
  ]

  @Test("at null but where the table has it", arguments: FilesSample.json.pointers())
  func null(_ pointer: String) {
    let places = FilesSample.places(FilesSample.edited((pointer, "null")))
    if Self.nullable.contains(pointer) {
      #expect(places == [])
    } else {
      #expect(places.contains(pointer))
    }
  }

  @Test("at a value of another type", arguments: FilesSample.json.pointers())
  func otherType(_ pointer: String) {
    let value = FilesSample.json.value(at: pointer)
    for (other, text) in [
      (JSON.object([]), "{}"), (.list([]), "[]"), (.boolean(true), "true"), (.whole(1), "1"),
      (.text("DE"), "\"DE\""),
    ] where value?.kind != other.kind && !(pointer == "/policy/cooling_off_days/family") {
      // A date that may be null is of the type text.
      if pointer == "/interests/1/until", case .text = other { continue }
      let places = FilesSample.places(FilesSample.edited((pointer, text)))
      #expect(places.contains(pointer), "\(text): \(places)")
    }
  }

  @Test(
    "at a word that is none",
    arguments: [
      ("/format", "\"tandem-problem/2\""), ("/horizon/start", "\"2027-1-04\""),
      ("/horizon/end", "\"2027-02-29\""), ("/audits/0/preferred", "\"\""),
      ("/policy/same_country", "\"maybe\""), ("/policy/labels/gold/level", "\"c1\""),
      ("/experts/0/languages/de", "\"D1\""), ("/experts/0/id", "\"\""),
      ("/experts/0/id", "\"-E1\""), ("/experts/0/id", "\"E 1\""), ("/experts/0/id", "\"\u{C9}1\""),
      ("/audits/0/cluster", "\"C\\n\""), ("/audits/0/members/1", "\"a/b\""),
      ("/experts/0/country", "\"\""), ("/experts/0/country", "\"D\\u0000E\""),
      ("/experts/0/sectors/0", "\"\\u007f\""), ("/audits/0/sectors/0", "\"\\u0085\""),
      ("/audits/0/languages/0", "\"\\t\""), ("/groups/M1", "\"\""),
      ("/interests/0/organisation", "\"\""), ("/history/0/experts/1", "\"?\""),
      ("/closures/DE/0", "\"2027-13-01\""), ("/experts/0/unavailable/0/0", "\"today\""),
    ])
  func words(_ pointer: String, _ text: String) {
    #expect(FilesSample.places(FilesSample.edited((pointer, text))).contains(pointer))
  }

  @Test("at an id one longer than 64, and not at 64")
  func longID() {
    let id = String(repeating: "x", count: 64)
    #expect(FilesSample.places(FilesSample.edited(("/audits/0/cluster", "\"\(id)\""))) == [])
    #expect(
      FilesSample.places(FilesSample.edited(("/audits/0/cluster", "\"\(id)x\"")))
        == ["/audits/0/cluster"])
  }

  @Test(
    "at a key that is no word",
    arguments: [
      (#""gold""#, #""""#, "/policy/labels/"),
      (#""employment": 730"#, #""\u0007": 730"#, "/policy/cooling_off_days/\u{7}"),
      (#""de": "C2""#, #""": "C2""#, "/experts/0/languages/"),
      (#""E1": 0"#, #""E/~1": 0"#, "/audits/0/bids/E~1~01"),
      (#""M1": "G1""#, #""M 1": "G1""#, "/groups/M 1"),
      (#""DE": {"DE": 0"#, #""DE": {"": 0"#, "/travel/DE/"),
      (#""DE": ["#, #""\u009f": ["#, "/closures/\u{9F}"),
    ])
  func keys(_ old: String, _ new: String, _ place: String) throws {
    let range = try #require(FilesSample.text.firstRange(of: old))
    let text = FilesSample.text.replacingCharacters(in: range, with: new)
    #expect(FilesSample.places(Array(text.utf8)).contains(place))
  }
}

extension JSON {
  fileprivate var kind: Int {
    switch self {
    case .null: 0
    case .boolean: 1
    case .whole, .number: 2
    case .text: 3
    case .list: 4
    case .object: 5
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
