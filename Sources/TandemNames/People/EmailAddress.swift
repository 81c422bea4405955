/// An e-mail address as it is compared.
enum EmailAddress {
  /// Providers that ignore full stops before the sign.
  private static let ignoringStops: Set<Substring> = ["gmail.com", "googlemail.com"]

  /// In small letters, without what follows a plus; nil when it is none.
  static func normalised(_ text: String) -> String? {
    guard text.utf8.count <= 320 else { return nil }
    let small = text.lowercased()[...].trimmingSpaces
    guard let sign = small.lastIndex(of: "@"), sign != small.startIndex else { return nil }
    var local = String(small[..<sign].prefix { $0 != "+" })
    var host = small[small.index(after: sign)...]
    guard !local.isEmpty, host.contains(".") else { return nil }
    if ignoringStops.contains(host) {
      local.removeAll { $0 == "." }
      host = "gmail.com"
    }
    return "\(local)@\(host)"
  }
}
