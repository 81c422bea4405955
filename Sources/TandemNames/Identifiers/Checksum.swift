/// The check digits of identifiers.
enum Checksum {
  /// ISO 7064 mod 97-10, a letter counting 10 to 35: ISO 17442's.
  static func isMod97(_ bytes: [UInt8]) -> Bool {
    guard bytes.suffix(2).allSatisfy({ $0 < 0x3A }) else { return false }
    let rest = bytes.reduce(0) { rest, byte in
      let number = Int(byte) - (byte < 0x3A ? 0x30 : 0x41 - 10)
      return (rest * (number < 10 ? 10 : 100) + number) % 97
    }
    return rest == 1
  }

  /// ROR's: 0, six of Crockford's base 32 in small letters, and 98 less the number × 100 mod 97.
  static func isROR(_ bytes: [UInt8]) -> Bool {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    guard bytes.count == 9, bytes[0] == UInt8(ascii: "0"),
      bytes.suffix(2).allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    var number = 0
    for byte in bytes[1..<7] {
      guard let digit = alphabet.firstIndex(of: byte) else { return false }
      number = number * 32 + digit
    }
    return 98 - number * 100 % 97 == Int(bytes[7] - 0x30) * 10 + Int(bytes[8] - 0x30)
  }

  /// Whether the digits pass the check of that name in `identifiers.txt`.
  static func passes(_ name: Substring, _ bytes: [UInt8]) -> Bool {
    let digits = bytes.map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }), digits.count > 2 else { return false }
    switch name {
    case "luhn": return luhn(digits)
    case "mod97":
      let head = digits.dropLast(2).reduce(0) { $0 * 10 + $1 }
      return 97 - head % 97 == digits[digits.count - 2] * 10 + digits[digits.count - 1]
    case "ico":
      return (11 - weighed(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[digits.count - 1]
    case "orgnr":
      return (11 - weighed(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[digits.count - 1]
    default: return true
    }
  }

  private static func weighed(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func luhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let (place, digit) = item
      let value = place % 2 == 0 ? digit : digit * 2
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }
}
