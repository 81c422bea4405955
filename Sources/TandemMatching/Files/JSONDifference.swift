extension JSON {
  /// The JSON Pointer (RFC 6901) to the first place where this value is another than the other one,
  /// with what stands there in each; nil when they are equal.
  package func firstDifference(
    from other: JSON, at pointer: String = ""
  ) -> (pointer: String, mine: String, theirs: String)? {
    switch (self, other) {
    case (.object(let mine), .object(let theirs)):
      for (one, other) in zip(mine, theirs) {
        guard one.key.utf8.elementsEqual(other.key.utf8) else {
          return (pointer, "the field \(one.key.quoted)", "the field \(other.key.quoted)")
        }
        let step = Place(steps: [.member(one.key, position: 0)]).pointer
        if let found = one.value.firstDifference(from: other.value, at: pointer + step) {
          return found
        }
      }
      return mine.count == theirs.count
        ? nil : (pointer, "\(mine.count) fields", "\(theirs.count) fields")
    case (.list(let mine), .list(let theirs)):
      for (position, (one, other)) in zip(mine, theirs).enumerated() {
        if let found = one.firstDifference(from: other, at: "\(pointer)/\(position)") {
          return found
        }
      }
      return mine.count == theirs.count ? nil : (pointer, "\(self)", "\(other)")
    default:
      return isSame(as: other) ? nil : (pointer, "\(self)", "\(other)")
    }
  }

  private func isSame(as other: JSON) -> Bool {
    // Swift's == of strings takes canonically equivalent ones for equal.
    if case .text(let mine) = self, case .text(let theirs) = other {
      return mine.utf8.elementsEqual(theirs.utf8)
    }
    return self == other
  }
}
