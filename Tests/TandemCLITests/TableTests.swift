import TandemModel
import TandemProtocol
import Testing

@testable import tandem

@Suite struct TableTests {
  private static let table = Table(
    heads: ["ID", "NAME", "SECTORS"],
    rows: [
      ["E0094", "Zoë Muster", "photonics materials health mobility production energy"],
      ["E0118", "株式会社 Köln", "ict"],
      ["OPTONET-GOLD-2023", "", ""],
    ])

  @Test("no line of a table is wider than what it is to fit", arguments: [40, 80, 200])
  func fits(width: Int) {
    for line in Self.table.lines(fitting: width) {
      #expect(line.width <= width, "\(line)")
    }
  }

  @Test("a table that fits shows every cell whole, its columns under each other")
  func whole() {
    #expect(
      Self.table.lines(fitting: 200) == [
        "ID                 NAME           SECTORS",
        "E0094              Zoë Muster     photonics materials health mobility production energy",
        "E0118              株式会社 Köln  ict",
        "OPTONET-GOLD-2023",
      ])
  }

  @Test("columns of several words give way, with an ellipsis; ids stay whole")
  func cut() {
    #expect(
      Self.table.lines(fitting: 40) == [
        "ID                 NAME       SECTORS",
        "E0094              Zoë Must…  photonics…",
        "E0118              株式会社…  ict",
        "OPTONET-GOLD-2023",
      ])
  }

  @Test("tokens and plans fit 80 columns with their times whole")
  func times() throws {
    let time = Wire.Timestamp.with { $0.seconds = 1_668_500_000 }
    let token = Wire.Token.with {
      $0.id = "coordinator-of-the-south"
      $0.role = .coordinator
      $0.clusters = ["OPTONET", "WATER", "MOBILITY-SOUTH-EAST"]
      $0.until = Wire.Date(Day(ofInstant: 1_668_500_000_000))
      $0.lastUsed = time
    }
    let plan = Wire.PublishedPlan.with {
      $0.published = 12_345
      $0.time = time
      $0.actor = "coordinator-of-the-south"
    }
    for table in [[token].table, [plan].table] {
      let lines = table.lines(fitting: 80)
      #expect(lines.allSatisfy { $0.width <= 80 })
      #expect(lines.last?.contains("2022-11-15 08:13") == true, "\(lines)")
    }
    #expect([token].table.lines(fitting: 80).last?.contains("2022-11-15  2022-11-15 08:13") == true)
  }

  @Test("a column that a table leaves out is in the CSV all the same")
  func hidden() {
    let table = Table(heads: ["A", "B", "C"], rows: [["1", "2", "3"]], hidden: ["B"])
    #expect(table.lines(fitting: 80) == ["A  C", "1  3"])
    #expect(table.csv == ["A,B,C", "1,2,3"])
  }

  @Test("control characters of a cell do not reach the terminal")
  func controls() {
    let lines = Table(heads: ["A"], rows: [["x\u{1B}[2Jy\u{7}\n\u{9B}"]]).lines(fitting: 80)
    #expect(lines == ["A", "x\u{FFFD}[2Jy\u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test(
    "a text is as wide as a terminal shows it",
    arguments: [
      ("", 0), ("Zoë", 3), ("Zoe\u{308}", 3), ("株式", 4), ("한국", 4), ("ａ", 2), ("👩‍🔬", 2),
      ("…", 1), ("✗", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(text.width == columns)
  }

  @Test(
    "a wrapped text keeps its words and its width", arguments: [20, 40, 80])
  func wraps(width: Int) {
    let text = "E0094 holds an employment interest in M010, a member of the cluster 株式会社"
    let lines = text.wrapped(to: width, indent: "  ")
    #expect(lines.allSatisfy { $0.width <= width }, "\(lines)")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
    #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
  }

  @Test("facts leave out what is not given and wrap beside their names")
  func facts() {
    let facts = Facts([("id", "E1"), ("name", ""), ("members", "M1 M2 M3 M4")])
    #expect(
      facts.lines(fitting: 20) == [
        "id            E1", "members       M1 M2", "              M3 M4",
      ])
    #expect(facts.table.csv == ["WHAT,VALUE", "id,E1", "members,M1 M2 M3 M4"])
  }
}
