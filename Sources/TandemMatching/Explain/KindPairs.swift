import TandemModel

/// What has to be waived, of the rules for a panel, for each pair of kinds of members.
struct KindPairs: Sendable {
  /// By the place of one kind and then of the other.
  private let needs: [WaivableRules?]
  private let rules: [[Rule]]

  init(of records: some Collection<ExpertRecord>, in auditCase: AuditCase) {
    // Any member of a kind stands for all of it.
    let examples = Candidate.Kind.all.map { kind in
      records.first { Candidate.Kind(of: $0, in: auditCase) == kind }
    }
    needs = examples.flatMap { one in
      examples.map { other in
        guard let one, let other else { return nil }
        return auditCase.panelNeeds(of: [one, other])
      }
    }
    rules = needs.map { $0?.rules ?? [] }
  }

  /// Nil when a rule bars the two that cannot be waived.
  subscript(_ one: Candidate.Kind, _ other: Candidate.Kind) -> WaivableRules? {
    needs[place(one, other)]
  }

  /// The rules that the two break.
  func rules(_ one: Candidate.Kind, _ other: Candidate.Kind) -> [Rule] { rules[place(one, other)] }

  private func place(_ one: Candidate.Kind, _ other: Candidate.Kind) -> Int {
    one.place * Candidate.Kind.all.count + other.place
  }
}

extension Candidate.Kind {
  /// Its place in ``all``.
  fileprivate var place: Int { (leads ? 0 : 2) + (isNational ? 0 : 1) }
}
