/// Planes of numbers, one behind the other: what a layer is given and what it makes.
struct PenPlanes {
  let channels, height, width: Int
  /// Plane after plane, row after row.
  var values: [Float]

  init(channels: Int, height: Int, width: Int, values: [Float]? = nil) {
    (self.channels, self.height, self.width) = (channels, height, width)
    self.values = values ?? [Float](repeating: 0, count: channels * height * width)
  }

  /// With zeros around every plane.
  func padded(_ down: Int, _ across: Int) -> PenPlanes {
    if down == 0 && across == 0 { return self }
    var wide = PenPlanes(channels: channels, height: height + 2 * down, width: width + 2 * across)
    for row in 0..<channels * height {
      let start = ((row / height) * wide.height + row % height + down) * wide.width + across
      wide.values.replaceSubrange(start..<start + width, with: values[row * width..<(row + 1) * width])
    }
    return wide
  }

  /// What is below zero becomes zero.
  mutating func rectify() { for index in values.indices where values[index] < 0 { values[index] = 0 } }

  /// The largest number of every field of this many rows and columns; what is left at the ends is dropped.
  func pooled(_ down: Int, _ across: Int) -> PenPlanes {
    if down == 1 && across == 1 { return self }
    var small = PenPlanes(channels: channels, height: height / down, width: width / across)
    for index in small.values.indices {
      let x = index % small.width, y = index / small.width % small.height
      let start = (index / (small.width * small.height) * height + y * down) * width + x * across
      var largest = values[start]
      for row in 0..<down { for column in 0..<across { largest = max(largest, values[start + row * width + column]) } }
      small.values[index] = largest
    }
    return small
  }
}

/// A convolution with what is pooled after it.
struct PenLayer: Sendable {
  let inputs, outputs: Int
  let kernel, pool: (height: Int, width: Int)
  /// By output, input, row and column.
  let weights: [Float]
  let biases: [Float]

  /// Zeros around a plane: as many as keep its size; none above and below where the kernel is of even height, which takes
  /// all rows at once.
  static func rim(of kernel: (height: Int, width: Int)) -> (height: Int, width: Int) {
    (kernel.height % 2 == 0 ? 0 : kernel.height / 2, kernel.width / 2)
  }

  func convolved(_ planes: PenPlanes) -> PenPlanes {
    let rim = Self.rim(of: kernel)
    let input = planes.padded(rim.height, rim.width)
    var made = PenPlanes(
      channels: outputs, height: input.height - kernel.height + 1, width: input.width - kernel.width + 1)
    let (height, width) = (made.height, made.width)
    // Without bounds checks in the innermost loop, which then takes four or more numbers at once.
    input.values.withUnsafeBufferPointer { from in
      made.values.withUnsafeMutableBufferPointer { into in
        for row in 0..<outputs * height {
          let output = row / height,
            target = UnsafeMutableBufferPointer(rebasing: into[row * width..<(row + 1) * width])
          target.update(repeating: biases[output])
          fill(target, output, row % height, from, input)
        }
      }
    }
    return made
  }

  /// Adds to a row of an output what all inputs give to it.
  @inline(__always)
  private func fill(
    _ target: UnsafeMutableBufferPointer<Float>, _ output: Int, _ y: Int, _ from: UnsafeBufferPointer<Float>,
    _ input: PenPlanes
  ) {
    guard let into = target.baseAddress, let all = from.baseAddress else { return }
    let size = kernel.height * kernel.width
    for tap in 0..<inputs * size {
      let weight = weights[output * inputs * size + tap]
      let place = tap % size
      let start = all + (tap / size * input.height + y + place / kernel.width) * input.width + place % kernel.width
      for x in 0..<target.count { into[x] += weight * start[x] }
    }
  }
}
