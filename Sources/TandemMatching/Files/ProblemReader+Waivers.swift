import TandemModel

extension ProblemReader {
  /// A waiver, as `[rule, expert]`, `[rule, expert, expert]`, `[rule]` or `["WINDOW", days]`.
  package func waiver(_ field: Field) -> Waiver? {
    guard let parts = field.elements() else { return nil }
    guard let code = parts.first else {
      field.refuse("is empty: expected a rule first")
      return nil
    }
    guard let rule: Rule = code.word() else { return nil }
    let rest = parts.dropFirst()
    switch rule {
    case .window:
      guard let days = only(rest, "WINDOW, days", of: field) else { return nil }
      return days.whole(Waiver.windowDays).map { .window(days: $0) }
    case _ where Waiver.ofPanel.contains(rule):
      guard rest.isEmpty else {
        field.refuse("expected [\(rule.rawValue)] and nothing else")
        return nil
      }
      return .panel(rule)
    case _ where Waiver.ofExpert.contains(rule):
      guard let expert = only(rest, "\(rule.rawValue), expert", of: field) else { return nil }
      return self.expert(expert).map { .expert(rule, $0) }
    case _ where Waiver.ofPair.contains(rule):
      return pair(rest, rule, of: field)
    default:
      let waivable = Rule.allCases.filter {
        $0 == .window || Waiver.ofPanel.union(Waiver.ofExpert).union(Waiver.ofPair).contains($0)
      }
      code.refuse(
        "\(rule.rawValue) cannot be waived, only "
          + waivable.map(\.rawValue).joined(separator: ", "))
      return nil
    }
  }

  private func only(_ rest: ArraySlice<Field>, _ shape: String, of field: Field) -> Field? {
    guard rest.count == 1 else {
      field.refuse("expected [\(shape)]")
      return nil
    }
    return rest.first
  }

  private func pair(_ rest: ArraySlice<Field>, _ rule: Rule, of field: Field) -> Waiver? {
    guard rest.count == 2, let first = rest.first, let second = rest.last else {
      field.refuse("expected [\(rule.rawValue), expert, expert]")
      return nil
    }
    let (one, other) = (expert(first), expert(second))
    guard let one, let other else { return nil }
    guard one < other else {
      field.refuse("expected two different experts in the order of their ids")
      return nil
    }
    return .pair(rule, one, other)
  }
}
