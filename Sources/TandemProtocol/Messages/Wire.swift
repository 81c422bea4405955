/// The messages of `tandem.v1`, as the protos name them.
public enum Wire {}

extension Message {
  /// A message with some fields set.
  public static func with(_ set: (inout Self) throws -> Void) rethrows -> Self {
    var message = Self()
    try set(&message)
    return message
  }
}

/// Asks for something and changes nothing.
public protocol ReadRequest: Message {
  /// The least revision that the answer may reflect; 0 for any.
  var minRevision: Int { get set }
}

/// Asks for one page of a list.
public protocol PageRequest: ReadRequest {
  /// 0 for the default.
  var pageSize: Int { get set }
  /// Empty for the first page.
  var pageToken: String { get set }
}

/// Asks for a change.
public protocol WriteRequest: Message {
  /// The same id and body again returns the first answer.
  var requestID: String { get set }
  /// Checks everything and stores nothing.
  var validateOnly: Bool { get set }
}

/// What a call returns.
public protocol Answer: Message {
  /// The journal revision that it reflects.
  var revision: Int { get set }
}

/// What a write returns that may break or mend standing panels.
public protocol WriteAnswer: Answer {
  /// The standing panels that the write broke or mended.
  var effects: [Wire.PanelEffect] { get set }
}

/// One page of a list.
public protocol PageAnswer: Answer {
  /// Empty on the last page.
  var nextPageToken: String { get set }
}
