import CTandemProtos

extension Wire {
  /// A standing panel that a write broke or mended.
  public struct PanelEffect: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__panel_effect__descriptor)
    public var audit = ""
    public var breaches: [Breach] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &audit)
      fields.messages(2, &breaches)
    }
  }

  /// What the details of an error carry when a panel breaks rules.
  public struct BrokenRules: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__broken_rules__descriptor)
    public var breaches: [Breach] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.messages(1, &breaches)
    }
  }
}
