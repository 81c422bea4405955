import Foundation
import TandemModel
import TandemProtocol
import Testing

@testable import tandem

/// Tables as spreadsheets write them.
@Suite struct SheetTests {
  private static func faults(_ bytes: [UInt8]) -> [String] {
    do throws(Faults) {
      _ = try Sheet(bytes)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test(
    "separators, line ends and byte order marks are as people's programs write them",
    arguments: [
      "a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2\n",
      "\u{FEFF}a;b\r\n\"1\";\"2\"\r\n", "\n\na,b\n\n1,2\n\n",
      "\n\na;b\n1;2\n",
    ])
  func shapes(text: String) throws {
    let sheet = try Sheet(Array(text.utf8))
    #expect(sheet.heads.cells == ["a", "b"])
    #expect(sheet.rows.map(\.cells) == [["1", "2"]])
  }

  @Test("a row's line is where it begins, whatever its cells and empty lines before it hold")
  func lines() throws {
    let sheet = try Sheet(Array("a,b\n\"x\ny\",\"1\"\"2\"\n\nlast,\"p\r\nq\"\nend,\n".utf8))
    #expect(sheet.rows.map(\.line) == [2, 5, 7])
    #expect(
      sheet.rows.map(\.cells) == [["x\ny", "1\"2"], ["last", "p\r\nq"], ["end", ""]])
  }

  @Test("what is no such table is refused where it goes wrong")
  func faults() {
    #expect(Self.faults([]) == [": is empty: its first row names the columns"])
    #expect(
      Self.faults(Array("a,b\n1,\"2\n3,4".utf8)) == [":2: a quote is opened and never closed"])
    #expect(
      Self.faults(Array("a,b\n1,2\n3,\"4\"5\n".utf8)) == [
        ":3: a cell goes on after the quote that ends it; double the quotes in it"
      ])
    #expect(
      Self.faults(Array("a,b\n\u{301}1,\u{301}2\n".utf8)) == [
        ":2: an accent stands before the first letter of a cell, or after its quote"
      ])
    #expect(Self.faults([0xFF, 0xFE, 0x61, 0]) == [": is in UTF-16; save it as CSV in UTF-8"])
    #expect(
      Self.faults(Array("a\nb\n".utf8) + [0xE9, 0x0A]) == [
        ":3: is not UTF-8; save the file as CSV in UTF-8"
      ])
  }
}

/// What a file's rows become, and what is said of them.
@Suite struct ImportTests {
  private static func read(_ text: String, _ table: ImportTable) throws -> Import {
    try withFile(text) { try Import($0, as: table) }
  }

  /// What is refused, with the file's name left out.
  private static func refused(_ text: String, _ table: ImportTable) throws -> [String] {
    try withFile(text) { path in
      do {
        return try Import(path, as: table).faults.map {
          $0.fault.description.replacing(path, with: "")
        }
      } catch Failure.badData(let faults) {
        return faults.map { $0.description.replacing(path, with: "") }
      }
    }
  }

  @Test("heads come in any order and spelling, and only what the file has is changed")
  func heads() throws {
    let rows = try Self.read(
      "E-Mail;Max Audits;ID;LANGUAGES\nada@x.org;;E1;de:C2 en:C1\n'-;4;E2;de C2 | en C1\n",
      ExpertRows.table
    ).rows
    #expect(rows.map { $0.expert?.id } == ["E1", "E2"])
    #expect(rows.map { $0.expert?.email } == ["ada@x.org", "-"])
    #expect(
      rows.map { $0.fields?.paths } == [
        ["email", "languages"], ["email", "max_audits", "languages"],
      ])
    for row in rows {
      #expect(row.expert?.languages.map(\.language) == ["de", "en"])
      #expect(row.expert?.languages.map(\.level) == ["C2", "C1"])
    }
    #expect(rows.map { $0.expert?.maxAudits } == [ExpertFields.usualAudits, 4])
  }

  @Test("each kind's cells are read as its messages need them")
  func kinds() throws {
    let organisation = try #require(
      Self.read(
        "id,cluster,members,identifiers,group_date\nC,yes,M1|M2,vat:DE1|register:DE:HRB 7,2026-01-31",
        OrganisationRows.table
      ).rows.first?.organisation)
    #expect(organisation.cluster && organisation.members == ["M1", "M2"])
    #expect(organisation.identifiers.map(\.kind) == ["vat", "register"])
    #expect(organisation.identifiers.map(\.country) == ["", "DE"])
    #expect(organisation.identifiers.map(\.value) == ["DE1", "HRB 7"])
    #expect(organisation.groupDate == .with { ($0.year, $0.month, $0.day) = (2026, 1, 31) })
    let interest = try #require(
      Self.read(
        "expert,organisation name,kind,until\nE1,Jenoptik AG,employment,still running",
        InterestRows.table
      )
      .rows.first)
    #expect(interest.named?.name == "Jenoptik AG" && interest.interest?.until == nil)
    #expect(interest.fields?.paths == ["expert", "kind", "until"])
    let audit = try #require(
      Self.read(
        "reference,cluster,in,label,languages,earliest,latest,state,contact name\n"
          + "R1,OPTONET OptoNet e.V.,DE,gold,de en,2027-01-01,2027-02-01,admitted,Zoë",
        AuditRows.table
      ).rows.first)
    #expect(audit.audit?.cluster == "OPTONET" && audit.audit?.reference == "R1")
    #expect(audit.audit?.contact?.name == "Zoë")
    #expect(audit.fields?.paths.last == "contact")
  }

  @Test("a table of interests may have ids of some organisations and names of others")
  func organisations() throws {
    let rows = try Self.read(
      "expert,organisation,organisation name,organisation country,kind\n"
        + "E1,M1,,,employment\nE2,,Jenoptik AG,DE,employment\n", InterestRows.table
    ).rows
    #expect(rows.map { $0.interest?.organisation } == ["M1", ""])
    #expect(rows.map { $0.named?.name } == [nil, "Jenoptik AG"])
    #expect(rows.map { $0.named?.country } == [nil, "DE"])
    #expect(
      rows.map { $0.fields?.paths } == [["expert", "organisation", "kind"], ["expert", "kind"]])
  }

  @Test(
    "what is exported is read back as it was",
    arguments: [
      "=1", "'=1", "''+1", "'", "'a", "-", "a, \"b\"", "=\u{301}1", "'=\u{301}1", "Zoë; Ö|x",
    ])
  func roundTrip(name: String) throws {
    let table = Table(heads: ["ID", "NAME"], rows: [["E1", name]])
    let rows = try Self.read(table.csv.joined(separator: "\n"), ExpertRows.table).rows
    #expect(rows.map { $0.expert?.name } == [name])
  }

  @Test("every faulty cell is named by line and column")
  func cells() throws {
    let faults = try Self.refused(
      "id;max;lead;languages\nE1;x;;de\n\"E\n2\";1;;;y\nE3;2;;de:C2\n", ExpertRows.table)
    #expect(
      faults == [
        ":2:2: max: \"x\" is no whole number",
        ":2:4: languages: \"de\" is no list of languages with levels, such as de:C2 en:C1",
        ":3:1: id: has a line break or another control character",
        ":3:5: no head: \"y\" stands beside the columns that have one",
      ])
    let days = try Self.refused("expert,from,to\nE1,31.01.2027,2027-02-30\n", AbsenceRows.table)
    #expect(
      days == [
        ":2:2: from: \"31.01.2027\" is no day, such as 2027-03-31",
        ":2:3: to: \"2027-02-30\" is no day, such as 2027-03-31",
      ])
  }

  @Test("heads that are unknown, doubled or missing are refused where they stand")
  func wrongHeads() throws {
    let known = "id, expert, first_day, last_day"
    #expect(
      try Self.refused("expert,Expert,x\n", AbsenceRows.table) == [
        ":1:2: Expert: the column is there twice",
        ":1:3: x: is no column of this table, which has \(known)",
        ":1: there is no column first_day", ":1: there is no column last_day",
      ])
  }

  @Test("what the server has against a row is told in words of the file")
  func server() throws {
    let file = try Self.read("id,Country\n\nE1,AT\nE2,XX\n", ExpertRows.table)
    let told = [
      "rows[1].expert.country": ":4:2: Country: is wrong", "rows[0]": ":3: is wrong",
      "rows[0].expert.languages[0].level": ":3: languages[0].level: is wrong",
    ]
    for (place, expected) in told {
      let fault = try #require(file.fault(Fault(at: place, "is wrong")))
      #expect(fault.fault.fault.description.hasSuffix(expected), "\(fault)")
    }
    #expect(file.fault(Fault(at: "request_id", "is wrong")) == nil)
    #expect(file.fault(Fault(at: "rows[2]", "is wrong")) == nil)
  }
}

/// Runs `body` with the path of a file that holds the text and is gone afterwards.
private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  let url = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
  try Data(text.utf8).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}
