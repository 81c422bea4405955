import CTandemProtos

extension Wire {
  /// `google.rpc.Status`: the value of `grpc-status-details-bin`.
  struct Status: Message {
    static let descriptor = MessageDescriptor(tandem__rpc__v1__status__descriptor)
    var code = 0
    var message = ""
    var details: [Packed] = []

    mutating func map(_ fields: inout some FieldMapper) {
      fields.integer(1, &code)
      fields.text(2, &message)
      fields.messages(3, &details)
    }
  }

  /// `google.protobuf.Any`: the bytes of a message under the URL of its type.
  struct Packed: Message {
    static let descriptor = MessageDescriptor(google__protobuf__any__descriptor)
    var typeURL = ""
    var value: [UInt8] = []

    mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &typeURL)
      fields.bytes(2, &value)
    }
  }

  /// `google.rpc.ErrorInfo`: why a call failed, for a program.
  struct ErrorInfo: Message {
    static let descriptor = MessageDescriptor(tandem__rpc__v1__error_info__descriptor)
    var reason = ""
    var domain = ""
    var metadata: [Metadatum] = []

    mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &reason)
      fields.text(2, &domain)
      fields.messages(3, &metadata)
    }

    /// An entry of what is a map in google.rpc.
    struct Metadatum: Message {
      static let descriptor = MessageDescriptor(
        tandem__rpc__v1__error_info__metadatum__descriptor)
      var key = ""
      var value = ""

      mutating func map(_ fields: inout some FieldMapper) {
        fields.text(1, &key)
        fields.text(2, &value)
      }
    }
  }

  /// `google.rpc.BadRequest`: what is wrong with the fields of a request.
  struct BadRequest: Message {
    static let descriptor = MessageDescriptor(tandem__rpc__v1__bad_request__descriptor)
    var fieldViolations: [FieldViolation] = []

    mutating func map(_ fields: inout some FieldMapper) {
      fields.messages(1, &fieldViolations)
    }

    /// A field that is wrong.
    struct FieldViolation: Message {
      static let descriptor = MessageDescriptor(
        tandem__rpc__v1__bad_request__field_violation__descriptor)
      var field = ""
      var description = ""

      mutating func map(_ fields: inout some FieldMapper) {
        fields.text(1, &field)
        fields.text(2, &description)
      }
    }
  }

  /// `google.rpc.PreconditionFailure`: the rules that stand against a request.
  struct PreconditionFailure: Message {
    static let descriptor = MessageDescriptor(tandem__rpc__v1__precondition_failure__descriptor)
    var violations: [Violation] = []

    mutating func map(_ fields: inout some FieldMapper) {
      fields.messages(1, &violations)
    }

    /// A rule that is broken.
    struct Violation: Message {
      static let descriptor = MessageDescriptor(
        tandem__rpc__v1__precondition_failure__violation__descriptor)
      var type = ""
      var subject = ""
      var description = ""

      mutating func map(_ fields: inout some FieldMapper) {
        fields.text(1, &type)
        fields.text(2, &subject)
        fields.text(3, &description)
      }
    }
  }

  /// `google.rpc.ResourceInfo`: the thing that a call did not find or could not make.
  struct ResourceInfo: Message {
    static let descriptor = MessageDescriptor(tandem__rpc__v1__resource_info__descriptor)
    var type = ""
    var name = ""
    var owner = ""
    var description = ""

    mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &type)
      fields.text(2, &name)
      fields.text(3, &owner)
      fields.text(4, &description)
    }
  }
}
