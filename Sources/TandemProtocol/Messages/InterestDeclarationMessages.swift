import CTandemProtos

extension Wire {
  /// What `NetworkService.DeclareInterests` takes.
  public struct DeclareInterestsRequest: WriteRequest {
    public static let descriptor = MessageDescriptor(
      tandem__v1__declare_interests_request__descriptor)
    public var requestID = ""
    public var validateOnly = false
    public var expert = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &requestID)
      fields.flag(2, &validateOnly)
      fields.text(3, &expert)
    }
  }

  /// What `NetworkService.DeclareInterests` answers.
  public struct DeclareInterestsResponse: Answer {
    public static let descriptor = MessageDescriptor(
      tandem__v1__declare_interests_response__descriptor)
    public var revision = 0
    public var expert: Expert?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &revision)
      fields.message(2, &expert)
    }
  }
}
