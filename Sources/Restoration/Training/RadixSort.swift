/// Sorts keys by their bytes, the lowest first; bytes that are the same in all keys are passed over.
func radixSort(_ keys: inout [UInt64]) {
  var scratch = [UInt64](unsafeUninitializedCapacity: keys.count) { _, count in count = keys.count }
  for shift in stride(from: 0, to: 64, by: 8) where scatter(keys, into: &scratch, shift: shift) {
    swap(&keys, &scratch)
  }
}

/// Sorts by one byte; false, and nothing done, where every key has the same.
private func scatter(_ keys: [UInt64], into target: inout [UInt64], shift: Int) -> Bool {
  var starts = Array(repeating: 0, count: 257)
  for key in keys { starts[Int(key >> UInt64(shift) & 0xFF) + 1] += 1 }
  if starts.contains(keys.count) { return false }
  for byte in 1..<257 { starts[byte] += starts[byte - 1] }
  keys.withUnsafeBufferPointer { source in
    target.withUnsafeMutableBufferPointer { target in
      starts.withUnsafeMutableBufferPointer { starts in
        for key in source {
          let byte = Int(key >> UInt64(shift) & 0xFF)
          target[starts[byte]] = key
          starts[byte] += 1
        }
      }
    }
  }
  return true
}
