import Testing

@testable import TandemProtocol

@Suite("Python's protobuf")
struct ForeignTests {
  @Test("every message type of the protos has a Swift value")
  func allTypes() throws {
    let names = Set(try Foreign.run("names"))
    #expect(names == Set(Wire.allMessages.map { $0.descriptor.name }))
  }

  @Test("Python reads what Swift writes, and writes the same bytes", arguments: [1, 2])
  func swiftFirst(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var lines: [Foreign.Line] = []
    for type in Wire.allMessages {
      for _ in 0..<10 { lines.append(try randomLine(type, &random)) }
    }
    try expectSame(lines, "seed \(seed)")
  }

  @Test("Swift reads what Python writes, and writes the same bytes", arguments: [1, 2])
  func pythonFirst(seed: Int) throws {
    let lines = try Foreign.messages(Foreign.run("random", "\(seed)", "10"))
    #expect(lines.count >= 10 * Wire.allMessages.count)
    for line in lines {
      let type = try #require(Self.types[line.name], "\(line.name) has no Swift value")
      let again = try encodedAgain(type, line.bytes)
      #expect(again == line.bytes, "\(line.name) of seed \(seed)")
    }
  }

  @Test("what Swift takes of spoilt messages, Python takes for the same", arguments: [1, 2])
  func spoilt(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var given: [Foreign.Line] = []
    var taken: [Foreign.Line] = []
    for type in Wire.allMessages {
      let line = try randomLine(type, &random)
      for _ in 0..<20 {
        let bytes = spoil(line.bytes, &random)
        guard let again = try? encodedAgain(type, bytes) else { continue }
        given.append(Foreign.Line(name: line.name, bytes: bytes))
        taken.append(Foreign.Line(name: line.name, bytes: again))
      }
    }
    #expect(given.count > Wire.allMessages.count)
    let foreign = try Foreign.messages(Foreign.run("again", input: given))
    #expect(foreign.count == taken.count)
    for (index, pair) in zip(foreign, taken).enumerated() {
      #expect(pair.0 == pair.1, "seed \(seed), of \(given[index])")
    }
  }

  @Test("Google's own types read the details of an error")
  func status() throws {
    let bytes = try ErrorDetails.sample.encodeStatus()
    let line = Foreign.Line(name: "google.rpc.Status", bytes: bytes)
    #expect(
      try Foreign.run("status", input: [line]) == [
        #"{"code": 9, "details": ["#
          + #"{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "tandem", "#
          + #""metadata": {"audit": "A1", "revision": "42"}, "reason": "RULES_BROKEN"}, "#
          + #"{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": "#
          + #"[{"description": "9 is no level", "field": "expert.languages[2].level"}]}, "#
          + #"{"@type": "type.googleapis.com/google.rpc.PreconditionFailure", "violations": "#
          + #"[{"description": "E1 works for M1.", "subject": "E1", "type": "INTEREST"}]}, "#
          + #"{"@type": "type.googleapis.com/google.rpc.ResourceInfo", "#
          + #""resourceName": "A1", "resourceType": "tandem.v1.Audit"}], "#
          + #""message": "The panel may not serve on A1."}"#
      ])
  }

  private static let types = Dictionary(
    Wire.allMessages.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })

  private func randomLine<M: Message>(
    _ type: M.Type, _ random: inout SeededGenerator
  ) throws -> Foreign.Line {
    let bytes = try Codec.encode(RandomFiller.message(type, from: &random))
    return Foreign.Line(name: M.descriptor.name, bytes: bytes)
  }

  private func encodedAgain<M: Message>(_ type: M.Type, _ bytes: [UInt8]) throws -> [UInt8] {
    try Codec.encode(decode(type, bytes))
  }

  private func expectSame(_ lines: [Foreign.Line], _ what: String) throws {
    let foreign = try Foreign.messages(Foreign.run("again", input: lines))
    #expect(foreign.count == lines.count)
    for (ours, theirs) in zip(lines, foreign) {
      #expect(ours == theirs, "\(ours.name) of \(what)")
    }
  }
}
