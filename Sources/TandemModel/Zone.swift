import Foundation

/// A time zone by its name in the IANA database, such as Europe/Berlin.
public struct Zone: Hashable, Sendable {
  public let name: String
  /// Nil where this machine knows none of that name.
  private let zone: TimeZone?

  public init(_ name: String) {
    self.name = name
    zone = TimeZone(identifier: name)
  }

  /// Whether this machine knows it: one that it does not know counts as UTC.
  public var isKnown: Bool { zone != nil }

  /// The day there at an instant, in milliseconds since 1970-01-01 UTC.
  public func day(at instant: Int64) -> Day {
    let date = Date(timeIntervalSince1970: Double(instant) / 1000)
    return Day(ofInstant: instant + Int64(zone?.secondsFromGMT(for: date) ?? 0) * 1000)
  }

  public static func == (one: Zone, other: Zone) -> Bool { one.name == other.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
