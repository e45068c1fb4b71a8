/// The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2: what colours mean without a device.
enum SRGBProfile {
  static var bytes: [UInt8] {
    let tags: [(name: String, bytes: [UInt8])] = [
      ("desc", text("sRGB IEC61966-2.1")), ("cprt", text("No copyright, use freely")), ("wtpt", xyz(white)),
      // The primaries and the adaptation of the standard's white, D65, to the one of every profile, D50 (Bradford).
      ("rXYZ", xyz([0.43606567, 0.22248840, 0.01391602])), ("gXYZ", xyz([0.38514709, 0.71687317, 0.09707642])),
      ("bXYZ", xyz([0.14306641, 0.06060791, 0.71409607])), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
      (
        "chad",
        tag("sf32")
          + [
            1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00924683, 0.01507568,
            0.75167847,
          ]
          .flatMap(fixed)
      ),
    ]
    var directory = long(tags.count), body: [UInt8] = []
    for (name, bytes) in tags {
      directory += Array(name.utf8) + long(128 + 4 + 12 * tags.count + body.count) + long(bytes.count)
      body += bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
    return header(length: 128 + directory.count + body.count) + directory + body
  }

  private static let white = [0.96420288, 1.0, 0.82490540]

  private static func header(length: Int) -> [UInt8] {
    let start = long(length) + long(0) + [4, 0x20, 0, 0] + Array("mntrRGB XYZ ".utf8)
    // A fixed day: profiles of two runs are the same.
    let date: [UInt8] = [2025, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let middle = start + date + Array("acsp".utf8) + [UInt8](repeating: 0, count: 28) + white.flatMap(fixed)
    return middle + [UInt8](repeating: 0, count: 128 - middle.count)
  }

  /// sRGB's own curve: a power of 2.4 that is straight near black.
  private static var curve: [UInt8] {
    tag("para") + [0, 3, 0, 0] + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
  }

  private static func xyz(_ numbers: [Double]) -> [UInt8] { tag("XYZ ") + numbers.flatMap(fixed) }

  private static func text(_ text: String) -> [UInt8] {
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return tag("mluc") + long(1) + long(12) + Array("enUS".utf8) + long(units.count) + long(28) + units
  }

  private static func tag(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }

  private static func long(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Sixteen bits before and after the point.
  private static func fixed(_ number: Double) -> [UInt8] { long(Int((number * 65536).rounded())) }
}
