import CProtobufC
import CTandemProtos
import Testing

@testable import TandemProtocol

@Suite("The shape of the messages")
struct MessageShapeTests {
  @Test("every message maps each of its fields once, as what the protos say it is")
  func mapsEachFieldOnce() {
    for type in Wire.allMessages { expectEachFieldOnce(type) }
  }

  private func expectEachFieldOnce<M: Message>(_ type: M.Type) {
    var visitor = FieldVisitor(type: M.descriptor)
    var message = M()
    message.map(&visitor)
    let numbers = M.descriptor.fields.map(\.number)
    #expect(visitor.numbers.sorted() == numbers, "the fields of \(M.descriptor.name)")
    for problem in visitor.problems { Issue.record("\(M.descriptor.name): \(problem)") }
  }

  @Test("no message type is listed twice")
  func listsEachTypeOnce() {
    let names = Wire.allMessages.map { $0.descriptor.name }
    #expect(Set(names).count == names.count)
  }

  @Test("a descriptor tells the name, the fields and their kinds")
  func describes() throws {
    let type = MessageDescriptor(google__protobuf__any__descriptor)
    #expect(type.name == "google.protobuf.Any")
    #expect(type.fields.map(\.name) == ["type_url", "value"])
    #expect(type.fields.map(\.kind) == [.bytes, .bytes])
    let details = try #require(Wire.Status.descriptor[3])
    #expect(details.isRepeated)
    #expect(details.message?.name == "google.protobuf.Any")
    #expect(Wire.Status.descriptor[4] == nil)
  }

  @Test("a message that is mapped as what it is not stops the program")
  func stopsAtWrongMapping() async {
    await #expect(processExitsWith: .failure) { _ = try Codec.encode(WrongKind()) }
    await #expect(processExitsWith: .failure) { _ = try Codec.encode(WrongNumber()) }
    await #expect(processExitsWith: .failure) { _ = try Codec.encode(WrongLabel()) }
    await #expect(processExitsWith: .failure) { _ = try Codec.encode(WrongMessage()) }
  }

  @Test("a message type that contains itself stops the program")
  func stopsAtRecursion() async {
    await #expect(processExitsWith: .failure) {
      let type = UnsafeMutablePointer<ProtobufCMessageDescriptor>.allocate(capacity: 1)
      let field = UnsafeMutablePointer<ProtobufCFieldDescriptor>.allocate(capacity: 1)
      field.initialize(to: ProtobufCFieldDescriptor())
      field.pointee.type = PROTOBUF_C_TYPE_MESSAGE
      field.pointee.descriptor = UnsafeRawPointer(type)
      type.initialize(to: ProtobufCMessageDescriptor())
      type.pointee.fields = UnsafePointer(field)
      type.pointee.n_fields = 1
      MessageDescriptor(pointer: type).check(within: [])
    }
  }
}

/// Notes which fields a message maps, and what is wrong with its enums.
private struct FieldVisitor: FieldMapper {
  let type: MessageDescriptor
  var numbers: [UInt32] = []
  var problems: [String] = []

  mutating func text(_ number: UInt32, _ value: inout String) { visit(number, .bytes) }
  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    visit(number, .bytes, isRepeated: true)
  }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) { visit(number, .bytes) }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { visit(number, .flag) }
  mutating func integer(_ number: UInt32, _ value: inout Int) { visit(number, .integer) }

  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    visit(number, .choice)
    let named = type[number]?.values.map(\.number) ?? []
    if E.allCases.map(\.rawValue).sorted() != named.sorted() {
      problems.append("the cases of \(E.self) are not those of the protos")
    }
    if E.unspecified.rawValue != 0 { problems.append("\(E.self).unspecified is not 0") }
  }

  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    visit(number, .message, of: M.descriptor)
  }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    visit(number, .message, isRepeated: true, of: M.descriptor)
  }

  private mutating func visit(
    _ number: UInt32, _ kind: FieldDescriptor.Kind, isRepeated: Bool = false,
    of message: MessageDescriptor? = nil
  ) {
    numbers.append(number)
    guard let field = type[number] else { return problems.append("there is no field \(number)") }
    if field.kind != kind || field.isRepeated != isRepeated || field.message?.name != message?.name
    {
      problems.append("\(field.name) is mapped as what it is not")
    }
  }
}

private struct WrongKind: Message {
  static let descriptor = Wire.Status.descriptor
  var code = ""
  mutating func map(_ fields: inout some FieldMapper) { fields.text(1, &code) }
}

private struct WrongNumber: Message {
  static let descriptor = Wire.Status.descriptor
  var code = 0
  mutating func map(_ fields: inout some FieldMapper) { fields.integer(9, &code) }
}

private struct WrongLabel: Message {
  static let descriptor = Wire.Status.descriptor
  var message = [""]
  mutating func map(_ fields: inout some FieldMapper) { fields.texts(2, &message) }
}

private struct WrongMessage: Message {
  static let descriptor = Wire.Status.descriptor
  var details = [Wire.ErrorInfo()]
  mutating func map(_ fields: inout some FieldMapper) { fields.messages(3, &details) }
}
