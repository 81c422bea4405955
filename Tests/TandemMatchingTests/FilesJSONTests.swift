import TandemModel
import Testing

@testable import TandemMatching

@Suite("The JSON parser")
struct FilesJSONTests {
  private func parse(_ bytes: [UInt8]) -> (value: JSON?, faults: [Fault]) {
    let log = FaultLog()
    let value = JSONParser.parse(bytes, log: log)
    return (value, log.faults.faults)
  }

  @Test(
    "reads what RFC 8259 calls JSON",
    arguments: [
      ("null", JSON.null), (" \t\r\n true ", .boolean(true)), ("false", .boolean(false)),
      ("0", .whole(0)), ("-0", .whole(0)), ("-12", .whole(-12)),
      ("9223372036854775807", .whole(.max)), ("-9223372036854775808", .whole(.min)),
      ("9223372036854775808", .number("9223372036854775808")),
      ("1.0", .number("1.0")), ("1e3", .number("1e3")), ("0E-0", .number("0E-0")),
      ("-1.50e+07", .number("-1.50e+07")),
      ("\"\"", .text("")), (#""a\"\\\/\b\f\n\r\t""#, .text("a\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u0041\u00e9\uD83D\uDE00\u0000""#, .text("A\u{E9}\u{1F600}\u{0}")),
      (#""\uD800\uDC00\uDBFF\uDFFF""#, .text("\u{10000}\u{10FFFF}")),
      ("\"é\u{7F}\u{1F600}\"", .text("é\u{7F}\u{1F600}")),
      ("[]", .list([])), ("[1,[ ],{} ]", .list([.whole(1), .list([]), .object([])])),
      ("{}", .object([])),
      (#"{"b":1 , "a" : [2]}"#, .object([.init("b", .whole(1)), .init("a", .list([.whole(2)]))])),
    ])
  func accepted(_ text: String, _ expected: JSON) {
    let (value, faults) = parse(Array(text.utf8))
    #expect(value == expected)
    #expect(faults == [])
  }

  @Test(
    "refuses anything else as a whole",
    arguments: [
      "", " ", "nul", "nulll", "True", "01", "-", "+1", ".5", "1.", "1.e1", "1e", "1e+", "--1",
      "0x1", "NaN", "Infinity", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{}}",
      "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}",
      "'a'", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u+123\"",
      "\"\n\"", "\"\u{1F}\"", "1 1", "[] []", "// a\n1", "\u{FEFF}1", "\u{A0}1",
      #""\uD800""#, #""\uDC00""#, #""\uDC00\uD800""#, #""\uD800\uD800""#, #""\uD800x""#,
      #""\uD800\n""#, #"{"\uDFFF":1}"#,
    ])
  func refused(_ text: String) throws {
    let (value, faults) = parse(Array(text.utf8))
    #expect(value == nil)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.place == "")
    #expect(fault.reason.hasPrefix("is not JSON: expected "))
  }

  @Test("says at which line and byte a text stops being JSON")
  func position() {
    #expect(
      parse(Array("{\n \"é\": 1,\n \"é\" 2}".utf8)).faults
        == [Fault(at: "", "is not JSON: expected a colon (line 3, byte 7)")])
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func notUTF8(_ bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(
      parse([quote] + bytes + [quote]).faults == [Fault(at: "", "is not UTF-8 (line 1, byte 2)")])
  }

  @Test("reads a hundred lists in one another and refuses one more")
  func depth() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(parse(nested(100)).value != nil)
    #expect(
      parse(nested(101)).faults == [Fault(at: "", "is nested deeper than 100 (line 1, byte 101)")])
    #expect(parse(Array(String(repeating: "{\"a\":", count: 200_000).utf8)).faults.count == 1)
  }

  @Test("refuses a text over the limit of size, whatever is in it")
  func size() {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: JSONParser.sizeLimit)
    #expect(parse(text).faults.first?.reason.hasPrefix("is not JSON") == true)
    #expect(parse(text + text.prefix(1)).faults == [Fault(at: "", "is larger than 64 MiB")])
  }

  @Test(
    "notes a key that is given twice at its own place",
    arguments: [
      (#"{"a":1,"b":2,"a":3}"#, ["/a"]),
      (#"{"a":1,"\u0061":2}"#, ["/a"]),
      (#"{"":[0,{"x":1,"x":1}],"":0}"#, ["//1/x", "/"]),
      (#"{"a/b~c":1,"a/b~c":2}"#, ["/a~1b~0c"]),
      (#"{"a":1,"a":2,"a":3}"#, ["/a", "/a"]),
      // Canonically equivalent, but other code points: other keys.
      (#"{"\u00e9":1,"e\u0301":2}"#, []),
      (#"{"K":1,"\u212a":2}"#, []),
      (#"{"a":1,"A":1," a":1}"#, []), (#"{"a":{"b":1},"b":{"b":1}}"#, []),
    ])
  func repeatedKeys(_ text: String, _ places: [String]) {
    let (value, faults) = parse(Array(text.utf8))
    #expect(value != nil)
    #expect(faults.map(\.place) == places)
  }

  @Test("writes texts so that they read back, with control characters escaped")
  func quoting() {
    let text = "\u{0}\u{1F}\u{7F}\u{9F}\"\\/é\u{2028}\u{1F600}"
    let written = JSON.text(text).file()
    #expect(written.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\n") })
    #expect(parse(written).value == .text(text))
  }
}
