import CTandemProtos

extension Wire {
  /// A broken rule that a waiver lets pass.
  public struct WaivedBreach: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__waived_breach__descriptor)
    public var breach: Breach?
    public var waiver: Waiver?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &breach)
      fields.message(2, &waiver)
    }
  }

  /// How a panel came to stand.
  public struct Decision: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__decision__descriptor)
    public var revision = 0
    public var actor = ""
    public var time: Timestamp?
    public var policyVersion = 0
    public var decidedOn: Date?
    public var cost = 0
    public var best: Panel?
    public var bestCost = 0
    public var note = ""
    public var planned = false

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.text(2, &actor)
      fields.message(3, &time)
      fields.integer(4, &policyVersion)
      fields.message(5, &decidedOn)
      fields.integer(6, &cost)
      fields.message(7, &best)
      fields.integer(8, &bestCost)
      fields.text(9, &note)
      fields.flag(10, &planned)
    }
  }
}
