internal import DocumentModel
internal import Imaging
internal import Intake
internal import SearchablePDF

extension OutputFormat {
  /// The pages as they were scanned, with their words beneath. A PDF that cannot be made is no reason to be without the
  /// rest.
  public static let pdf = OutputFormat(
    "pdf", fileName: "searchable.pdf",
    remark: Message("pdf-format", vi: "PDF hai lớp tìm kiếm được", en: "searchable, two layers"), needsPages: true
  ) { folder, name throws(Failure) in
    do throws(Failure) {
      let copy = SearchableCopy(input: folder.input, product: folder.product, settings: folder.settings)
      let made = try await copy.make()
      made.findings.forEach { folder.add($0) }
      try folder.write(made.bytes, to: name)
    } catch  where error.code == .badInput {
      // What an earlier run wrote here is no answer to this one.
      try folder.removeFiles { $0 == name }
      folder.add(Finding(.error, error.message))
    }
  }
}

/// The PDF of an input that shows its pages as they were scanned and knows their words.
struct SearchableCopy {
  let input: Input
  let product: InputProcessor.Product
  let settings: OutputSettings

  func make() async throws(Failure) -> SearchablePDF.Result {
    let title = product.record.title, isStrict = settings.isStrictPDFA
    if case .pdf = input.kind {
      return try SearchablePDF.copying(input.path, pages: product.pages, title: title, isStrict: isStrict)
    }
    var scans: [PageScan?] = []
    // A page that cannot be read is in the record's findings already.
    for source in product.sources { scans.append(try? await scan(source)) }
    return try SearchablePDF.making(scans, pages: product.pages, title: title, isStrict: isStrict)
  }

  /// The image as the file has it, or, where no PDF can hold that, decoded and packed again.
  private func scan(_ source: PageSource) async throws(Failure) -> PageScan {
    let encoded = try await source.image()
    let bytes = try encoded.bytes
    if var scan = PageScan(bytes, frame: encoded.frame) {
      scan.orientation = StoredOrientation(ofJPEG: bytes)
      return scan
    }
    let image = try PageImage.decode(
      bytes, frame: encoded.frame, dpi: encoded.dpi, name: "\(input.path):\(source.number)",
      mostPixels: settings.mostPixels)
    return PageScan(try image.compressed())
  }
}

extension PageScan {
  fileprivate init(_ pixels: CompressedPixels) {
    let entries =
      switch pixels.packing {
      case .fax(let blackIsOne):
        """
        /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode
        /DecodeParms << /K -1 /Columns \(pixels.width) /Rows \(pixels.height) /BlackIs1 \(blackIsOne) >>
        """
      case .deflated:
        """
        /ColorSpace \(pixels.components == 3 ? "/DeviceRGB" : "/DeviceGray") /BitsPerComponent 8 /Filter /FlateDecode
        """
      }
    self.init(
      width: pixels.width, height: pixels.height,
      strips: [ImageStrip(rows: pixels.height, bytes: pixels.bytes, entries: entries)])
  }
}
