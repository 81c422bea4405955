import TandemModel

/// What has to be waived, of the rules for a panel, for each pair of kinds of members.
struct KindPairs: Sendable {
  private let needs: [Pair: WaivableRules]

  private struct Pair: Hashable {
    let one: Candidate.Kind
    let other: Candidate.Kind
  }

  init(of members: [RelaxableMember], in auditCase: AuditCase) {
    // Any member of a kind stands for all of it.
    let examples = Candidate.Kind.all.compactMap { kind in members.first { $0.kind == kind } }
    var needs: [Pair: WaivableRules] = [:]
    for one in examples {
      for other in examples {
        needs[Pair(one: one.kind, other: other.kind)] =
          auditCase.panelNeeds(of: [one.record, other.record])
      }
    }
    self.needs = needs
  }

  /// Nil when a rule bars the two that cannot be waived.
  subscript(_ one: Candidate.Kind, _ other: Candidate.Kind) -> WaivableRules? {
    needs[Pair(one: one, other: other)]
  }
}
