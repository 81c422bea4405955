import Foundation
import X509

extension Certificate {
  /// Whether it is for a host of this name, by RFC 6125: one of its names is the same, or has an asterisk
  /// in place of the first label. What the subject is called counts for nothing.
  func isFor(name: String) -> Bool {
    let asked = Self.labels(of: name)
    return names.contains { name in
      guard case .dnsName(let name) = name else { return false }
      let own = Self.labels(of: name)
      guard own.first == "*", own.count > 2 else { return own == asked }
      return own.dropFirst() == asked.dropFirst()
    }
  }

  /// The names and IP addresses that it is for.
  var hosts: [String] {
    names.compactMap { name in
      switch name {
      case .dnsName(let name): name
      case .ipAddress(let bytes): Self.text(ofAddress: Array(bytes.bytes))
      default: nil
      }
    }
  }

  private var names: SubjectAlternativeNames {
    (try? extensions.subjectAlternativeNames) ?? SubjectAlternativeNames([])
  }

  /// In lower case, without the point that a full name may end with.
  private static func labels(of name: String) -> [Substring] {
    var labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if labels.last == "" { labels.removeLast() }
    return labels
  }

  private static func text(ofAddress bytes: [UInt8]) -> String? {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard [4, 16].contains(bytes.count),
      inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil
    else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
