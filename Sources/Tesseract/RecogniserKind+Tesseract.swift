internal import CTesseract
internal import DocumentModel
internal import Foundation
public import Recognition

extension RecogniserKind {
  /// Tesseract 5 with the LSTM models of Debian or of the folder that `TESSDATA_PREFIX` names.
  public static let tesseract = RecogniserKind(
    name: "tesseract", usualLanguages: "vie",
    languagesHelp: Message(
      "tesseract-languages",
      vi: "Mô hình nhận dạng của Tesseract, nối bằng dấu cộng (vie, vie+eng, Vietnamese); mặc định: vie.",
      en: "Tesseract's recognition models, joined by a plus (vie, vie+eng, Vietnamese); by default vie."),
    version: { TessVersion().map { String(cString: $0) } ?? "" },
    modelFiles: TesseractModels.files, secondModel: TesseractModels.second,
    load: { languages throws(Failure) in try TesseractEngine(languages: languages) })
}

/// Where Tesseract finds its models.
enum TesseractModels {
  /// The folders of Debian's package, and of other systems.
  private static let usualFolders = ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"]

  @Sendable static func files(of languages: String) -> [String?] {
    let named = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"].map { [$0, $0 + "/tessdata"] } ?? []
    return languages.split(separator: "+").map { language in
      (named + usualFolders).map { "\($0)/\(language).traineddata" }
        .first { FileManager.default.isReadableFile(atPath: $0) }
    }
  }

  /// The model of the whole script, Debian's `tesseract-ocr-script-viet` under either of its names, errs elsewhere than
  /// that of the language.
  @Sendable static func second(to languages: String) -> String? {
    guard languages == "vie" else { return nil }
    return ["Vietnamese", "script/Vietnamese"].first { files(of: $0) != [nil] }
  }
}
