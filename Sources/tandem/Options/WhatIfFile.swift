import ArgumentParser
import TandemModel

/// A file with one change a line that is supposed, such as `away E0007:2027-05-01:2027-05-31`; what follows a
/// # is passed over.
struct WhatIfFile {
  /// Each line that says something, as the option that it stands for.
  let lines: [(place: String, options: WhatIfOptions)]

  private static let names = ["away", "holding", "related", "retired", "policy"]

  /// Throws all that is wrong with the file, each at its line.
  init(_ path: String) throws {
    let text = String(decoding: try read(path), as: UTF8.self)
    var lines: [(String, WhatIfOptions)] = []
    var faults: [Fault] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.prefix { $0 != "#" }.split { $0.isWhitespace }.map(String.init)
      guard let name = words.first else { continue }
      let place = "\(path), line \(number + 1)"
      guard words.count == 2, Self.names.contains(name) else {
        let names = Self.names.joined(separator: ", ")
        faults.append(Fault(at: place, "expected one of \(names) and its value"))
        continue
      }
      do {
        lines.append((place, try WhatIfOptions.parse(["--\(name)", words[1]])))
      } catch {
        faults.append(Fault(at: place, WhatIfOptions.message(for: error)))
      }
    }
    guard faults.isEmpty else { throw Failure.badData(faults) }
    self.lines = lines
  }
}
