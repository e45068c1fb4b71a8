internal import CICU

/// What one of ICU's text functions makes of a text; the text itself where ICU fails. It is called a second time with more
/// room where its result did not fit.
func transformed(
  _ text: String,
  by function: (UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<UInt16>?, Int32) -> Int32
) -> String {
  let source = Array(text.utf16)
  var capacity = source.count * 3 / 2 + 8
  while true {
    var needed: Int32 = 0
    let result = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      needed = source.withUnsafeBufferPointer {
        function($0.baseAddress, Int32($0.count), buffer.baseAddress, Int32(buffer.count))
      }
      count = min(max(0, Int(needed)), buffer.count)
    }
    if needed < 0 { return text }
    if Int(needed) <= capacity { return String(decoding: result, as: UTF16.self) }
    capacity = Int(needed)
  }
}

/// The text in Unicode's composed form (NFC). Nearly all text is in it already; this is found out without making a copy.
public func nfc(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  let units = Array(text.utf16)
  let isComposed = units.withUnsafeBufferPointer { cicu_is_nfc($0.baseAddress, Int32($0.count)) }
  return isComposed == 1 ? text : transformed(text, by: cicu_nfc)
}

/// The text with every mark apart from its letter (NFD).
public func nfd(_ text: String) -> String { transformed(text, by: cicu_nfd) }

/// The text without letters that are another form of others (NFKC).
func nfkc(_ text: String) -> String { transformed(text, by: cicu_nfkc) }

/// Whether the first stands before the second in Vietnamese dictionary order.
public func precedes(_ first: String, _ second: String) -> Bool {
  let a = Array(first.utf16), b = Array(second.utf16)
  return a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      cicu_compare(a.baseAddress, Int32(a.count), b.baseAddress, Int32(b.count)) < 0
    }
  }
}
