import DocumentModel
import Foundation
import Imaging
import SampleDocuments
import Testing

@testable import PenFigures

@Suite struct PenNetTests {
  private static func bytes() throws -> [UInt8] { try Repository.bytes(of: "dictionaries/" + PenNet.fileName) }

  @Test func theNetOfTheProgramIsWhole() throws {
    let net = try PenNet(try Self.bytes(), name: "net")
    #expect(net.layers.first?.inputs == 1 && net.layers.last?.outputs == PenNet.classes)
    #expect(try Self.bytes().count < 1 << 20)
  }

  @Test func aFolderWithoutANetHasNone() throws {
    #expect(try PenNet.load(from: "/nowhere") == nil)
  }

  @Test(arguments: [0, 4, 8, 11, 12, 40, 156, 1000])
  func aNetThatIsCutShortIsAnError(length: Int) throws {
    let bytes = try Self.bytes()
    #expect(throws: Failure.self) { try PenNet(Array(bytes.prefix(length)), name: "net") }
    #expect(throws: Failure.self) { try PenNet(bytes + [0], name: "net") }
  }

  @Test func aHeadThatWasChangedIsAnErrorAndNeverACrash() throws {
    let bytes = try Self.bytes()
    for place in 0..<156 {
      for value: UInt8 in [0, 1, 255] where value != bytes[place] {
        var changed = bytes
        changed[place] = value
        // A pooling that leaves all sizes as they were is the only change that could be borne.
        if let net = try? PenNet(changed, name: "net") {
          let places = net.places(in: PenPlanes(channels: 1, height: PenNet.rows, width: PenNet.columns))
          #expect(places.allSatisfy { $0.count == PenNet.classes }, "byte \(place)")
        }
      }
    }
  }

  @Test func weightsThatAreNoNumbersAreAnError() throws {
    var bytes = try Self.bytes()
    // The half float that is not a number.
    bytes.replaceSubrange(200..<202, with: [0x00, 0x7E])
    #expect(throws: Failure.self) { try PenNet(bytes, name: "net") }
  }
}
