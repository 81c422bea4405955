/// What a message may cost before it is refused.
public struct Limits: Hashable, Sendable {
  /// The size of the message, in bytes.
  public var bytes: Int
  /// How many sub-messages, repeated texts and unknown fields it may hold.
  public var elements: Int
  /// What its C structs may take, in bytes.
  ///
  /// Where it comes from: libprotobuf-c copies every byte string, of three bytes on the wire into
  /// sixteen at the worst, and makes a struct of some hundred bytes of a sub-message, to which it
  /// adds up to 64 for a field while it scans. So a message within the other two limits fits.
  var memory: Int

  public init(bytes: Int, elements: Int) {
    self.bytes = bytes
    self.elements = elements
    memory = 65_536 + 8 * bytes + 1_024 * elements
  }
}
