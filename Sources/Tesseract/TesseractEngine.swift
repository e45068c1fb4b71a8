internal import CTesseractTuning
internal import CTesseract
public import DocumentModel
public import Imaging
public import Recognition

/// A loaded engine of Tesseract. One engine, one thread.
public struct TesseractEngine: PageRecogniser, ~Copyable {
  private let handle: OpaquePointer
  /// When the page under way is given up.
  private var deadline: ContinuousClock.Instant?

  /// Loads an engine: `languages` are model names joined by `+`, such as `vie`; `modelDirectory` is where their
  /// `.traineddata` files are, nil for Tesseract's own folder.
  ///
  /// - Throws: a failure where a model is missing.
  public init(languages: String = "vie", modelDirectory: String? = nil) throws(Failure) {
    guard let handle = TessBaseAPICreate() else { throw Failure(.internalError, .recognitionFailed) }
    guard TessBaseAPIInit2(handle, modelDirectory, languages, OEM_LSTM_ONLY) == 0 else {
      TessBaseAPIDelete(handle)  // deinit does not run when init throws
      throw Failure(.missingTool, .missingRecognitionModel(languages))
    }
    // Scans hold no white text on black; looking for it costs time. What Tesseract prints is for its developers.
    TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
    // Every letter comes with the other letters it could be.
    TessBaseAPISetVariable(handle, "lstm_choice_mode", "2")
    // Looking for tables among specks takes Tesseract hours and no deadline stops it. Ruled tables are found before it reads.
    TessBaseAPISetVariable(handle, "textord_tabfind_find_tables", "0")
    // A column of figures is no line that runs up the page. Headings that stand on their side are read turned.
    TessBaseAPISetVariable(handle, "textord_tabfind_vertical_text", "0")
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    self.handle = handle
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  /// Some images keep Tesseract busy for hours: grain that it takes for letters, or a photograph.
  public mutating func allow(seconds: Double) {
    deadline = .now + .seconds(seconds)
  }

  public mutating func begin(_ image: borrowing PageImage) {
    openmp_hold_off()
    plain_images_on()
    TessBaseAPISetImage2(handle, image.pix)
    TessBaseAPISetSourceResolution(handle, Int32(image.dpi))
  }

  /// The lines stand in Tesseract's order.
  public mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
    TessBaseAPISetPageSegMode(handle, segmentation.mode)
    TessBaseAPISetVariable(handle, "tessedit_char_whitelist", segmentation == .figures ? "0123456789" : "")
    if let region {
      TessBaseAPISetRectangle(
        handle, Int32(region.x), Int32(region.y), Int32(region.width), Int32(region.height))
    }
    try recognise()
    guard let iterator = TessBaseAPIGetIterator(handle) else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    return RecognizedWords(iterator: iterator).lines()
  }

  private func recognise() throws(Failure) {
    let monitor = TessMonitorCreate()
    defer { TessMonitorDelete(monitor) }
    if let deadline {
      let left = ContinuousClock.now.duration(to: deadline).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { throw Failure(.badInput, .recognitionTimedOut) }
      TessMonitorSetDeadlineMSecs(
        monitor, Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1))
    }
    let status = TessBaseAPIRecognize(handle, monitor)
    if let deadline, .now > deadline { throw Failure(.badInput, .recognitionTimedOut) }
    guard status == 0 else { throw Failure(.badInput, .recognitionFailed) }
  }
}

extension Segmentation {
  fileprivate var mode: TessPageSegMode {
    switch self {
    case .page: PSM_AUTO
    case .sparse: PSM_SPARSE_TEXT
    case .block: PSM_SINGLE_BLOCK
    case .line: PSM_SINGLE_LINE
    case .figures: PSM_SINGLE_WORD
    }
  }
}

/// Walks over what an engine has just read. C strings are copied at once; no pointer leaves.
private struct RecognizedWords {
  let iterator: OpaquePointer

  func lines() -> [Line] {
    guard let page = TessResultIteratorGetPageIterator(iterator) else { return [] }
    var lines: [Line] = []
    repeat {
      if lines.isEmpty || TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE) != 0 { lines.append(Line(words: [])) }
      guard let word = word(at: page, isFirst: lines[lines.count - 1].isEmpty) else { continue }
      lines[lines.count - 1].words.append(word)
    } while TessResultIteratorNext(iterator, RIL_WORD) != 0
    return lines.filter(Ink.isPrint)
  }

  private func word(at page: OpaquePointer, isFirst: Bool) -> Word? {
    guard let utf8 = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
    defer { TessDeleteText(utf8) }
    var left: Int32 = 0, top: Int32 = 0, right: Int32 = 0, bottom: Int32 = 0
    guard TessPageIteratorBoundingBox(page, RIL_WORD, &left, &top, &right, &bottom) != 0 else { return nil }
    let text = String(cString: utf8)
    let confidence = Confidence(Double(TessResultIteratorConfidence(iterator, RIL_WORD)) / 100)
    guard Ink.isPrint(text, confidence) else { return nil }
    return Word(
      text: text, spaceBefore: isFirst ? "" : " ",
      box: PixelBox(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)),
      confidence: confidence, alternatives: SymbolChoices(ofWordAt: iterator).alternatives(to: text))
  }
}

extension Message {
  static func missingRecognitionModel(_ languages: String) -> Message {
    Message(
      "missing-recognition-model",
      vi: "Thiếu mô hình nhận dạng “\(languages)”. Cài bằng: apt-get install tesseract-ocr-\(languages)",
      en: "The recognition model “\(languages)” is missing. Install it with: apt-get install tesseract-ocr-\(languages)"
    )
  }

  static var recognitionTimedOut: Message {
    Message(
      "recognition-timed-out",
      vi: "Nhận dạng trang này quá lâu nên đã dừng. Kiểm tra ảnh, hoặc tăng --page-timeout rồi chạy lại.",
      en:
        "Recognising this page took too long and was stopped. Look at the image, or raise --page-timeout and run again."
    )
  }

  static var recognitionFailed: Message {
    Message("recognition-failed", vi: "Không nhận dạng được trang này.", en: "This page could not be recognised.")
  }
}
