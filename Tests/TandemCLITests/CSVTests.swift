import Testing

@testable import tandem

@Suite struct CSVTests {
  @Test(
    "a cell is quoted where it must be, and is no formula",
    arguments: [
      ("plain text", "plain text"), ("", ""), ("a,b", "\"a,b\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""), ("=1+1", "'=1+1"), ("+49 89", "'+49 89"),
      ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
      ("'=1", "''=1"), ("'a", "'a"),
      // One character for Swift, two for a spreadsheet.
      ("=\u{301}1", "'=\u{301}1"), ("a=b", "a=b"), ("two\nlines", "two\u{FFFD}lines"),
    ])
  func cell(text: String, expected: String) {
    #expect(Table(heads: ["H"], rows: [[text]]).csv == ["H", expected])
  }

  @Test("the heads come first, cells stand between commas")
  func rows() {
    let table = Table(heads: ["A", "B"], rows: [["1", ""], ["2", "x, y"]])
    #expect(table.csv == ["A,B", "1,", "2,\"x, y\""])
  }
}
