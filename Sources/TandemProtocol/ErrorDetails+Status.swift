import TandemModel

extension ErrorDetails {
  // Google's own names, so that every language's library for errors finds the details.
  private static let types = "type.googleapis.com/google.rpc."
  private static let brokenRules = "type.googleapis.com/tandem.v1.BrokenRules"
  private static let limits = Limits(bytes: 1 << 16, elements: 1 << 12)

  /// The details as a google.rpc.Status, with the last violations left out where it would be larger
  /// than ``mostBytes``.
  public func encodeStatus() throws(CodecError) -> [UInt8] {
    var shown = self
    while true {
      let bytes = try Codec.encode(shown.status())
      guard bytes.count > Self.mostBytes, shown.violationCount > 0 else { return bytes }
      shown.leaveOut(max(1, shown.violationCount / 4))
      shown.metadata[Self.leftOut] = String(violationCount - shown.violationCount)
    }
  }

  /// The details of a google.rpc.Status; what it holds of types that are not ours is passed over.
  public init(decodingStatus bytes: [UInt8]) throws(CodecError) {
    let status = try Self.decode(Wire.Status.self, from: bytes)
    self.init(StatusCode(rawValue: status.code) ?? .unknown, reason: "", status.message)
    for detail in status.details {
      if detail.typeURL == Self.brokenRules {
        breaches += try Self.decode(Wire.BrokenRules.self, from: detail.value).breaches
      }
      guard detail.typeURL.hasPrefix(Self.types) else { continue }
      try take(detail.value, ofType: detail.typeURL.dropFirst(Self.types.count))
    }
  }

  private mutating func take(_ bytes: [UInt8], ofType type: Substring) throws(CodecError) {
    switch type {
    case "ErrorInfo":
      let info = try Self.decode(Wire.ErrorInfo.self, from: bytes)
      reason = info.reason
      for datum in info.metadata { metadata[datum.key] = datum.value }
    case "BadRequest":
      fieldViolations += try Self.decode(Wire.BadRequest.self, from: bytes).fieldViolations
        .map { Fault(at: $0.field, $0.description) }
    case "PreconditionFailure":
      preconditionViolations += try Self.decode(Wire.PreconditionFailure.self, from: bytes)
        .violations.map {
          PreconditionViolation(
            type: $0.type, subject: $0.subject, description: $0.description)
        }
    case "ResourceInfo":
      let info = try Self.decode(Wire.ResourceInfo.self, from: bytes)
      resource = Resource(type: info.type, name: info.name)
    default: break
    }
  }

  private static func decode<M: Message>(
    _ type: M.Type, from bytes: [UInt8]
  ) throws(CodecError) -> M {
    try Codec.decode(type, from: bytes, limits: limits, unknownEnumValues: .unspecified)
  }

  private var violationCount: Int { fieldViolations.count + preconditionViolations.count }

  private mutating func leaveOut(_ count: Int) {
    let rules = min(count, preconditionViolations.count)
    preconditionViolations.removeLast(rules)
    breaches = Array(breaches.prefix(preconditionViolations.count))
    fieldViolations.removeLast(count - rules)
  }

  private func status() throws(CodecError) -> Wire.Status {
    var details = [try Self.pack(info, as: "ErrorInfo")]
    if !fieldViolations.isEmpty { details.append(try Self.pack(badRequest, as: "BadRequest")) }
    if !preconditionViolations.isEmpty {
      details.append(try Self.pack(preconditionFailure, as: "PreconditionFailure"))
    }
    if !breaches.isEmpty {
      details.append(
        try Self.pack(Wire.BrokenRules.with { $0.breaches = breaches }, Self.brokenRules))
    }
    if let resource { details.append(try Self.pack(resource.info, as: "ResourceInfo")) }
    return .with {
      $0.code = code.rawValue
      $0.message = message
      $0.details = details
    }
  }

  private static func pack(
    _ message: some Message, as type: String
  ) throws(CodecError) -> Wire.Packed {
    try pack(message, types + type)
  }

  private static func pack(
    _ message: some Message, _ typeURL: String
  ) throws(CodecError) -> Wire.Packed {
    let bytes = try Codec.encode(message)
    return .with {
      $0.typeURL = typeURL
      $0.value = bytes
    }
  }

  private var info: Wire.ErrorInfo {
    .with {
      $0.reason = reason
      $0.domain = Self.domain
      // By key, so that the same error has the same bytes.
      $0.metadata = metadata.sorted { $0.key < $1.key }.map { entry in
        .with {
          $0.key = entry.key
          $0.value = entry.value
        }
      }
    }
  }

  private var badRequest: Wire.BadRequest {
    .with {
      $0.fieldViolations = fieldViolations.map { fault in
        .with {
          $0.field = fault.place
          $0.description = fault.reason
        }
      }
    }
  }

  private var preconditionFailure: Wire.PreconditionFailure {
    .with {
      $0.violations = preconditionViolations.map { broken in
        .with {
          $0.type = broken.type
          $0.subject = broken.subject
          $0.description = broken.description
        }
      }
    }
  }
}

extension ErrorDetails.Resource {
  fileprivate var info: Wire.ResourceInfo {
    .with {
      $0.type = type
      $0.name = name
    }
  }
}
