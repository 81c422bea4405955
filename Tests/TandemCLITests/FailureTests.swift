import ArgumentParser
import TandemModel
import TandemProtocol
import Testing

@testable import tandem

@Suite struct FailureTests {
  @Test(
    "a code of gRPC ends the program as sysexits.h says",
    arguments: [
      (.unavailable, 69), (.deadlineExceeded, 69), (.invalidArgument, 65),
      (.failedPrecondition, 1), (.notFound, 1), (.alreadyExists, 1), (.aborted, 1),
      (.resourceExhausted, 1), (.permissionDenied, 77), (.unauthenticated, 77), (.internal, 1),
      (.unknown, 1), (.dataLoss, 1),
    ] as [(StatusCode, Int32)])
  func codes(code: StatusCode, expected: Int32) {
    #expect(code.exitCode == expected)
  }

  @Test("a failure of this machine has its own exit code and says where and what")
  func local() {
    let faults = [Fault(at: "/audits/0", "is wrong"), Fault(at: "", "is not JSON")]
    #expect(Failure.badData(faults).exitCode == 65)
    #expect(Failure.badData(faults).lines == ["/audits/0: is wrong", "the file: is not JSON"])
    #expect(Failure.unreadable("x").exitCode == 66)
    #expect(Failure.unwritable("x").exitCode == 73)
    #expect(Failure.unreachable("h:1").exitCode == 69)
    #expect(Failure.unreachable("h:1").lines.first == "no server answers at h:1")
    #expect(Failure.unreachable("h:1").lines.last?.contains("`tandemd serve`") == true)
    #expect(Failure.notPermitted(["x"]).exitCode == 77)
    #expect(Failure.refused.exitCode == 1)
    #expect(Failure.refused.lines.isEmpty)
  }

  @Test("wrong arguments that show when a command runs come with the usage of that command")
  func usage() {
    let lines = Failure.usageLines(ValidationError("x is no server"), of: TokenCommands.Rotate.self)
    #expect(lines.first == "Error: x is no server")
    #expect(lines[1] == "Usage: tandem token rotate [<options>] <id>")
    #expect(lines.last?.contains("'tandem token rotate --help'") == true)
  }

  @Test("an error without violations is told by its sentence")
  func sentence() {
    let details = ErrorDetails(.notFound, reason: "NOT_FOUND", "There is no audit A1.")
    #expect(details.lines == ["There is no audit A1."])
  }

  @Test("each wrong field is told on its own line, one of a file at the pointer into it")
  func fields() {
    var details = ErrorDetails(.invalidArgument, reason: "INVALID_FIELDS", "a is b; and 2 more.")
    details.fieldViolations = [
      Fault(at: "expert.country", "is missing"), Fault(at: "problem/experts/0", "differs"),
      Fault(at: "problem", "is not JSON"),
    ]
    details.metadata[ErrorDetails.leftOut] = "7"
    #expect(
      details.lines == [
        "expert.country: is missing", "/experts/0: differs", "problem: is not JSON", "and 7 more",
      ])
  }

  @Test("each broken rule is told on its own line, its code in front")
  func rules() {
    var details = ErrorDetails(.failedPrecondition, reason: "RULES_BROKEN", "All in one.")
    details.preconditionViolations = [
      .init(type: "INTEREST", subject: "E1", description: "E1 works there."),
      .init(type: "BUSY", subject: "E2", description: "E2 is busy."),
    ]
    #expect(
      details.lines == [
        "the panel breaks a rule; nothing was stored", "INTEREST: E1 works there.",
        "BUSY: E2 is busy.",
      ])
  }

  @Test("a state that stands against a request is told by its sentence")
  func state() {
    var details = ErrorDetails(.failedPrecondition, reason: "NOT_NOW", "Not possible: why.")
    details.preconditionViolations = [.init(type: "STATE", subject: "A1", description: "why")]
    #expect(details.lines == ["Not possible: why."])
  }
}
