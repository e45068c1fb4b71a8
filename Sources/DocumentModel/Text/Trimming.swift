extension StringProtocol {
  /// The text without the characters at its ends for which the condition holds.
  @inlinable public func trimmed(where isTrimmed: (Character) -> Bool) -> SubSequence {
    drop(while: isTrimmed).trimmedEnd(where: isTrimmed)
  }

  /// The text without the characters at its end for which the condition holds.
  @inlinable public func trimmedEnd(where isTrimmed: (Character) -> Bool) -> SubSequence {
    lastIndex { !isTrimmed($0) }.map { self[...$0] } ?? self[startIndex..<startIndex]
  }
}
