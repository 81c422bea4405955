import TandemModel

@testable import TandemMatching

/// A small problem file in which every field has a value of its own, to be edited by tests.
enum FilesSample {
  static let text = """
    {
      "format": "tandem-problem/1",
      "horizon": {"start": "2027-01-04", "end": "2027-12-17"},
      "policy": {
        "labels": {
          "bronze": {"panel": 1, "days": 1, "renewal_days": 1, "level": "B2", "lead": false,
            "nationals": [0, 0]},
          "gold": {"panel": 2, "days": 2, "renewal_days": 1, "level": "C1", "lead": true,
            "nationals": [0, 1]}
        },
        "same_country": "allow",
        "cooling_off_days": {"employment": 730, "family": null},
        "rotation": {"audits": 2, "days": 1460},
        "repeat_pair_days": 731,
        "rest_days": 3,
        "costs": {"language_rank": 1, "language_level": 2, "travel": 3, "sector": 4, "bid": 5,
          "home_country": 6, "same_country": 7, "repeat_pair": 8, "load": 9, "date": 10,
          "change": 11, "move": 12}
      },
      "experts": [
        {"id": "E1", "country": "DE", "languages": {"de": "C2", "en": "C1"},
          "accredited": ["bronze", "gold"], "lead": ["gold"], "sectors": ["ict", "food"],
          "max_audits": 4, "prior_load": 5,
          "unavailable": [["2027-05-03", "2027-05-07"], ["2027-06-01", "2027-06-01"]]},
        {"id": "E2", "country": "FR", "languages": {"fr": "C2", "en": "C2"},
          "accredited": ["gold"], "lead": [], "sectors": [], "max_audits": 2, "prior_load": 0},
        {"id": "E3", "country": "DE", "languages": {"de": "B1", "en": "C1"},
          "accredited": ["gold"], "lead": ["gold"], "sectors": ["ict"], "max_audits": 1,
          "prior_load": 1}
      ],
      "audits": [
        {"id": "A1", "cluster": "C1", "country": "FR", "label": "gold",
          "languages": ["fr", "en"], "sectors": ["ict"], "earliest": "2027-03-01",
          "latest": "2027-04-30", "priority": 7, "members": ["M1", "M2"], "objections": ["E3"],
          "recusals": ["E2"], "bids": {"E1": 0, "E3": 3}, "preferred": "2027-03-09",
          "current": {"start": "2027-03-02", "experts": ["E1", "E2"]}, "pinned": false,
          "renewal": true, "remote": true,
          "waivers": [["INTEREST", "E1"], ["SAME_COUNTRY", "E1", "E3"], ["NO_LEAD"],
            ["WINDOW", 5]]},
        {"id": "A2", "cluster": "C2", "country": "DE", "label": "bronze", "languages": ["de"],
          "sectors": [], "earliest": "2027-05-03", "latest": "2027-05-31", "priority": 1}
      ],
      "groups": {"M1": "G1", "X9": "G1"},
      "interests": [
        {"expert": "E1", "organisation": "X9", "kind": "employment", "until": "2026-01-31"},
        {"expert": "E2", "organisation": "M2", "kind": "family", "until": null}
      ],
      "relations": [["E3", "E1"]],
      "history": [{"cluster": "C1", "date": "2024-02-29", "experts": ["E1", "GONE"]}],
      "travel": {"DE": {"DE": 0, "FR": 2}, "FR": {"DE": 3, "FR": 1}},
      "closures": {"DE": ["2027-05-06"], "FR": ["2027-07-14", "2027-05-06"]}
    }
    """

  static let json = parsed(text)

  /// The sample with what stands at some JSON Pointers replaced by JSON texts, or removed.
  static func edited(_ edits: (pointer: String, text: String?)...) -> [UInt8] {
    edits.reduce(json) { $0.setting($1.pointer, to: $1.text.map(parsed)) }.file()
  }

  /// Null for what is not JSON.
  static func parsed(_ text: String) -> JSON {
    JSONParser.parse(Array(text.utf8), log: FaultLog()) ?? .null
  }

  /// What is wrong with a file of a problem; nothing when it can be read.
  static func faults(_ bytes: [UInt8]) -> [Fault] {
    do throws(Faults) {
      _ = try Problem.read(bytes)
      return []
    } catch {
      return error.faults
    }
  }

  static func places(_ bytes: [UInt8]) -> [String] { faults(bytes).map(\.place) }
}

extension JSON {
  /// With the value at a JSON Pointer replaced, or removed when nil; a new key or index is added.
  func setting(_ pointer: String, to value: JSON?) -> JSON {
    setting(pointer.split(separator: "/").map(String.init)[...], to: value) ?? .null
  }

  private func setting(_ path: ArraySlice<String>, to value: JSON?) -> JSON? {
    guard let token = path.first else { return value }
    let rest = path.dropFirst()
    switch self {
    case .object(var members):
      let position = members.firstIndex { $0.key == token }
      let changed = (position.map { members[$0].value } ?? .null).setting(rest, to: value)
      if let position { members.remove(at: position) }
      if let changed {
        members.insert(JSON.Member(token, changed), at: position ?? members.count)
      }
      return .object(members)
    case .list(var values):
      let position = Int(token) ?? values.count
      let old = values.indices.contains(position) ? values.remove(at: position) : .null
      if let changed = old.setting(rest, to: value) { values.insert(changed, at: position) }
      return .list(values)
    default: return self
    }
  }

  /// The pointers of this value and of all in it.
  func pointers(from pointer: String = "") -> [String] {
    switch self {
    case .object(let members):
      [pointer] + members.flatMap { $0.value.pointers(from: "\(pointer)/\($0.key)") }
    case .list(let values):
      [pointer] + values.enumerated().flatMap { $1.pointers(from: "\(pointer)/\($0)") }
    default: [pointer]
    }
  }

  func value(at pointer: String) -> JSON? {
    pointer.split(separator: "/").reduce(self) { value, token in
      switch value {
      case .object: value?[String(token)]
      case .list(let values): Int(token).flatMap { values.indices.contains($0) ? values[$0] : nil }
      default: nil
      }
    }
  }
}
