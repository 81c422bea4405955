import TandemModel
import TandemNames
import Testing

struct IdentifierTests {
  @Test(arguments: ["W38RGI023J3WT1HWRP32", "5493001KJTIIGC8Y1R12", "w38r gi02 3j3w t1hw rp32"])
  func `A LEI is taken when its check digits fit`(text: String) throws {
    #expect(try Identifier(.lei, text).value.count == 20)
  }

  @Test(arguments: ["W38RGI023J3WT1HWRP33", "W38RGI023J3WT1HWRP3", "", "W38RGI023J3WT1HWRPAB"])
  func `A LEI is refused when its check digits do not fit`(text: String) {
    #expect(throws: Fault.self) { try Identifier(.lei, text) }
  }

  @Test func `A ROR is taken as its letters or as its address`() throws {
    #expect(try Identifier(.ror, "https://ror.org/03yrm5c26").value == "03yrm5c26")
    #expect(try Identifier(.ror, "05dxps055") == Identifier(.ror, "ror.org/05DXPS055"))
    #expect(throws: Fault.self) { try Identifier(.ror, "03yrm5c27") }
    #expect(throws: Fault.self) { try Identifier(.ror, "13yrm5c26") }
  }

  @Test(arguments: [
    ("ATU12345678", "AT", "U12345678"), ("EL 123 456 789", "GR", "123456789"),
    ("DE129273398", "DE", "129273398"), ("CHE-123.456.789 MWST", "CH", "E123456789"),
    ("NL123456789B01", "NL", "123456789B01"), ("FR 12 123456789", "FR", "12123456789"),
    ("IE1234567WA", "IE", "1234567WA"), ("ESB12345678", "ES", "B12345678"),
  ])
  func `A VAT number brings its country`(text: String, country: String, value: String) throws {
    let identifier = try Identifier(.vat, text)
    #expect(identifier.country?.text == country)
    #expect(identifier.value == value)
    #expect(try Identifier(.vat, value, country: Country(country)) == identifier)
  }

  @Test(arguments: ["DE12345678", "XX123456789", "ATU1234567", "", "PL12345678901"])
  func `A VAT number of another shape is refused`(text: String) {
    #expect(throws: Fault.self) { try Identifier(.vat, text) }
  }

  @Test(arguments: [
    ("HRB 500000 Jena", "DE", true), ("FN 56247t", "AT", true), ("732 829 320", "FR", true),
    ("732 829 321", "FR", false), ("556012-5790", "SE", true), ("556012-5791", "SE", false),
    ("923 609 016", "NO", true), ("923 609 017", "NO", false), ("00006947", "CZ", true),
    ("00006948", "CZ", false), ("SC123456", "GB", true), ("0202239951", "BE", true),
    ("0202239952", "BE", false), ("anything 12", "JP", true),
  ])
  func `A register's number has its country's shape and check`(
    text: String, country: String, isTaken: Bool
  ) {
    let taken = try? Identifier(.register, text, country: Country(country))
    #expect((taken != nil) == isTaken)
  }

  @Test func `A register's number needs its country`() {
    #expect(throws: Fault(at: "register", "needs its country")) {
      try Identifier(.register, "732829320")
    }
  }
}
