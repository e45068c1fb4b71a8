public import DocumentModel
internal import Foundation

/// A small net of convolutions that reads strings of figures; `dictionaries/training/pen-figures` makes its file.
public struct PenNet: Sendable {
  /// The name of the net's file in the folder of the models.
  public static let fileName = "pen-figures.net"
  /// What a net is given: rows, and columns of them.
  static let rows = 32, columns = 128
  /// Ten figures, and before them the blank of CTC.
  static let classes = 11

  let layers: [PenLayer]

  /// The net of a folder; nil where the folder has none.
  ///
  /// - Throws: a failure where the file is no net, or is damaged.
  public static func load(from folder: String) throws(Failure) -> PenNet? {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure(.badInput, .damagedNet(path)) }
    return try PenNet([UInt8](data), name: path)
  }

  /// Reads a net from the bytes of its file; `name` is what errors call it.
  ///
  /// - Throws: a failure where they are anything but a whole net of figures.
  public init(_ bytes: [UInt8], name: String) throws(Failure) {
    guard let layers = PenNetFile(bytes).layers() else { throw Failure(.badInput, .damagedNet(name)) }
    self.layers = layers
  }

  /// What the net makes of a picture, 1 for ink and 0 for paper: for every place from left to right how likely each class
  /// is to stand there.
  func places(in canvas: PenPlanes) -> [[Double]] {
    var planes = canvas
    for (index, layer) in layers.enumerated() {
      planes = layer.convolved(planes)
      if index < layers.count - 1 { planes.rectify() }
      planes = planes.pooled(layer.pool.height, layer.pool.width)
    }
    return (0..<planes.width).map { x in
      Self.shares(of: (0..<planes.channels).map { Double(planes.values[$0 * planes.width + x]) })
    }
  }

  /// Scores as shares of one (softmax).
  static func shares(of scores: [Double]) -> [Double] {
    let highest = scores.max() ?? 0
    let powers = scores.map { exp($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}

extension Message {
  static func damagedNet(_ path: String) -> Message {
    Message(
      "damaged-pen-net", vi: "Tệp đọc chữ số viết tay “\(path)” bị hỏng hoặc chép thiếu. Chép lại tệp.",
      en: "The file “\(path)”, which reads figures written by pen, is damaged or cut short. Copy it again.")
  }
}
