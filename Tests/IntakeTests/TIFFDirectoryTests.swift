import SampleDocuments
import Testing

@testable import Intake

/// A TIFF that is nothing but its chain of directories.
struct BareTIFF {
  var bytes: [UInt8]
  private let isLittleEndian: Bool

  /// Each directory has no entries; `next` gives where the one after it stands, 0 for the end.
  init(isLittleEndian: Bool = true, count: Int, last: Int = 0) {
    self.isLittleEndian = isLittleEndian
    bytes = isLittleEndian ? [0x49, 0x49, 0x2A, 0] : [0x4D, 0x4D, 0, 0x2A]
    append(count == 0 ? last : 8, 4)
    for index in 0..<count {
      append(0, 2)
      append(index == count - 1 ? last : 8 + (index + 1) * 6, 4)
    }
  }

  private mutating func append(_ value: Int, _ width: Int) {
    let digits = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    bytes += isLittleEndian ? digits : digits.reversed()
  }
}

@Suite struct TIFFDirectoryTests {
  @Test(arguments: [true, false], [1, 2, 7, TIFFDirectory.mostPages])
  func countsTheChain(_ isLittleEndian: Bool, _ count: Int) {
    #expect(TIFFDirectory.pageCount(of: BareTIFF(isLittleEndian: isLittleEndian, count: count).bytes) == count)
  }

  @Test(arguments: [
    BareTIFF(count: 3, last: 8), BareTIFF(count: 1, last: 8), BareTIFF(count: 2, last: 0xFFFF_FFFF),
    BareTIFF(count: TIFFDirectory.mostPages + 1), BareTIFF(count: 0), BareTIFF(count: 0, last: 1 << 31),
  ])
  func refusesLoopsAndChainsOutOfTheFile(_ tiff: BareTIFF) {
    #expect(TIFFDirectory.pageCount(of: tiff.bytes) == nil)
  }

  @Test func refusesEveryCutOfAChain() {
    let whole = BareTIFF(count: 5).bytes
    for length in 0..<whole.count { #expect(TIFFDirectory.pageCount(of: Array(whole[..<length])) == nil) }
  }

  @Test func countsTheCorpus() throws {
    #expect(TIFFDirectory.pageCount(of: try Repository.bytes(of: "corpus/scans/dev03_kh_tinh_landscape.tif")) == 6)
  }

  @Test func anyBytesAreCountedOrRefused() throws {
    var bytes = BareTIFF(count: 20).bytes
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      bytes[Int.random(in: 4..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      #expect((TIFFDirectory.pageCount(of: bytes) ?? 1) <= TIFFDirectory.mostPages)
    }
  }

  /// Directories of one field each, at 8 and at 26.
  @Test(
    arguments: [
      ([(254, 0), (254, 1)], [0]), ([(254, 1), (254, 0)], [1]), ([(254, 4), (254, 2)], [1]),
      ([(254, 1), (254, 1)], [0, 1]),
      ([(255, 1), (255, 2)], [0]), ([(256, 1), (256, 1)], [0, 1]),
    ] as [([(Int, Int)], [Int])])
  func aSmallerCopyIsNoPage(_ fields: [(Int, Int)], _ pages: [Int]) {
    var bytes: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8]
    for (index, field) in fields.enumerated() {
      bytes += [
        0, 1, UInt8(field.0 >> 8), UInt8(field.0 & 0xFF), 0, 4, 0, 0, 0, 1, 0, 0, 0, UInt8(field.1), 0, 0, 0,
        index == 0 ? 26 : 0,
      ]
    }
    #expect(TIFFDirectory.pages(of: bytes) == pages)
  }
}
