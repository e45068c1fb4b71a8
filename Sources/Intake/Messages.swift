public import DocumentModel
internal import Foundation
internal import Vietnamese

extension Message {
  public static func noSuchFile(_ path: String) -> Message {
    Message(
      "no-such-file", vi: "Không tìm thấy “\(path)”. Kiểm tra lại đường dẫn.",
      en: "Cannot find “\(path)”. Check the path.")
  }

  public static func cannotReadFile(_ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-read-file", vi: "Không đọc được “\(path)” (\(reason.vi)). Kiểm tra quyền đọc của tệp.",
      en: "Cannot read “\(path)” (\(reason.en)). Check that you may read the file.")
  }

  static func notAFile(_ path: String) -> Message {
    Message(
      "not-a-file", vi: "“\(path)” là ống dẫn hoặc thiết bị, không phải tệp. Ghi dữ liệu ra tệp rồi chạy lại.",
      en: "“\(path)” is a pipe or a device, not a file. Write the data to a file and run again.")
  }

  public static func emptyFile(_ path: String) -> Message {
    Message(
      "empty-file", vi: "Tệp “\(path)” rỗng (0 byte). Sao chép hoặc quét lại.",
      en: "The file “\(path)” is empty (0 bytes). Copy or scan it again.")
  }

  static func unsupportedKind(_ path: String, _ kind: FileKind) -> Message {
    let (vi, en) = kind.name, (todo, help) = kind.advice
    return Message(
      "unsupported-kind", vi: "“\(path)” là \(vi), không phải PDF, TIFF, PNG, JPEG hay văn bản. \(todo)",
      en: "“\(path)” is \(en), not a PDF, TIFF, PNG, JPEG or text. \(help)")
  }

  static func textNamedOtherwise(_ path: String) -> Message {
    Message(
      "text-named-otherwise",
      vi:
        "“\(path)” có tên của PDF hoặc ảnh nhưng chỉ chứa văn bản, có thể là thông báo lỗi của máy chủ. Lấy lại đúng tệp; "
        + "nếu đúng là văn bản thì đổi đuôi thành .txt.",
      en:
        "“\(path)” has the name of a PDF or an image but holds plain text, perhaps a server's error. Get the right file; "
        + "if it is meant to be a text, name it .txt.")
  }

  static func nameIsNoText(_ path: String) -> Message {
    Message(
      "name-is-no-text",
      vi: "Tên của “\(path)” không phải UTF-8 (bảng mã cũ) nên không mở được. Đổi tên (ví dụ: convmv) rồi chạy lại.",
      en:
        "The name of “\(path)” is not UTF-8 (an old encoding), so it cannot be opened. Rename it (for example: convmv) "
        + "and run again.")
  }

  static func notAText(_ path: String) -> Message {
    Message(
      "not-a-text", vi: "“\(path)” không phải tệp văn bản. PDF và ảnh: dùng sohoa process, hoặc sohoa outline để xem.",
      en: "“\(path)” is no text file. For PDFs and images use sohoa process, or sohoa outline for a look.")
  }

  static func damagedPDF(_ path: String, _ reason: String) -> Message {
    Message(
      "damaged-pdf", vi: "PDF “\(path)” bị hỏng hoặc bị cắt cụt (\(reason)). Sao chép hoặc quét lại.",
      en: "The PDF “\(path)” is damaged or cut short (\(reason)). Copy or scan it again.")
  }

  static func encryptedPDF(_ path: String) -> Message {
    Message(
      "encrypted-pdf", vi: "PDF “\(path)” có mật khẩu. Gỡ mật khẩu (ví dụ: qpdf --decrypt) rồi chạy lại.",
      en: "The PDF “\(path)” needs a password. Remove it (for example: qpdf --decrypt) and run again.")
  }

  static func noPages(_ path: String) -> Message {
    Message(
      "no-pages", vi: "“\(path)” không có trang nào. Kiểm tra lại tệp.",
      en: "“\(path)” has no pages. Check the file.")
  }

  static func dynamicForm(_ path: String) -> Message {
    Message(
      "dynamic-form",
      vi:
        "“\(path)” là biểu mẫu động (XFA): trang của nó không chứa nội dung. Mở bằng Adobe Reader, in ra giấy rồi quét, "
        + "hoặc in ra PDF.",
      en:
        "“\(path)” is a dynamic form (XFA): its pages do not hold its content. Open it in Adobe Reader and scan a print "
        + "of it, or print it to PDF.")
  }

  /// A finding: a PDF carries files of one or more names that were not read.
  static func attachments(_ names: [String]) -> Message {
    let named = names.prefix(20).map { "“\($0)”" }.joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return Message(
      "attachments",
      vi: "PDF đính kèm \(names.count) tệp chưa được xử lý: \(named). Cần xử lý thì lưu chúng ra tệp riêng "
        + "(ví dụ: pdfdetach -saveall).",
      en:
        "The PDF carries \(names.count) attached files that were not processed: \(named). To have them processed, save "
        + "them as files of their own (for example: pdfdetach -saveall).")
  }

  /// A finding: one of poppler's programs failed, and what it should have told is missing.
  static func notLearnt(_ tool: String, of path: String) -> Message {
    let (vi, en) =
      switch tool {
      case "pdftotext":
        ("các từ có sẵn; mọi trang được đọc như ảnh", "the words it carries; all pages are read as pictures")
      case "pdfsig": ("các chữ ký số", "its signature fields")
      default:
        ("danh sách ảnh; mọi trang được đọc như bản quét", "the list of its pictures; all pages are read as scans")
      }
    return Message(
      "not-learnt", vi: "“\(tool)” không đọc được từ “\(path)”: \(vi). Chạy lại; nếu vẫn vậy thì in lại ra PDF.",
      en: "“\(tool)” could not learn from “\(path)”: \(en). Run again; if it stays so, print it to PDF again.")
  }

  static func toolKilled(_ tool: String, _ path: String) -> Message {
    Message(
      "tool-killed",
      vi: "“\(tool)” bị hệ thống dừng khi đọc “\(path)”, có thể vì thiếu bộ nhớ. Tài liệu không có lỗi: chạy lại.",
      en:
        "“\(tool)” was killed by the system while it read “\(path)”, perhaps for want of memory. The document is not at "
        + "fault: run again.")
  }

  static func noTool(_ tool: String, _ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason.trimmingCharacters(in: .whitespacesAndNewlines))
    return Message(
      "no-tool",
      vi: "Không chạy được “\(tool)” để đọc “\(path)” (\(reason.vi)). Tài liệu không có lỗi: kiểm tra bộ nhớ, "
        + "số tệp mở, số tiến trình, rồi chạy lại.",
      en: "“\(tool)” could not be run to read “\(path)” (\(reason.en)). The document is not at fault: check "
        + "memory, open files and processes, and run again.")
  }

  static func damagedTIFF(_ path: String) -> Message {
    Message(
      "damaged-tiff", vi: "TIFF “\(path)” bị hỏng: không đọc được danh sách trang. Sao chép hoặc quét lại.",
      en: "The TIFF “\(path)” is damaged: its list of pages cannot be read. Copy or scan it again.")
  }

  public static func missingTool(_ tool: String, package: String) -> Message {
    Message(
      "missing-tool", vi: "Thiếu chương trình “\(tool)”. Cài bằng: apt-get install \(package)",
      en: "The program “\(tool)” is missing. Install it with: apt-get install \(package)")
  }

  static func toolFailed(_ tool: String, _ path: String, _ reason: String) -> Message {
    Message(
      "tool-failed", vi: "“\(tool)” không xử lý được “\(path)”: \(reason). In lại ra PDF hoặc quét lại.",
      en: "“\(tool)” could not handle “\(path)”: \(reason). Print it to PDF again or scan it again.")
  }

  static func tooCostly(_ tool: String, _ path: String) -> Message {
    Message(
      "too-costly", vi: "“\(path)” tốn quá nhiều thời gian hoặc bộ nhớ (\(tool)). In lại ra PDF hoặc quét lại.",
      en: "“\(path)” takes too much time or memory (\(tool)). Print it to PDF again or scan it again.")
  }

  static func pictureTooLarge(_ path: String, page: Int, width: Int, height: Int) -> Message {
    Message(
      "too-many-pixels",
      vi: "\(path):\(page): ảnh \(width) × \(height) điểm là quá lớn. Quét lại ở 200–300 dpi.",
      en: "\(path):\(page): an image of \(width) × \(height) pixels is too large. Scan it at 200–300 dpi.")
  }

  static func pictureDamaged(_ path: String, page: Int) -> Message {
    Message(
      "cannot-decode-image", vi: "\(path):\(page): ảnh của trang bị hỏng, trang vẽ ra trống. Quét lại.",
      en: "\(path):\(page): the picture of the page is damaged and the page comes out empty. Scan it again.")
  }

  public static func nothingToProcess(_ path: String) -> Message {
    Message(
      "nothing-to-process", vi: "Thư mục “\(path)” không có PDF, TIFF, PNG, JPEG hay .txt nào.",
      en: "The folder “\(path)” holds no PDF, TIFF, PNG, JPEG or .txt.")
  }

  static func inputIsOutput(_ path: String) -> Message {
    Message(
      "input-is-output",
      vi: "“\(path)” vừa là đầu vào vừa là thư mục kết quả. Chọn thư mục khác cho --output.",
      en: "“\(path)” is both the input and the folder of the results. Choose another folder for --output.")
  }

  /// One message for each reason, of what was passed over for it.
  public static func passedOver(_ all: [InputFinder.PassedOver]) -> [Message] {
    InputFinder.PassedOver.Reason.allCases.compactMap { reason in
      let paths = all.filter { $0.reason == reason }.map(\.path)
      return paths.isEmpty ? nil : passedOver(paths, reason)
    }
  }

  private static func passedOver(_ paths: [String], _ reason: InputFinder.PassedOver.Reason) -> Message {
    let named = paths.prefix(5).map { "“\($0)”" }.joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
    let count = paths.count
    return switch reason {
    case .kind:
      Message(
        "passed-over",
        vi: "Bỏ qua \(count) tệp không thuộc loại đọc được: \(named). Cần xử lý thì chuyển sang PDF.",
        en: "Passed over \(Language.counted(count, "file")) of a kind that cannot be read: \(named). "
          + "To have \(count == 1 ? "it" : "them") processed, make PDFs of \(count == 1 ? "it" : "them").")
    case .link:
      Message(
        "links-passed-over",
        vi: "Không theo \(count) liên kết: \(named). Cần xử lý thì nêu thẳng tên liên kết trên dòng lệnh.",
        en: "\(Language.counted(count, "link")) not followed: \(named). "
          + "To have \(count == 1 ? "it" : "them") processed, name \(count == 1 ? "it" : "them") on the command line.")
    case .result:
      Message(
        "results-passed-over",
        vi: "Bỏ qua \(count) thư mục kết quả của lượt chạy khác: \(named). Cần xử lý thì nêu thẳng tên thư mục.",
        en: "Passed over \(Language.counted(count, "folder")) of results of another run: \(named). "
          + "To have \(count == 1 ? "it" : "them") processed, name \(count == 1 ? "it" : "them") on the command line.")
    }
  }

  /// A finding: what is no text was replaced, and can be found by its replacement sign.
  static func unreadableText(count: Int, line: Int) -> Message {
    Message(
      "invalid-utf8",
      vi: "Có \(count) chỗ không đọc được thành chữ, chỗ đầu ở dòng \(line); tìm dấu “\u{FFFD}” để sửa.",
      en: "\(count) places are not readable as text, the first in line \(line); look for “\u{FFFD}” to mend them.")
  }

  /// A finding: the text was turned into Unicode.
  static func legacyEncoding(_ encoding: LegacyEncoding) -> Message {
    Message(
      "legacy-encoding", vi: "Tệp, hoặc một phần của tệp, dùng bảng mã cũ \(encoding.name), đã chuyển sang Unicode.",
      en: "The file, or a part of it, is in the old encoding \(encoding.name); it was converted to Unicode.")
  }

  /// A failure: bytes that are no Vietnamese in any encoding.
  static func unknownEncoding(_ path: String) -> Message {
    let known = LegacyEncoding.allCases.map(\.name).joined(separator: ", ")
    return Message(
      "unknown-encoding",
      vi:
        "Không nhận ra bảng mã của “\(path)”: không phải UTF-8, UTF-16, \(known). Mở tệp bằng chương trình đã soạn ra nó (hoặc bộ chuyển mã của UniKey) rồi lưu lại dạng UTF-8.",
      en:
        "The encoding of “\(path)” is not known: it is none of UTF-8, UTF-16, \(known). Open the file with the program that made it (or UniKey's converter) and save it as UTF-8."
    )
  }
}
