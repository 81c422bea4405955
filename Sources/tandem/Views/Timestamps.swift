import TandemModel
import TandemProtocol

extension Wire.Timestamp {
  /// The instant in UTC, to the second.
  var text: String { "\(minute):\(padded(seconds % 60)) UTC" }

  /// The instant in UTC, to the minute, for a column whose head says so.
  var minute: String {
    let day = Day(ofInstant: Int64(seconds) * 1000)
    let rest = seconds % 86_400
    return "\(day) \(padded(rest / 3600)):\(padded(rest / 60 % 60))"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
