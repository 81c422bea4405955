import ArgumentParser
import TandemModel
import Testing

@testable import tandem

@Suite struct ArgumentTests {
  @Test(
    "wrong arguments exit 64 and say what is right",
    arguments: [
      (["panel", "check", "A1"], "--experts and --start"),
      (["panel", "check", "A1", "--experts", "E1"], "--experts and --start go together"),
      (["panel", "check", "A1", "--experts", "E1", "--start", "8.2.2023"], "YYYY-MM-DD"),
      (["panel", "rank", "A1", "--best", "0"], "expected 1 to 1000"),
      (["panel", "rank", "A1", "--best", "1001"], "expected 1 to 1000"),
      (["panel", "unassign", "A1"], "--reason"),
      (["expert", "list", "--limit", "0"], "expected 1 or more"),
      (["expert", "list", "--output", "xml"], "table"),
      (["expert", "update", "E1"], "say what to change"),
      (["expert", "add", "--country", "AT"], "--languages"),
      (
        ["expert", "add", "--country", "AT", "--languages", "de", "--accredited", "gold"],
        "de:C2,en:C1"
      ),
      (["organisation", "update", "O1"], "say what to change"),
      (["closure", "set", "DE"], "--none"),
      (["closure", "set", "DE", "2023-02-30"], "YYYY-MM-DD"),
      (["closure", "set", "DE", "2023-02-28", "--none"], "--none"),
      (["journal", "verify", "--expect", "12"], "REVISION:HASH"),
      (["journal", "verify", "--expect", "12:abc"], "REVISION:HASH"),
      (["audit", "list", "--state", "lost"], "withdrawn"),
      (["travel", "set", "AT", "DE", "far"], "0 to 1,000,000"),
      (["absence", "add", "--expert", "E1", "--first", "2023-05-01"], "--last"),
      (["assignment", "list"], "--expert"), (["invented"], "invented"),
      (["login", "--server", "h:1", "--token", "secret"], "a token is never an argument"),
      (["server", "info", "--token", "secret"], "a token is never an argument"),
      (["server", "info", "--context", "a b"], "--context"), (["context", "use"], "<name>"),
    ])
  func wrong(arguments: [String], says text: String) {
    do {
      _ = try Tandem.parseAsRoot(arguments)
      Issue.record("\(arguments) was taken")
    } catch {
      #expect(Tandem.exitCode(for: error).rawValue == 64)
      let message = Tandem.fullMessage(for: error)
      #expect(message.contains(text), "\(message)")
      #expect(!message.contains("secret"), "\(message)")
    }
  }

  private static let hash = String(repeating: "0a", count: 32)

  @Test("the head to expect is read as its two parts")
  func head() throws {
    let command = try Tandem.parseAsRoot(["journal", "verify", "--expect", "12:\(Self.hash)"])
    let verify = try #require(command as? JournalCommands.Verify)
    #expect(verify.expect?.revision == 12)
    #expect(verify.expect?.hash == Self.hash)
  }

  @Test("an update asks for what is given and nothing else; an empty list takes away")
  func update() throws {
    let command = try Tandem.parseAsRoot([
      "expert", "update", "E1", "--languages", "de:C2, en:B1", "--lead", "", "--max-audits", "0",
    ])
    let given = try #require(command as? ExpertUpdate).fields.given
    #expect(given.names == ["languages", "lead", "max_audits"])
    #expect(given.message.languages.map { "\($0.language) \($0.level)" } == ["de C2", "en B1"])
    #expect(given.message.lead.isEmpty)
    #expect(given.message.maxAudits == 0)
  }

  @Test("every field that an update can name is one of the message")
  func names() throws {
    let expert = try Tandem.parseAsRoot([
      "expert", "update", "E1", "--name", "a", "--email", "b@c", "--country", "AT",
      "--languages", "de:C2", "--accredited", "gold", "--lead", "gold", "--sectors", "ict",
      "--max-audits", "1", "--opening-load", "2",
    ])
    let given = try #require(expert as? ExpertUpdate).fields.given
    #expect(given.names.count == 9)
    #expect(Set(given.names).isSubset(of: type(of: given.message).descriptor.fieldNames))
    let organisation = try Tandem.parseAsRoot([
      "organisation", "update", "O1", "--name", "a", "--group", "G", "--no-cluster",
      "--members", "M1",
    ])
    let other = try #require(organisation as? OrganisationUpdate).fields.given
    #expect(other.names == ["name", "group", "cluster", "members"])
    #expect(other.message.cluster == false)
  }

  @Test("help and version are no failures", arguments: [["--help"], ["--version"]])
  func help(arguments: [String]) {
    #expect {
      var command = try Tandem.parseAsRoot(arguments)
      try command.run()
    } throws: {
      Tandem.exitCode(for: $0).rawValue == 0
    }
  }
}
