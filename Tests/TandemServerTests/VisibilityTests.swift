import Foundation
import TandemProtocol
import Testing

@testable import TandemServer

/// Every field of every answer, under each role, against a list of what may be there.
@Suite struct VisibilityTests {
  /// One line a field: the role, the call and the field's path.
  private static let allowed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Resources/visible.txt")

  @Test("what each role sees of each answer is what the list allows, and all of that")
  func list() throws {
    var seen: [String] = []
    for role in [Role.expert, .partner, .observer] {
      for method in Methods.all where method.callers[role] != nil {
        for path in paths(method.messages.response, role) {
          seen.append("\(role) \(method.name) \(path)")
        }
      }
    }
    let text = try String(contentsOf: Self.allowed, encoding: .utf8)
    let allowed = text.split(separator: "\n").map(String.init)
    #expect(Set(seen).subtracting(allowed) == [], "these are seen and nobody allowed them")
    #expect(Set(allowed).subtracting(seen) == [], "these are allowed and not there")
    #expect(allowed == allowed.sorted() && Set(allowed).count == allowed.count)
  }

  @Test("a coordinator sees every field")
  func coordinator() {
    for method in Methods.all {
      func all<M: Message>(_ type: M.Type) -> Bool {
        let full = Full.message(M.self)
        return full.redacted(for: .coordinator) == full
      }
      let isWhole = all(method.messages.response)
      #expect(isWhole, "\(method.name)")
    }
  }

  @Test("why a panel is broken is told to coordinators only")
  func errors() {
    var details = ErrorDetails(.failedPrecondition, reason: "RULES_BROKEN", "x")
    details.breaches = [Wire.Breach.with { $0.rule = "INTEREST" }]
    details.preconditionViolations = [
      ErrorDetails.PreconditionViolation(type: "INTEREST", subject: "E1", description: "x")
    ]
    #expect(details.seen(by: .coordinator).breaches.count == 1)
    for role in [Role.expert, .partner, .observer] {
      let seen = details.seen(by: role)
      #expect(seen.breaches.isEmpty && seen.preconditionViolations.isEmpty)
    }
  }

  private func paths<M: Message>(_ type: M.Type, _ role: Role) -> [String] {
    var message = Full.message(M.self).redacted(for: role)
    var paths = Paths(names: M.descriptor, place: "")
    message.map(&paths)
    return paths.found
  }
}

/// Fills every field of a message, lists with one element.
private struct Full: FieldMapper {
  static func message<M: Message>(_: M.Type = M.self) -> M {
    var message = M()
    var full = Full()
    message.map(&full)
    return message
  }

  mutating func text(_ number: UInt32, _ value: inout String) { value = "x" }
  mutating func texts(_ number: UInt32, _ value: inout [String]) { value = ["x"] }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) { value = [1] }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { value = true }
  mutating func integer(_ number: UInt32, _ value: inout Int) { value = 1 }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    value = E.allCases.first { $0 != .unspecified } ?? .unspecified
  }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    value = Full.message()
  }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    value = [Full.message()]
  }
}

/// Collects the paths of all fields that are set.
private struct Paths: FieldMapper {
  let names: MessageDescriptor
  let place: String
  var found: [String] = []

  init(names: MessageDescriptor, place: String) {
    self.names = names
    self.place = place
  }

  private func path(_ number: UInt32) -> String {
    place + (names.fieldName(number) ?? String(number))
  }

  private mutating func note(_ number: UInt32, _ isSet: Bool) {
    if isSet { found.append(path(number)) }
  }

  mutating func text(_ number: UInt32, _ value: inout String) { note(number, !value.isEmpty) }
  mutating func texts(_ number: UInt32, _ value: inout [String]) { note(number, !value.isEmpty) }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) { note(number, !value.isEmpty) }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { note(number, value) }
  mutating func integer(_ number: UInt32, _ value: inout Int) { note(number, value != 0) }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    note(number, value != .unspecified)
  }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    if let value { visit(value, path(number)) }
  }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    for element in value { visit(element, path(number)) }
  }

  private mutating func visit<M: Message>(_ message: M, _ place: String) {
    var message = message
    var inner = Paths(names: M.descriptor, place: "\(place).")
    message.map(&inner)
    found += inner.found
  }
}
