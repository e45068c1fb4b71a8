public import Archive
public import DocumentModel

/// Makes the record of a file anew, and reads a page that was turned, by whoever has the models and can read the originals.
public protocol RecordMaking: Sendable {
  /// The record of a file, divided as `input.begins` says. `pages` are those of `input`, with the page read again where that
  /// was needed.
  ///
  /// - Throws: a failure where there are no models.
  func record(of input: DividedInput, pages: [Page]) async throws(Failure) -> InputRecord

  /// The pages of a file with one of them read again from its original, turned clockwise by `rotation` degrees.
  ///
  /// - Throws: a failure where there are no models, or the original is gone or cannot be read.
  func pages(of input: DividedInput, turning page: Int, to rotation: Int) async throws(Failure) -> [Page]
}

/// Of a site that has no models.
struct NoRecords: RecordMaking {
  func record(of input: DividedInput, pages: [Page]) async throws(Failure) -> InputRecord {
    throw Failure(.missingTool, .noRecords)
  }

  func pages(of input: DividedInput, turning page: Int, to rotation: Int) async throws(Failure) -> [Page] {
    throw Failure(.missingTool, .noRecords)
  }
}

extension Message {
  static var noRecords: Message {
    Message(
      "no-models",
      vi: "Trang rà soát này được mở không kèm mô hình nên không tách, nối hay xoay được. Mở bằng sohoa serve.",
      en: "This review site has no models, so it cannot split, join or turn. Open it by sohoa serve.")
  }

  static var wordsKeepChanging: Message {
    Message(
      "division-conflict", vi: "Chữ của tệp này đang được sửa liên tục. Chưa có gì thay đổi; thử lại sau ít phút.",
      en: "Words of this file keep being corrected. Nothing was changed; try again in some minutes.")
  }

  static var turningAlready: Message {
    Message(
      "division-conflict", vi: "Trang này đang được đọc lại. Chờ đọc xong rồi tải lại trang.",
      en: "This page is being read again. Wait until that is done and load the page again.")
  }

  static var internalRecordFault: Message {
    Message(
      "internal-fault", vi: "Máy chủ gặp lỗi khi đọc lại trang. Chưa có gì thay đổi.",
      en: "The server met a fault while it read the page again. Nothing was changed.")
  }
}
