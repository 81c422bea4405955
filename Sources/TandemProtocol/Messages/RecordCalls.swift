import CTandemProtos

extension Wire {
  /// What `MatchingService.ExportRecord` takes.
  public struct ExportRecordRequest: ReadRequest {
    public static let descriptor = MessageDescriptor(tandem__v1__export_record_request__descriptor)
    public var minRevision = 0
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &minRevision)
      fields.text(2, &audit)
    }
  }

  /// What `MatchingService.ExportRecord` answers.
  public struct ExportRecordResponse: Answer {
    public static let descriptor = MessageDescriptor(tandem__v1__export_record_response__descriptor)
    public var revision = 0
    public var record: [UInt8] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.bytes(2, &record)
    }
  }
}
