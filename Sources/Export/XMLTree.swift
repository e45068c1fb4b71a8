internal import Foundation
internal import FoundationXML

/// Elements for a file in XML. Foundation's libxml2 escapes what has to be escaped.
enum XMLTree {
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil,
    _ children: [XMLElement] = []
  ) -> XMLElement {
    let element = XMLElement(name: name)
    for (key, value) in attributes {
      if let value, let attribute = attribute(key, value) { element.addAttribute(attribute) }
    }
    if let text { element.addChild(textNode(text)) }
    for child in children { element.addChild(child) }
    return element
  }

  static func attribute(_ name: String, _ value: String) -> XMLNode? {
    XMLNode.attribute(withName: name, stringValue: clean(value)) as? XMLNode
  }

  static func textNode(_ text: String) -> XMLNode {
    // `text(withStringValue:)` is declared as `Any` and always makes a node.
    XMLNode.text(withStringValue: clean(text)) as? XMLNode ?? XMLNode(kind: .text)
  }

  static func bytes(of root: XMLElement) -> [UInt8] {
    let document = XMLDocument(rootElement: root)
    document.version = "1.0"
    document.characterEncoding = "UTF-8"
    return [UInt8](document.xmlData(options: []))
  }

  /// The text without what XML 1.0 cannot hold: most control characters, U+FFFE and U+FFFF.
  static func clean(_ text: String) -> String {
    func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    if text.unicodeScalars.allSatisfy(isAllowed) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }
}
