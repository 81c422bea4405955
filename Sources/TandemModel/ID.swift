/// The id of one thing of the network: 1 to 64 of `A–Z a–z 0–9 . _ -`, beginning with a letter or
/// digit, compared exactly.
///
/// `Subject` keeps ids of different things apart: an `ExpertID` is not an `AuditID`.
public struct ID<Subject>: Hashable, Sendable {
  public let text: String

  /// Nil when the text has not the shape of an id.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count), let head = bytes.first,
      head.isLetterOrDigit,
      bytes.allSatisfy({
        $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.text = text
  }

  /// What a text must be to be an id, for messages.
  public static var shape: String {
    "1 to 64 of A-Z a-z 0-9 . _ -, beginning with a letter or digit"
  }
}

extension ID: Comparable {
  // Ids are ASCII, for which Swift's order of strings is that of their bytes.
  public static func < (one: ID, other: ID) -> Bool { one.text < other.text }
}

extension ID: CustomStringConvertible {
  public var description: String { text }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

public typealias ExpertID = ID<Expert>
public typealias AuditID = ID<Audit>
/// Clusters, their members, groups and all other organisations share one kind of id.
public typealias OrganisationID = ID<Organisation>
public typealias InterestID = ID<Interest>
public typealias RelationID = ID<Relation>
public typealias AbsenceID = ID<Absence>
