import TandemModel
import Testing

@testable import TandemProtocol

@Suite("Details of an error")
struct ErrorDetailsTests {
  @Test("details come back as they were")
  func comeBack() throws {
    let details = ErrorDetails.sample
    #expect(try ErrorDetails(decodingStatus: details.encodeStatus()) == details)
    let bare = ErrorDetails(.notFound, reason: "NOT_FOUND", "There is no expert E1.")
    #expect(try ErrorDetails(decodingStatus: bare.encodeStatus()) == bare)
  }

  @Test("the details stand under Google's type URLs")
  func typeURLs() throws {
    let status = try decode(Wire.Status.self, ErrorDetails.sample.encodeStatus())
    #expect(
      status.details.map(\.typeURL) == [
        "type.googleapis.com/google.rpc.ErrorInfo", "type.googleapis.com/google.rpc.BadRequest",
        "type.googleapis.com/google.rpc.PreconditionFailure",
        "type.googleapis.com/google.rpc.ResourceInfo",
      ])
    let first = try #require(status.details.first)
    #expect(try decode(Wire.ErrorInfo.self, first.value).domain == "tandem")
  }

  @Test("violations that do not fit are left out from the end, and counted")
  func leftOut() throws {
    var details = ErrorDetails(.invalidArgument, reason: "INVALID_FIELDS", "Much is wrong.")
    details.fieldViolations = (0..<1_000).map { Fault(at: "members[\($0)]", "is no id") }
    details.preconditionViolations = (0..<10).map {
      .init(type: "BUSY", subject: "E\($0)", description: "is busy")
    }
    let bytes = try details.encodeStatus()
    #expect(bytes.count <= ErrorDetails.mostBytes)
    #expect(bytes.count > ErrorDetails.mostBytes / 2)
    let shown = try ErrorDetails(decodingStatus: bytes)
    let count = shown.fieldViolations.count
    #expect(shown.fieldViolations == Array(details.fieldViolations.prefix(count)))
    #expect(shown.metadata == [ErrorDetails.leftOut: String(1_010 - count)])
  }

  @Test("details of other types are passed over, and an unknown code is unknown")
  func otherTypes() throws {
    let status = Wire.Status.with {
      $0.code = 99
      $0.message = "No."
      $0.details = [
        .with {
          $0.typeURL = "type.googleapis.com/google.rpc.DebugInfo"
          $0.value = [0xFF]
        },
        .with { $0.typeURL = "example.org/ErrorInfo" },
      ]
    }
    let details = try ErrorDetails(decodingStatus: Codec.encode(status))
    #expect(details == ErrorDetails(.unknown, reason: "", "No."))
  }

  @Test("details that are no message are an error")
  func malformed() {
    #expect(throws: CodecError.self) { try ErrorDetails(decodingStatus: [0xFF]) }
  }

  @Test("codes have gRPC's numbers")
  func codes() {
    #expect(StatusCode.invalidArgument.rawValue == 3)
    #expect(StatusCode.aborted.rawValue == 10)
    #expect(StatusCode.unauthenticated.rawValue == 16)
  }
}

extension ErrorDetails {
  /// Details with something in each place.
  static var sample: ErrorDetails {
    var details = ErrorDetails(
      .failedPrecondition, reason: "RULES_BROKEN", "The panel may not serve on A1.")
    details.metadata = ["revision": "42", "audit": "A1"]
    details.fieldViolations = [Fault(at: "expert.languages[2].level", "9 is no level")]
    details.preconditionViolations = [
      PreconditionViolation(type: "INTEREST", subject: "E1", description: "E1 works for M1.")
    ]
    details.resource = Resource(type: "tandem.v1.Audit", name: "A1")
    return details
  }
}
