import TandemMatching
import TandemProtocol
import Testing

@testable import tandem

@Suite struct MessageJSONTests {
  @Test("every message type gives the values of its fields, by the names of the protos")
  func allMessages() {
    for type in Wire.allMessages { check(type) }
  }

  private func check<M: Message>(_ type: M.Type) {
    let (message, expected) = Filler.filled(type)
    #expect(JSON(message) == expected, "\(type.descriptor.name)")
  }

  @Test("what is absent is null, a list without elements is empty")
  func absent() {
    let json = JSON(Wire.Interest())
    #expect(json["until"] == .null)
    #expect(JSON(Wire.Relation())["experts"] == .list([]))
    #expect(JSON([Wire.Relation]()) == .list([]))
  }

  @Test("a date that does not exist is null rather than another one")
  func noDate() {
    let date = Wire.Date.with {
      $0.year = 2023
      $0.month = 2
      $0.day = 30
    }
    #expect(JSON(date) == .null)
  }
}

/// Gives each field of a message a value of its own, and says which JSON that is.
private struct Filler: FieldMapper {
  private var values: [JSON] = []

  static func filled<M: Message>(_: M.Type) -> (message: M, json: JSON) {
    var message = M()
    if message is Wire.Date {
      let date = Wire.Date.with {
        $0.year = 2023
        $0.month = 2
        $0.day = 8
      }
      if let date = date as? M { message = date }
      return (message, .text("2023-02-08"))
    }
    var filler = Filler()
    message.map(&filler)
    let members = zip(M.descriptor.fieldNames, filler.values).map { JSON.Member($0, $1) }
    return (message, .object(members))
  }

  mutating func text(_ number: UInt32, _ value: inout String) {
    value = "text \(number)"
    values.append(.text("text \(number)"))
  }

  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    value = ["a\(number)", "b"]
    values.append(.list([.text("a\(number)"), .text("b")]))
  }

  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    value = Array("{}".utf8)
    values.append(.text("{}"))
  }

  mutating func flag(_ number: UInt32, _ value: inout Bool) {
    value = true
    values.append(.boolean(true))
  }

  mutating func integer(_ number: UInt32, _ value: inout Int) {
    value = Int(number) - 3
    values.append(.whole(Int(number) - 3))
  }

  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    value = Array(E.allCases).last ?? .unspecified
    values.append(.text("\(value)"))
  }

  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    let (message, json) = Filler.filled(M.self)
    value = message
    values.append(json)
  }

  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    let (message, json) = Filler.filled(M.self)
    value = [message, message]
    values.append(.list([json, json]))
  }
}
