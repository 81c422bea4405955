/// An enum of the wire: its cases are the values that the protos name.
public protocol WireEnum: RawRepresentable<Int32>, Hashable, Sendable, CaseIterable {
  /// The value 0, which says nothing.
  static var unspecified: Self { get }
}
