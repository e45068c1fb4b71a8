extension BadFile {
  static let pdfs = [
    BadFile("no-pages.pdf", .refused("no-pages")) {
      var file = PDFBuilder()
      file.add("<< /Type /Catalog /Pages 2 0 R >>")
      file.add("<< /Type /Pages /Kids [] /Count 0 >>")
      return file.file()
    },
    BadFile("looping-page-tree.pdf", .reported) {
      var file = PDFBuilder()
      file.add("<< /Type /Catalog /Pages 2 0 R >>")
      file.add("<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 100000 >>")
      file.add("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 50000 >>")
      return file.file()
    },
    BadFile("claims-a-million-pages.pdf", .reported) {
      var file = PDFBuilder()
      file.add("<< /Type /Catalog /Pages 2 0 R >>")
      file.add("<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>")
      file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
      return file.file()
    },
    BadFile("mile-wide.pdf", .pages(1)) { PDFBuilder.page(box: "0 0 14400 14400") },
    BadFile("unit-of-an-inch.pdf", .pages(1)) { PDFBuilder.page(box: "0 0 1000 1000", more: "/UserUnit 72") },
    BadFile("reversed-box.pdf", .pages(1)) { PDFBuilder.page(box: "595 842 0 0") },
    BadFile("negative-box.pdf", .pages(1)) { PDFBuilder.page(box: "-297 -421 298 421", more: "/Rotate 270") },
    BadFile("box-of-nothing.pdf", .pages(1)) { PDFBuilder.page(box: "0 0 0 0") },
    BadFile("box-without-end.pdf", .pages(1)) { PDFBuilder.page(box: "0 0 1e12 1e12") },
    BadFile("no-content.pdf", .pages(1)) { PDFBuilder.page(content: "") },
    BadFile("form-in-itself.pdf", .pages(1)) {
      PDFBuilder.page(content: "/F Do", resources: "/XObject << /F 5 0 R >>") {
        $0.add(
          dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
          stream: Array("/F Do /F Do".utf8))
      }
    },
    BadFile("bomb-of-spaces.pdf", .pages(1)) {
      PDFBuilder.page(content: "/F Do", resources: "/XObject << /F 5 0 R >>") {
        $0.add(
          dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode",
          stream: Deflate.run(of: 0x20, count: 200 << 20))
      }
    },
    BadFile("huge-picture.pdf", .refused("too-many-pixels")) {
      PDFBuilder.scan(
        dictionary: "/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
        stream: Deflate.run(of: 0xFF, count: 1 << 20))
    },
    BadFile("jpeg-2000-of-noise.pdf", .refused("cannot-decode-image")) {
      PDFBuilder.scan(
        dictionary: "/Width 1654 /Height 2339 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode",
        stream: [UInt8](repeating: 0x55, count: 500))
    },
    BadFile("jpeg-of-noise.pdf", .refused("cannot-decode-image")) {
      PDFBuilder.scan(
        dictionary: "/Width 1654 /Height 2339 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
        stream: [UInt8](repeating: 0x55, count: 500))
    },
    BadFile("cmyk-picture.pdf", .pages(1)) {
      PDFBuilder.scan(
        dictionary: "/Width 800 /Height 1000 /ColorSpace /DeviceCMYK /BitsPerComponent 8",
        stream: Marked.pixels.flatMap { [0, 0, 0, 255 - $0] })
    },
    BadFile("picture-16.pdf", .pages(1)) {
      PDFBuilder.scan(
        dictionary: "/Width 800 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 16",
        stream: Marked.pixels.flatMap { [$0, $0] })
    },
    BadFile("inverted-picture.pdf", .pages(1)) {
      PDFBuilder.scan(
        dictionary: "/Width 800 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Decode [1 0]",
        stream: Marked.pixels.map { 255 - $0 })
    },
    BadFile("masked-picture.pdf", .pages(1)) {
      PDFBuilder.page(
        content: "q 595 0 0 842 0 0 cm /I Do Q", resources: "/XObject << /I 5 0 R >>"
      ) {
        let size = "/Type /XObject /Subtype /Image /Width 800 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8"
        $0.add(dictionary: "\(size) /SMask 6 0 R", stream: [UInt8](repeating: 0, count: Marked.pixels.count))
        $0.add(dictionary: size, stream: Marked.pixels.map { 255 - $0 })
      }
    },
    BadFile("turned-picture.pdf", .pages(1)) {
      PDFBuilder.scan(
        more: "/Rotate 180",
        dictionary: "/Width 800 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8",
        stream: Marked.pixels.reversed())
    },
  ]
}

extension BadFile {
  /// Those that show the mark.
  public static let marked = all.filter { file in
    let starts = ["grey-", "rgb-", "clear", "no-resolution", "no-density", "cmyk", "fine-fax", "picture-16"]
    let others = ["inverted-picture.pdf", "masked-picture.pdf", "turned-picture.pdf"]
    return starts.contains { file.name.hasPrefix($0) } || others.contains(file.name)
  }

  /// Width by height that its page must come out with: a fax has pixels that are not square, a PDF's page is A4.
  public var proportion: Double {
    if name == "fine-fax.tif" { return 0.8 * 98 / 204 }
    return name.hasSuffix(".pdf") ? 595.0 / 842 : 0.8
  }
}
