import GRPCCore
import TandemProtocol

extension TandemClient {
  /// Makes a call that answers with any number of messages, and hands over each as it comes. It goes on
  /// for as long as the server has messages, or until `timeout`.
  ///
  /// It is not sent again: what came before a failure would come twice. Throws ``ClientError``.
  public func stream<Request: Message, Response: Answer>(
    _ method: StreamingMethod<Request, Response>, _ request: Request, timeout: Duration? = nil,
    _ receive: @Sendable @escaping (Response) async throws -> Void
  ) async throws(ClientError) {
    var options = CallOptions.defaults
    options.timeout = timeout
    options.waitForReady = false
    options.maxResponseMessageBytes = Limits.answer.bytes
    do {
      try await grpc.serverStreaming(
        request: self.request(request),
        descriptor: MethodDescriptor(fullyQualifiedService: method.service, method: method.name),
        serializer: RequestSerializer<Request>(), deserializer: AnswerDeserializer<Response>(),
        options: options
      ) { response in
        for try await message in response.messages { try await receive(message) }
      }
    } catch {
      throw ClientError(error)
    }
  }
}
