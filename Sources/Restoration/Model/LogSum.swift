internal import Foundation

/// The logarithm of a sum whose terms are given by their logarithms.
struct LogSum {
  private var highest = -Float.infinity
  private var sum: Float = 0

  /// −∞ before the first term.
  var value: Float { highest + log(sum) }

  @inline(__always)
  mutating func add(_ term: Float) {
    if term <= highest {
      sum += exp(term - highest)
    } else {
      sum = sum * exp(highest - term) + 1
      highest = term
    }
  }
}
