/// The secret that seals the personal fields of one subject. It lies beside the chain and never in
/// it: losing the key is forgetting the person, and the chain still verifies.
public struct SubjectKey: Hashable, Sendable {
  /// The number of bytes of a key: AES-256.
  public static let size = 32

  /// The id of the person whose fields are sealed.
  public let subject: String
  /// 32 bytes.
  public let key: [UInt8]

  /// Nil unless the key has 32 bytes and the subject is a text of 1 byte or more without NUL.
  public init?(subject: String, key: [UInt8]) {
    guard key.count == SubjectKey.size, !subject.isEmpty, !subject.utf8.contains(0) else {
      return nil
    }
    self.subject = subject
    self.key = key
  }
}
