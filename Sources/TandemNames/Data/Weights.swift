import CTandemNamesData

/// What words weigh and where doubts begin: `weights.txt`. It does not change, and each comparison has it.
final class Weights: Sendable {
  /// By ``WordClass/rawValue``: where both share a name of their own, and where they share none.
  let beside: [Float]
  let alone: [Float]

  let rarest: Float
  let least: Float
  let slip: Float
  let slips: Float
  let shortened: Float
  let ending: Float
  let kin: Float
  let foreign: Float
  let foreignListed: Float
  let added: Float
  let foreignLast: Float
  let short: Float
  let addition: Float
  let beyond: Float
  let nation: Float
  let described: Float
  let apposed: Float
  let ahead: Float
  let dividing: Float
  let initials: Float
  let address: Float
  let explained: Float
  let doubt: Float
  let known: Float
  let otherFirm: Float
  let abroad: Float
  let unlike: Float

  static let standard = Weights(Resource(tandem_names_weights))

  init(_ resource: Resource) {
    var beside = [Float](repeating: 1, count: WordClass.allCases.count)
    var alone = beside
    var numbers: [Substring: Float] = [:]
    for line in resource.lines {
      let fields = line.split(separator: " ")
      if fields.count == 4, fields[0] == "weight", let kind = WordClass(name: fields[1]) {
        beside[Int(kind.rawValue)] = Float(fields[2]) ?? 1
        alone[Int(kind.rawValue)] = Float(fields[3]) ?? 1
      } else if fields.count == 3, fields[0] == "number" {
        numbers[fields[1]] = Float(fields[2])
      }
    }
    self.beside = beside
    self.alone = alone
    rarest = numbers["rarest"] ?? 0
    least = numbers["least"] ?? 1
    slip = numbers["slip"] ?? 0
    slips = numbers["slips"] ?? 0
    shortened = numbers["shortened"] ?? 0
    ending = numbers["ending"] ?? 0
    kin = numbers["kin"] ?? 0
    foreign = numbers["foreign"] ?? 0
    foreignListed = numbers["foreignListed"] ?? 0
    added = numbers["added"] ?? 1
    foreignLast = numbers["foreignLast"] ?? 0
    short = numbers["short"] ?? 1
    addition = numbers["addition"] ?? 1
    nation = numbers["nation"] ?? 1
    beyond = numbers["beyond"] ?? 1
    dividing = numbers["dividing"] ?? 1
    ahead = numbers["ahead"] ?? 1
    apposed = numbers["apposed"] ?? 1
    described = numbers["described"] ?? 1
    initials = numbers["initials"] ?? 0
    address = numbers["address"] ?? 0
    explained = numbers["explained"] ?? 0
    doubt = numbers["doubt"] ?? 1
    known = numbers["known"] ?? 1
    otherFirm = numbers["otherFirm"] ?? 1
    abroad = numbers["abroad"] ?? 1
    unlike = numbers["unlike"] ?? 1
  }
}
