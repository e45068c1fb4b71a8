public import DocumentModel
internal import Foundation

/// Values as deflated JSON: what is read back is what was kept, to the last digit.
public enum PackedJSON {
  /// Packs a value; `isOrdered` where the same value is to be the same bytes, at the price of sorting its keys.
  ///
  /// - Throws: a failure where the value cannot be written as JSON, which plain values always can.
  public static func bytes(of value: some Encodable, isOrdered: Bool = false) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    if isOrdered { encoder.outputFormatting = .sortedKeys }
    if let key = CodingUserInfoKey.keepsEveryDigit { encoder.userInfo[key] = true }
    do {
      return Packing.pack([UInt8](try encoder.encode(value)))
    } catch {
      throw Failure(.internalError, .cannotPack(String(describing: error)))
    }
  }

  /// Nil for bytes that are damaged, or hold something else.
  public static func value<Value: Decodable>(_ type: Value.Type = Value.self, in packed: [UInt8]) -> Value? {
    Packing.unpack(packed).flatMap { try? JSONDecoder().decode(type, from: Data($0)) }
  }
}

extension Message {
  fileprivate static func cannotPack(_ reason: String) -> Message {
    Message("cannot-pack", vi: "Không đóng gói được dữ liệu: \(reason)", en: "Cannot pack data: \(reason)")
  }
}
