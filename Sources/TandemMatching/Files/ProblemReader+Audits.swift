import TandemModel

extension ProblemReader {
  mutating func audits(_ field: Field) -> [Audit] {
    var ids: Set<AuditID> = []
    return field.list { audit($0, besides: &ids) }
  }

  package mutating func audit(_ field: Field, besides others: inout Set<AuditID>) -> Audit? {
    guard let audit = field.object() else { return nil }
    let id = ownID(audit["id"], besides: &others)
    let cluster: OrganisationID? = audit["cluster"].word()
    let country = home(audit["country"])
    let label = label(audit["label"])
    let languages = languages(audit["languages"])
    let sectors: [Sector] = audit["sectors"].distinct { $0.word() }
    let window = interval(audit["earliest"], audit["latest"], refusedAt: audit["latest"])
    let priority = audit["priority"].whole(1...1_000_000)
    let members: [OrganisationID]? = audit["members"].orLeftOut([]) { $0.distinct { $0.word() } }
    let objections = audit["objections"].orLeftOut([]) { $0.distinct(expert) }
    let recusals = audit["recusals"].orLeftOut([]) { $0.distinct(expert) }
    let bids = audit["bids"].orLeftOut([:]) { $0.map(bid) }
    let preferred: Day? = audit["preferred"].orNull { $0.word() }
    let renewal = audit["renewal"].orLeftOut(false) { $0.boolean() }
    let remote = audit["remote"].orLeftOut(false) { $0.boolean() }
    let waivers = audit["waivers"].orLeftOut([]) { $0.distinct(waiver) }
    let panel = currentPanel(audit["current"], pinned: audit["pinned"])
    guard let id, let cluster, let country, let label, let window, let priority, let members,
      let objections, let recusals, let bids, let renewal, let remote, let waivers
    else { return nil }
    current[id] = panel
    currentFields[id] = audit["current"]
    return Audit(
      id: id, cluster: cluster, country: country, label: label, languages: languages,
      members: Set(members), sectors: Set(sectors), window: window, priority: priority,
      objections: Set(objections), recusals: Set(recusals), bids: bids, preferred: preferred,
      renewal: renewal, remote: remote, waivers: waivers)
  }

  private func languages(_ field: Field) -> [Language] {
    if field.value == .list([]) { field.refuse("is empty: expected at least one language") }
    return field.distinct { $0.word() }
  }

  private func bid(of expert: ExpertID, _ field: Field) -> Int? {
    guard self.expert(expert, at: field) != nil else { return nil }
    return field.whole(0...3)
  }

  private func currentPanel(_ field: Field, pinned: Field) -> CurrentPanel? {
    let isPinned = pinned.orLeftOut(false) { $0.boolean() } ?? false
    guard let panel = field.orNull({ $0.object() }) else {
      if isPinned, field.value == nil || field.value == .null {
        pinned.refuse("is true, but there is no current panel to hold: give one, or do not pin")
      }
      return nil
    }
    let start: Day? = panel["start"].word()
    let experts = panel["experts"].distinct(expert)
    return start.map { CurrentPanel(start: $0, experts: Set(experts), pinned: isPinned) }
  }

  func refuseBrokenPins(of problem: Problem) {
    for (audit, breaches) in problem.breachesOfPinned() {
      for breach in breaches {
        let sentence = breach.sentence
        let reason = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        currentFields[audit]?.refuse(
          "is pinned but cannot stand (\(breach.rule.rawValue)): \(reason)")
      }
    }
  }
}
