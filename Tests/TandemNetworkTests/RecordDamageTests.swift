import Foundation
import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Whatever is changed in a record of decisions is found and named.
@Suite struct RecordDamageTests {
  /// Expects each of the changed files to be refused, with where; few at a time, on all cores.
  private func expectRefused(
    _ count: Int, _ change: @escaping @Sendable (Int) -> [UInt8]?
  ) async {
    let width = 4
    let failures = await withTaskGroup(of: [String].self) { group in
      for lane in 0..<width {
        group.addTask {
          stride(from: lane, to: count, by: width).compactMap { place in
            guard let bytes = change(place) else { return nil }
            guard let verdict = RecordVerdict(of: bytes) else { return "\(place) is not found" }
            return verdict.isNamed ? nil : "\(place) is not named: \(verdict.error)"
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(failures.count == 0, "\(failures.prefix(10).joined(separator: "\n"))")
  }

  @Test("one bit that is turned anywhere in a file is found and named")
  func bits() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    await expectRefused(file.count) { place in
      var changed = file
      changed[place] ^= 1 << UInt8(place % 7)
      return changed
    }
  }

  @Test("a byte that makes the file no UTF-8 is found, whichever it is")
  func notUTF8() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    for place in file.indices {
      var changed = file
      changed[place] |= 128
      let verdict = RecordVerdict(of: changed)
      #expect(verdict != nil, "\(place)")
      guard place == 100 else { continue }
      #expect(verdict?.isNamed == true)
    }
  }

  @Test("one character that is replaced by one like it is found and named")
  func characters() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    await expectRefused(file.count) { place in
      var changed = file
      changed[place] = RecordDamageTests.likeness(of: file[place])
      return changed
    }
  }

  /// A character that could stand in its place: of a digit the next one, of a letter the other case,
  /// of a space a line feed.
  private static func likeness(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "9"): UInt8(ascii: "0")
    case UInt8(ascii: "0")...UInt8(ascii: "8"): byte + 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte ^ 32
    case UInt8(ascii: " "): UInt8(ascii: "\n")
    default: UInt8(ascii: " ")
    }
  }

  @Test("a character more or less anywhere is found and named")
  func lengths() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    await expectRefused(file.count) { place in
      var changed = file
      if place.isMultiple(of: 2) {
        changed.insert(UInt8(ascii: place.isMultiple(of: 4) ? " " : "0"), at: place)
      } else {
        changed.remove(at: place)
      }
      return changed == file ? nil : changed
    }
  }

  @Test("a file that ends early is found, wherever it ends")
  func truncated() async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    await expectRefused(file.count) { Array(file.prefix($0)) }
  }

  @Test(
    "a file that goes on is found", arguments: ["\n", " ", "\0", "x", "{}", "\n\n\n", "\u{FEFF}"])
  func extended(_ more: String) async throws {
    let file = try RecordSample.file(try await RecordSample.small())
    await expectRefused(2) { place in
      place == 0 ? file + Array(more.utf8) : Array(more.utf8) + file
    }
  }

  /// The file with one of its lists changed.
  private static func edited(
    _ file: [UInt8], _ list: String, _ edit: (inout [JSON]) -> Void
  ) throws -> [UInt8] {
    let parsed = try #require(JSONParser.parse(file, log: FaultLog()))
    guard case .object(var members) = parsed,
      let place = members.firstIndex(where: { $0.key == list }),
      case .list(var rows) = members[place].value
    else { preconditionFailure("no list \(list)") }
    edit(&rows)
    members[place].value = .list(rows)
    return JSON.object(members).file()
  }

  @Test("a decision that is left out, moved or told twice is found at its place")
  func decisions() async throws {
    let file = try RecordSample.file(try await RecordSample.network())
    func place(_ edit: (inout [JSON]) -> Void) throws -> String? {
      let verdict = RecordVerdict(of: try Self.edited(file, "decisions", edit))
      return (verdict?.error as? Faults)?.faults.first?.place
    }
    #expect(try place { $0.removeLast() } == "/decisions")
    #expect(try place { $0.append($0[0]) } == "/decisions")
    #expect(try place { $0.remove(at: 1) }?.hasPrefix("/decisions/1/") == true)
    #expect(try place { $0.swapAt(1, 2) }?.hasPrefix("/decisions/1/") == true)
    #expect(try Self.edited(file, "decisions") { _ in } == file, "nothing else was changed")
  }

  @Test("a record that is left out, moved or told twice is found at its revision")
  func records() async throws {
    let file = try RecordSample.file(try await RecordSample.network())
    func verdict(_ edit: (inout [JSON]) -> Void) throws -> RecordVerdict? {
      RecordVerdict(of: try Self.edited(file, "records", edit))
    }
    for place in 0..<9 {
      for verdict in [
        try verdict { $0.remove(at: place) }, try verdict { $0.swapAt(place, place + 1) },
        try verdict { $0.insert($0[place], at: place) },
      ] {
        guard case JournalError.damaged(let revision?, _)? = verdict?.error else {
          Issue.record("\(place): \(String(describing: verdict?.error))")
          continue
        }
        #expect((place + 1...place + 2).contains(revision))
      }
    }
    let last = try verdict { $0.removeLast() }?.error as? Faults
    #expect(last?.faults.map(\.place) == ["/head"])
  }

  @Test("a text that is not disclosed any more, or by another key, is found")
  func disclosed() async throws {
    let file = try RecordSample.file(try await RecordSample.network())
    let none = try #require(
      RecordVerdict(of: try Self.edited(file, "disclosed") { $0.removeLast() }))
    #expect(none.isNamed, "\(none.error)")
    let other = try #require(
      RecordVerdict(
        of: try Self.edited(file, "disclosed") { rows in
          let key = rows[1]["key"]
          guard case .object(var members) = rows[0], let key else { return }
          members.removeAll { $0.key == "key" }
          rows[0] = .object(members + [.init("key", key)])
        }))
    #expect(other.isNamed, "\(other.error)")
  }
}
