internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Decodes a page to be read: as `decode`, but for a page that is larger than reading needs. That one is made smaller while
  /// it is decoded, `reduction` times across and down; where its resolution does not allow that, only its brightest channel
  /// is kept.
  /// `file` is the path of the TIFF that the page is a frame of, which is then read piece by piece, and nil for others.
  public static func decodeToRead(
    file: String?, _ bytes: () throws(Failure) -> [UInt8], frame: Int, dpi: Int?, name: String,
    mostPixels: Int = mostPixels
  ) throws(Failure) -> PageImage {
    try decode(
      file: file, bytes, frame: frame, dpi: dpi, name: name, mostPixels: mostPixels, for: .reading)
  }

  /// Decodes a page to be looked at, with about `longest` pixels on its longer side, or all that it has where they are fewer.
  /// What it holds does not grow with the page, but for kinds of files whose rows cannot be had one by one.
  public static func decodeToShow(
    file: String?, _ bytes: () throws(Failure) -> [UInt8], frame: Int, dpi: Int?, name: String, longest: Int,
    mostPixels: Int = mostPixels
  ) throws(Failure) -> PageImage {
    try decode(
      file: file, bytes, frame: frame, dpi: dpi, name: name, mostPixels: mostPixels, for: .showing(longest))
  }

  private static func decode(
    file: String?, _ bytes: () throws(Failure) -> [UInt8], frame: Int, dpi: Int?, name: String, mostPixels: Int,
    for purpose: DecodingPurpose
  ) throws(Failure) -> PageImage {
    if let file, var rows = TIFFRows(file: file, frame: frame), rows.shape.width * rows.shape.height <= mostPixels,
      min(rows.shape.width, rows.shape.height) >= shortestSide,
      let reduction = reduction(of: rows.shape, dpi: dpi, for: purpose)
    {
      return page(try reduced(&rows, reduction, name: name), dpi: dpi)
    }
    let bytes = try bytes()
    let header = try ImageHeader(bytes, frame: frame, name: name)
    guard header.width * header.height <= mostPixels, header.width * header.height > purpose.mostWhole,
      min(header.width, header.height) >= shortestSide, hasEnd(bytes),
      let page = try reduced(bytes, header, dpi: dpi, name: name, for: purpose)
    else { return try decode(bytes, frame: frame, dpi: dpi, name: name, mostPixels: mostPixels) }
    return page
  }

  /// Nil for a file that is not to be reduced, or of a kind that only `decode` knows.
  private static func reduced(
    _ bytes: [UInt8], _ header: ImageHeader, dpi: Int?, name: String, for purpose: DecodingPurpose
  ) throws(Failure) -> PageImage? {
    if bytes.starts(with: FileMark.jpegStart) {
      return try reducedJPEG(bytes, header, dpi: dpi, name: name, for: purpose)
    }
    return try bytes.withUnsafeBufferPointer { buffer throws(Failure) -> Reduced? in
      if var rows = PNGRows(buffer) { return try reduced(&rows, dpi: dpi, name: name, for: purpose) }
      if var rows = PNGPasses(buffer) { return try reduced(&rows, dpi: dpi, name: name, for: purpose) }
      return nil
    }.map { page($0, dpi: dpi) }
  }

  private static func reducedJPEG(
    _ bytes: [UInt8], _ header: ImageHeader, dpi: Int?, name: String, for purpose: DecodingPurpose
  ) throws(Failure) -> PageImage? {
    let coefficients = JPEGSegments.coefficients(of: bytes)
    if let coefficients, coefficients > purpose.mostCoefficients {
      throw Failure(.badInput, .tooManyCoefficients(name, megabytes: coefficients / 1_000_000))
    }
    var x: Int32 = 0, y: Int32 = 0
    let stated = bytes.withUnsafeBufferPointer { readResolutionMemJpeg($0.baseAddress, $0.count, &x, &y) } == 0
    let shape = RowShape(
      width: header.width, height: header.height, samples: 3, bits: 8, dpi: stated ? square(x: Int(x), y: Int(y)) : nil)
    guard var reduction = reduction(of: shape, dpi: dpi, for: purpose) else { return nil }
    // Beside the coefficients of all passes there is no room for colours.
    if header.width * header.height > Reduction.mostWhole, coefficients != nil { reduction.isGrey = true }
    let hint = reduction.isGrey ? Int32(L_JPEG_READ_LUMINANCE) : 0
    let pix = bytes.withUnsafeBufferPointer {
      pixReadMemJpeg($0.baseAddress, $0.count, 0, Int32(reduction.factor), nil, hint)
    }
    guard let pix else { throw Failure(.badInput, .cannotDecode(name)) }
    let page = page((pix, shape, reduction), dpi: dpi)
    // As in `decode`: what a camera wrote counts where no PDF holds the picture.
    let orientation = dpi == nil ? StoredOrientation(ofJPEG: bytes) : .upright
    return orientation == .upright ? page : try page.shown(from: orientation).reduced(by: reduction)
  }

  /// A picture that was made smaller, before it has an owner.
  private typealias Reduced = (pix: UnsafeMutablePointer<Pix>, shape: RowShape, by: Reduction)

  /// Nil where the page is decoded as it is.
  private static func reduced(
    _ rows: inout some PixelRows & ~Copyable, dpi: Int?, name: String, for purpose: DecodingPurpose
  ) throws(Failure) -> Reduced? {
    guard let reduction = reduction(of: rows.shape, dpi: dpi, for: purpose) else { return nil }
    return try reduced(&rows, reduction, name: name)
  }

  private static func reduced(
    _ rows: inout some PixelRows & ~Copyable, _ reduction: Reduction, name: String
  ) throws(Failure) -> Reduced {
    let shape = rows.shape
    var reducer = RowReducer(shape, reduction)
    guard let pix = reducer.reduced(&rows) else { throw Failure(.badInput, .cannotDecode(name)) }
    return (pix, shape, reduction)
  }

  private static func page(_ reduced: Reduced, dpi: Int?) -> PageImage {
    let stated = dpi ?? reduced.shape.dpi, factor = reduced.by.factor
    let guess = guessed(width: reduced.shape.width, height: reduced.shape.height)
    return PageImage(
      owning: reduced.pix, dpi: (stated ?? guess) / factor, isResolutionGuessed: stated == nil, reduction: factor)
  }

  /// The same pixels, known to be so much smaller than the file's.
  private func reduced(by reduction: Reduction) throws(Failure) -> PageImage {
    guard let same = pixClone(pix) else { throw Failure(.internalError, .imageOperationFailed) }
    return PageImage(owning: same, dpi: dpi, isResolutionGuessed: isResolutionGuessed, reduction: reduction.factor)
  }

  /// Nil where the page is decoded as it is. A resolution by which a page would be larger than any paper is not believed.
  private static func reduction(of shape: RowShape, dpi: Int?, for purpose: DecodingPurpose) -> Reduction? {
    let guess = guessed(width: shape.width, height: shape.height)
    let stated = dpi ?? shape.dpi ?? guess
    let isPaper = max(shape.width, shape.height) <= largestPaper * stated
    return purpose.reduction(of: shape, dpi: isPaper ? stated : guess)
  }

  /// Inches of the long side of A0.
  private static var largestPaper: Int { 47 }
}
