/// PDF files (ISO 32000-1) with a table of their objects: right ones and wrong ones.
public struct PDFBuilder {
  private var bodies: [[UInt8]] = []

  public init() {}

  /// Adds an object and gives its number.
  @discardableResult public mutating func add(_ body: String) -> Int { add(Array(body.utf8)) }

  @discardableResult public mutating func add(dictionary: String, stream: [UInt8]) -> Int {
    add(Array("<< \(dictionary) /Length \(stream.count) >>\nstream\n".utf8) + stream + Array("\nendstream".utf8))
  }

  private mutating func add(_ body: [UInt8]) -> Int {
    bodies.append(body)
    return bodies.count
  }

  /// The number that the next object will have.
  public var next: Int { bodies.count + 1 }

  /// The file, its root being this object.
  public func file(root: Int = 1, trailer: String = "") -> [UInt8] {
    var bytes = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
    var places: [Int] = []
    for (index, body) in bodies.enumerated() {
      places.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let table = bytes.count
    bytes += Array("xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    return bytes
      + Array(
        "trailer\n<< /Size \(bodies.count + 1) /Root \(root) 0 R \(trailer) >>\nstartxref\n\(table)\n%%EOF\n".utf8)
  }

  /// One page of this box with this content.
  public static func page(
    box: String = "0 0 595 842", more: String = "", content: String = "", resources: String = "",
    objects: (inout PDFBuilder) -> Void = { _ in }
  ) -> [UInt8] {
    var file = PDFBuilder()
    file.add("<< /Type /Catalog /Pages 2 0 R >>")
    file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    file.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents 4 0 R /Resources << \(resources) >> \(more) >>")
    file.add(dictionary: "", stream: Array(content.utf8))
    objects(&file)
    return file.file()
  }

  /// One page that is a picture: object 5.
  public static func scan(
    box: String = "0 0 595 842", more: String = "", dictionary: String, stream: [UInt8]
  ) -> [UInt8] {
    page(box: box, more: more, content: "q 595 0 0 842 0 0 cm /I Do Q", resources: "/XObject << /I 5 0 R >>") {
      $0.add(dictionary: "/Type /XObject /Subtype /Image \(dictionary)", stream: stream)
    }
  }
}
