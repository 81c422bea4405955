import CTandemProtos

extension Wire {
  /// What `NetworkService.ImportRows` takes.
  public struct ImportRowsRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__import_rows_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var rows: [ImportRow] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.messages(3, &rows)
    }
  }

  /// One thing: exactly one of the messages is given.
  public struct ImportRow: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__import_row__descriptor)
    public var fields: FieldMask?
    public var expert: Expert?
    public var organisation: Organisation?
    public var interest: Interest?
    public var named: NamedOrganisation?
    public var absence: Absence?
    public var audit: Audit?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &self.fields)
      fields.message(2, &expert)
      fields.message(3, &organisation)
      fields.message(4, &interest)
      fields.message(5, &named)
      fields.message(6, &absence)
      fields.message(7, &audit)
    }
  }

  /// What `NetworkService.ImportRows` answers.
  public struct ImportRowsResponse: WriteAnswer {
    public static let descriptor = MessageDescriptor(tandem__v1__import_rows_response__descriptor)
    public var revision = 0
    public var counts: [ImportCount] = []
    public var effects: [PanelEffect] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.messages(2, &counts)
      fields.messages(15, &effects)
    }
  }
}
