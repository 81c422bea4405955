import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel

/// The contexts that are stored, and which one is in use.
struct Contexts: Hashable {
  /// What the file says that it is.
  private static let format = "tandem-contexts/1"

  /// In the order in which they were added.
  private(set) var all: [Context] = []
  private(set) var current: ContextID?

  init() {}

  /// Reads a file; throws what is wrong with it, each with the file and the place in it.
  init(_ bytes: [UInt8], of path: String) throws(Failure) {
    let log = FaultLog()
    if let json = JSONParser.parse(bytes, log: log), log.count == 0 { read(json, log) }
    guard log.count == 0 else {
      throw .badData(
        log.faults.faults.map { fault in
          Fault(at: fault.place.isEmpty ? path : "\(path) \(fault.place)", fault.reason)
        })
    }
  }

  private mutating func read(_ json: JSON, _ log: FaultLog) {
    guard let fields = Field(top: json, log: log).object(),
      fields["format"].names(format: Self.format)
    else { return }
    for field in fields["contexts"].elements() ?? [] {
      guard let context = Context(field) else { continue }
      if all.contains(where: { $0.name == context.name }) {
        field.refuse("is a second context \(context.name); keep one of them")
      }
      all.append(context)
    }
    current = fields["current"].orNull { $0.word() }
    if let current, !all.contains(where: { $0.name == current }) {
      fields["current"].refuse("is \(current), and there is no such context")
    }
  }

  /// The file.
  var bytes: [UInt8] {
    JSON.object([
      .init("format", .text(Self.format)), .init("current", current.map { JSON($0) } ?? .null),
      .init("contexts", .list(all.map(\.secretJSON))),
    ]).file()
  }

  /// Throws when there is no context of that name.
  func named(_ name: ContextID) throws(ValidationError) -> Context {
    if let context = all.first(where: { $0.name == name }) { return context }
    let names = all.map(\.name.text).joined(separator: ", ")
    throw ValidationError(
      "there is no context \(name)"
        + (names.isEmpty ? "; `tandem login` makes one" : ", only \(names)"))
  }

  /// The one that TANDEM_CONTEXT names, else the one in use.
  func preferred(_ environment: [String: String]) throws -> Context? {
    guard let text = environment.given("TANDEM_CONTEXT") else { return try current.map(named) }
    guard let name = ContextID(text) else {
      throw ValidationError("TANDEM_CONTEXT is \(text): expected \(ContextID.shape)")
    }
    return try named(name)
  }

  /// Throws when a name is that of a context for another server, whose token would be lost.
  func refuseUnlessFree(_ name: ContextID, for server: ServerAddress) throws(ValidationError) {
    if let other = all.first(where: { $0.name == name }), other.server != server {
      throw ValidationError(
        "the context \(name) is for \(other.server): choose another with --name, or "
          + "`tandem logout \(name)` first")
    }
  }

  /// Adds a context and uses it from now on; one of that name for the same server goes.
  mutating func add(_ context: Context) throws(ValidationError) {
    try refuseUnlessFree(context.name, for: context.server)
    if let place = all.firstIndex(where: { $0.name == context.name }) {
      all[place] = context
    } else {
      all.append(context)
    }
    current = context.name
  }

  /// Another token for a context, which stays in use or not.
  mutating func give(_ token: BearerToken, to name: ContextID) throws(ValidationError) {
    _ = try named(name)
    for place in all.indices where all[place].name == name { all[place].token = token }
  }

  mutating func use(_ name: ContextID) throws(ValidationError) { current = try named(name).name }

  mutating func remove(_ name: ContextID) throws(ValidationError) {
    let removed = try named(name)
    all.removeAll { $0.name == removed.name }
    if current == name { current = nil }
  }
}
