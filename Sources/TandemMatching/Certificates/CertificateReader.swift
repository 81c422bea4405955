import TandemModel

extension Certificate {
  /// What `format` says in a file of a certificate.
  static let format = "tandem-certificate/1"

  /// Reads a `tandem-certificate/1` file. Throws all that is wrong with it, each fault with its place,
  /// but for what is wrong with prices of cost: these need not be looked at where the weight suffices.
  ///
  /// Whether it fits a problem and a plan is not looked at.
  public static func read(_ bytes: [UInt8]) throws(Faults) -> Certificate {
    let log = FaultLog()
    // A part's prices lie as deep in it as the lists of a cut's days.
    let depth = depthLimit + 8
    guard let file = JSONParser.parse(bytes, depthLimit: depth, log: log),
      let certificate = certificate(Field(top: file, log: log)), log.count == 0
    else { throw log.faults }
    return certificate
  }

  private static func certificate(_ file: Field) -> Certificate? {
    guard let file = file.object() else { return nil }
    let format = file["format"]
    guard format.names(format: Certificate.format) || format.value == nil else { return nil }
    return part(file["proof"]).map(Certificate.init)
  }

  private static func part(_ field: Field) -> Part? {
    guard let part = field.object() else { return nil }
    guard part["split"].value != nil else {
      return prices(part["weight"]).map { self.part($0, cost: part["cost"]) }
    }
    let split = split(part["split"])
    let yes = self.part(part["yes"])
    let no = self.part(part["no"])
    guard let split, let yes, let no else { return nil }
    return .split(split, yes: yes, no: no)
  }

  private static func part(_ weight: Prices, cost: Field) -> Part {
    guard let json = cost.value else { return .prices(weight: weight, cost: nil) }
    let log = FaultLog()
    if let cost = prices(cost.logging(to: log)), log.count == 0 {
      return .prices(weight: weight, cost: cost)
    }
    return .weight(weight, unreadableCost: .init(faults: log.faults, json: json))
  }

  private static func split(_ field: Field) -> Split? {
    guard let parts = field.elements() else { return nil }
    guard let first = parts.first, case .text(let kind) = first.value else {
      field.refuse("expected a question first: filled, serves, together or before")
      return nil
    }
    let lengths = ["filled": 2, "serves": 3, "together": 4, "before": 3]
    guard lengths[kind] == parts.count else {
      field.refuse(
        "expected [\"filled\", audit], [\"serves\", audit, expert], "
          + "[\"together\", audit, expert, expert] or [\"before\", audit, day]")
      return nil
    }
    guard let audit: AuditID = parts[1].word() else { return nil }
    switch kind {
    case "serves":
      return parts[2].word().map { .serves(audit, $0) }
    case "together":
      let (one, other): (ExpertID?, ExpertID?) = (parts[2].word(), parts[3].word())
      guard let one, let other else { return nil }
      return .together(audit, one, other)
    case "before":
      return parts[2].word().map { .before(audit, $0) }
    default: return .filled(audit)
    }
  }

  private static func prices(_ field: Field) -> Prices? {
    guard let prices = field.object() else { return nil }
    let scale = prices["scale"].whole(1...limit)
    let fill = prices["fill"].orLeftOut(0) { $0.whole(-limit...limit) }
    let experts: [ExpertID: Int]? = prices["experts"].orLeftOut([:]) { $0.map { amount($0) } }
    let days = prices["days"].orLeftOut([]) { $0.list(dayPrice) }
    let cuts = prices["cuts"].orLeftOut([]) { $0.list(cut) }
    guard let scale, let fill, let experts, let days, let cuts else { return nil }
    return Prices(scale: scale, fill: fill, experts: experts, days: days, cuts: cuts)
  }

  private static func amount(_ field: Field) -> Int? { field.whole(0...limit) }

  private static func dayPrice(_ field: Field) -> DayPrice? {
    guard let parts = field.elements() else { return nil }
    guard parts.count == 3 else {
      field.refuse("expected [expert, day, price]")
      return nil
    }
    let held = expertDay(parts[0], parts[1])
    let price = amount(parts[2])
    guard let held, let price else { return nil }
    return DayPrice(held, price: price)
  }

  private static func expertDay(_ expert: Field, _ day: Field) -> ExpertDay? {
    let (expert, day): (ExpertID?, Day?) = (expert.word(), day.word())
    guard let expert, let day else { return nil }
    return ExpertDay(expert, day)
  }

  private static func cut(_ field: Field) -> Cut? {
    guard let cut = field.object() else { return nil }
    let audits: [AuditID]? = cut["audits"].orLeftOut([]) { $0.list { $0.word() } }
    // However many steps a cut takes for used, it is true, though of no use.
    let experts: [ExpertID: Int]? = cut["experts"].orLeftOut([:]) {
      $0.map { $0.whole(0...(.max)) }
    }
    let days = cut["days"].orLeftOut([]) { days in
      days.list { day in day.pair("an expert and a day").flatMap { expertDay($0, $1) } }
    }
    let price = amount(cut["price"])
    guard let audits, let experts, let days, let price else { return nil }
    return Cut(audits: Set(audits), experts: experts, days: Set(days), price: price)
  }
}
