@testable import TandemMatching
@testable import TandemModel

/// Changes one thing of a certificate or of the plan that it proves.
struct CertificateTampering {
  var chance: RulesChance
  let indexed: IndexedProblem
  var plan: Plan
  var certificate: Certificate

  init(
    _ chance: RulesChance, _ indexed: IndexedProblem, _ plan: Plan, _ certificate: Certificate
  ) {
    self.chance = chance
    self.indexed = indexed
    self.plan = plan
    self.certificate = certificate
  }

  mutating func tamper() {
    if chance.once(in: 6) { tamperWithPlan() } else { certificate.proof = part(certificate.proof) }
  }

  /// Leaves an audit open, or moves it to the next weekday.
  private mutating func tamperWithPlan() {
    guard let place = plan.panels.indices.randomElement(using: &chance) else { return }
    if Bool.random(using: &chance) {
      plan.panels.remove(at: place)
    } else {
      plan.panels[place].start = plan.panels[place].start.adding([1, 7, -7][place % 3])
    }
  }

  private mutating func part(_ part: Certificate.Part) -> Certificate.Part {
    switch part {
    case .weight: return part
    case .split(let split, let yes, let no):
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: return .split(split, yes: no, no: yes)
      case 1: return .split(self.split(), yes: yes, no: no)
      case 2: return .split(split, yes: self.part(yes), no: no)
      default: return .split(split, yes: yes, no: self.part(no))
      }
    case .prices(let weight, let cost):
      switch Int.random(in: 0..<9, using: &chance) {
      case 0: return .prices(weight: weight, cost: nil)
      case 1: return .split(split(), yes: part, no: .prices(weight: weight, cost: nil))
      case 6: return .weight(weight, unreadableCost: unreadable())
      case 7, 8:
        return .split(
          split(), yes: part, no: .weight(weight, unreadableCost: unreadable()))
      case 2: return .prices(weight: prices(weight), cost: cost)
      default: return .prices(weight: weight, cost: cost.map { prices($0) })
      }
    }
  }

  /// What no checker can take for prices.
  private mutating func unreadable() -> Certificate.UnreadablePrices {
    let texts = [
      "null", "[]", "7", #""scale""#, "{}", #"{"scale":0}"#, #"{"scale":1.5}"#,
      #"{"scale":9007199254740992}"#, #"{"scale":1,"fill":null}"#,
      #"{"scale":1,"experts":{"E0001":-1}}"#, #"{"scale":1,"experts":[]}"#,
      #"{"scale":1,"days":[["E0001","2027-03-01"]]}"#,
      #"{"scale":1,"days":[["E0001","2027-02-30",1]]}"#, #"{"scale":1,"cuts":[{}]}"#,
      #"{"scale":1,"cuts":[{"experts":{"E0001":true},"price":1}]}"#,
    ]
    let text = texts[Int.random(in: texts.indices, using: &chance)]
    let faults = FaultLog()
    let json = JSONParser.parse(Array(text.utf8), log: faults)
    return .init(faults: faults.faults, json: json ?? .null)
  }

  private mutating func split() -> Certificate.Split {
    let audits = indexed.problem.audits
    let experts = indexed.problem.experts.map(\.id)
    let audit = audits[Int.random(in: audits.indices, using: &chance)]
    let one = experts[Int.random(in: experts.indices, using: &chance)]
    let other = experts[Int.random(in: experts.indices, using: &chance)]
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: return .filled(audit.id)
    case 1: return .serves(audit.id, one)
    case 2: return .together(audit.id, one, other)
    default:
      let offset = Int.random(in: 0...20, using: &chance)
      return .before(audit.id, audit.window.lowerBound.adding(offset))
    }
  }

  private mutating func prices(_ prices: Certificate.Prices) -> Certificate.Prices {
    var prices = prices
    let experts = indexed.problem.experts.map(\.id)
    let expert = experts[Int.random(in: experts.indices, using: &chance)]
    let amount = Int.random(in: 0...20 * prices.scale, using: &chance)
    let start = plan.panels.first?.start ?? indexed.problem.horizon.lowerBound
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: prices.scale = max(1, prices.scale / Int.random(in: 2...9, using: &chance))
    case 1: prices.scale += Int.random(in: 1...prices.scale, using: &chance)
    case 2: prices.fill = Int.random(in: -1...1, using: &chance) * amount
    case 3: prices.experts[expert] = amount
    case 4: prices.experts[expert, default: 0] += 1
    case 5: prices.days.append(.init(.init(expert, start), price: amount))
    default:
      prices.cuts.append(
        Certificate.Cut(
          audits: [indexed.problem.audits[0].id],
          experts: [expert: Int.random(in: 0...2, using: &chance)], days: [.init(expert, start)],
          price: amount))
    }
    return prices
  }
}
