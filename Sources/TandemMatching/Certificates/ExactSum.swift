/// A sum of whole numbers that says when it no longer fits in 128 bits.
struct ExactSum: Sendable {
  /// Nil once it has not fitted.
  private(set) var value: Int128? = 0

  mutating func add(_ number: Int128?) {
    guard let value, let number else {
      self.value = nil
      return
    }
    let (sum, overflow) = value.addingReportingOverflow(number)
    self.value = overflow ? nil : sum
  }

  mutating func subtract(_ number: Int128?) {
    guard let value, let number else {
      self.value = nil
      return
    }
    let (difference, overflow) = value.subtractingReportingOverflow(number)
    self.value = overflow ? nil : difference
  }

  mutating func add(_ number: Int128, times factor: Int128) {
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    add(overflow ? nil : product)
  }

  mutating func subtract(_ number: Int128, times factor: Int128) {
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    subtract(overflow ? nil : product)
  }
}
