import Testing

@testable import PenFigures

@Suite struct PenLayerTests {
  private static func layer(_ weights: [Float], _ kernel: (height: Int, width: Int), bias: Float = 0) -> PenLayer {
    PenLayer(inputs: 1, outputs: 1, kernel: kernel, pool: (1, 1), weights: weights, biases: [bias])
  }

  private static let square = PenPlanes(channels: 1, height: 3, width: 3, values: [1, 2, 3, 4, 5, 6, 7, 8, 9])

  @Test func aConvolutionAddsWhatStandsAround() {
    let sums = Self.layer([Float](repeating: 1, count: 9), (3, 3)).convolved(Self.square)
    #expect(sums.values == [12, 21, 16, 27, 45, 33, 24, 39, 28])
  }

  @Test func theKernelIsNotTurned() {
    let right = Self.layer([0, 0, 0, 0, 0, 1, 0, 0, 0], (3, 3), bias: 10).convolved(Self.square)
    #expect(right.values == [12, 13, 10, 15, 16, 10, 18, 19, 10])
  }

  @Test func aKernelOfEvenHeightTakesAllRowsAtOnce() {
    let planes = PenPlanes(channels: 1, height: 2, width: 3, values: [1, 2, 3, 10, 20, 30])
    let sums = Self.layer([Float](repeating: 1, count: 2), (2, 1)).convolved(planes)
    #expect(sums.height == 1 && sums.values == [11, 22, 33])
  }

  @Test func inputsAreAddedAndOutputsKeptApart() {
    let planes = PenPlanes(channels: 2, height: 1, width: 2, values: [1, 2, 30, 40])
    let layer = PenLayer(
      inputs: 2, outputs: 2, kernel: (1, 1), pool: (1, 1), weights: [1, 1, 0, 2], biases: [0, 0.5])
    #expect(layer.convolved(planes).values == [31, 42, 60.5, 80.5])
  }

  @Test func poolingTakesTheLargestAndRectifyingNothingBelowZero() {
    var planes = PenPlanes(channels: 2, height: 2, width: 3, values: [1, -5, 9, -2, -3, 9, -1, -1, 9, -1, -4, 9])
    #expect(planes.pooled(2, 2).values == [1, -1])
    planes.rectify()
    #expect(planes.values == [1, 0, 9, 0, 0, 9, 0, 0, 9, 0, 0, 9])
  }

  @Test func ofNumbersThatAreMadeFewerOrMoreTheMeanStays() {
    #expect(PenCanvas.averaged([1, 3, 5, 7], to: 2) == [2, 6])
    #expect(PenCanvas.averaged([1, 3], to: 4) == [1, 1, 3, 3])
    #expect(PenCanvas.averaged([0, 3, 6], to: 2) == [1, 5])
  }
}
