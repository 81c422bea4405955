import Foundation
import TandemClient
import TandemModel

extension BearerToken {
  /// Reads a file that holds a token and nothing else, for its owner only; nil when it is not there.
  init?(file path: String) throws(Failure) {
    guard let bytes = try PrivateFile(path: path).read() else { return nil }
    try self.init(String(decoding: bytes, as: UTF8.self), from: path)
  }

  /// Reads a token with space around it. What is refused is not shown: it may be a token but for a letter.
  init(_ text: String, from place: String) throws(Failure) {
    guard let token = BearerToken(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw .badData([Fault(at: place, "expected \(BearerToken.expected)")])
    }
    self = token
  }
}
