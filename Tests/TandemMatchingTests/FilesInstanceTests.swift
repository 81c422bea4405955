import Foundation
import TandemModel
import Testing

@testable import TandemMatching

@Suite("The shared instances")
struct FilesInstanceTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/instances")

  static func names(in folder: URL, without others: Set<String>) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") && !others.contains($0) }.sorted()
  }

  static let good = names(in: folder, without: ["optima.json"])
  static let bad = names(in: folder.appending(path: "bad"), without: ["expected.json"])

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: path)))
  }

  @Test("are all there")
  func found() {
    #expect(Self.good.count >= 42)
    #expect(Self.bad.count >= 42)
  }

  @Test("read, and read equal after they are written", arguments: good)
  func roundTrip(_ name: String) throws {
    let problem = try Problem.read(try bytes(name))
    let written = problem.write()
    let again = try Problem.read(written)
    #expect(again == problem)
    #expect(again.write() == written)
  }

  private struct Expected: Decodable { var at: String }

  @Test("with a fault are refused at that place and at no other", arguments: bad)
  func refused(_ name: String) throws {
    let all = try JSONDecoder().decode(
      [String: Expected].self, from: Data(try bytes("bad/expected.json")))
    let place = try #require(all[String(name.dropLast(".json".count))]).at
    let places = FilesSample.places(try bytes("bad/\(name)"))
    #expect(!places.isEmpty)
    #expect(places.allSatisfy { $0 == place || $0.hasPrefix(place + "/") }, "\(places)")
    if place == "" { #expect(places == [""]) }
  }
}
