import TandemProtocol

/// What a streaming call answers: any number of messages, written as they come.
struct AnswerStream<Response: Answer>: Sendable {
  /// The revision that the answer reflects when it begins.
  let revision: Int
  /// Writes the messages, one after the other, and ends when there are no more.
  let write:
    @Sendable (_ send: @escaping @Sendable (Response) async throws -> Void) async throws -> Void
}
