import ArgumentParser

/// A revision and its hash as they were noted down elsewhere: `REVISION:HASH`.
struct ExpectedHead: ExpressibleByArgument {
  let revision: Int
  /// 64 hexadecimal digits (SHA-256).
  let hash: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = Int(parts[0]), revision >= 0,
      parts[1].utf8.count == 64, parts[1].allSatisfy(\.isHexDigit)
    else { return nil }
    self.revision = revision
    hash = String(parts[1])
  }
}
