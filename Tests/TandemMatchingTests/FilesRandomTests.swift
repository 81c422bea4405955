import TandemModel
import Testing

@testable import TandemMatching

@Suite("Random files")
struct FilesRandomTests {
  /// SplitMix64 (Steele, Lea and Flood 2014), so that a seed gives the same file everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Reads, or is refused with a reason; what reads also reads equal after it is written.
  private func check(_ bytes: [UInt8], seed: UInt64) {
    do throws(Faults) {
      let problem = try Problem.read(bytes)
      let again = try Problem.read(problem.write())
      #expect(again == problem, "seed \(seed)")
    } catch {
      #expect(!error.faults.isEmpty, "seed \(seed)")
      #expect(Set(error.faults.map(\.description)).count == error.faults.count, "seed \(seed)")
    }
  }

  @Test("with changed bytes are read or refused", arguments: [1, 2, 3, 4] as [UInt64])
  func bytes(_ seed: UInt64) {
    var random = Generator(state: seed)
    let good = Array(FilesSample.text.utf8)
    for _ in 0..<500 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(Array("{}[],:\"\\-01e.u".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(place + 40, bytes.count))
        }
      }
      check(bytes, seed: seed)
    }
  }

  @Test("with exchanged values are read or refused", arguments: [5, 6, 7, 8] as [UInt64])
  func values(_ seed: UInt64) throws {
    var random = Generator(state: seed)
    let pointers = FilesSample.json.pointers()
    for _ in 0..<300 {
      var json = FilesSample.json
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let target = try #require(pointers.randomElement(using: &random))
        let source = try #require(pointers.randomElement(using: &random))
        json = json.setting(target, to: FilesSample.json.value(at: source))
      }
      check(json.file(), seed: seed)
    }
  }
}
