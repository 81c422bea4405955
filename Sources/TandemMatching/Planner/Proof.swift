/// Why no plan is better than the best one found, by positions.
indirect enum Proof: Sendable {
  case part(Part)
  case split(Split, yes: Proof, no: Proof)

  /// The prices of one part: of the weight left open, and, where that does not suffice, of cost.
  struct Part: Sendable {
    let weight: Prices
    let cost: Prices?
  }
}
