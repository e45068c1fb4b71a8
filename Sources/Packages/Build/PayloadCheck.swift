internal import Digests
internal import DocumentModel
internal import Foundation

/// Looks into the PDFs of a dossier before anything is written.
struct PayloadCheck {
  private let options: PackageBuilder.Options

  init(_ options: PackageBuilder.Options) { self.options = options }

  /// A look for each document, in order, and what stands against them.
  func looks(of dossier: PackageDossier) -> (found: [PDFLook], obstacles: [PackageObstacle]) {
    var looks: [PDFLook] = [], obstacles: [PackageObstacle] = []
    for (index, document) in dossier.documents.enumerated() {
      let path = document.payload.signedPath ?? document.payload.path
      do throws(Failure) {
        var look = try PDFLook(reading: path)
        let reasons = messages(look, document.payload) + comparison(document.payload, &look)
        looks.append(look)
        obstacles += reasons.map { PackageObstacle($0, document: index + 1) }
      } catch {
        let message: Message = error.code == .cannotOpenInput ? error.message : .notAPDF(path)
        obstacles.append(PackageObstacle(message, document: index + 1))
      }
    }
    return (looks, obstacles)
  }

  private func messages(_ look: PDFLook, _ payload: PackagePayload) -> [Message] {
    var messages: [Message] = []
    if look.isEncrypted || look.claim == nil { messages.append(.notArchivalPDF) }
    if !look.hasText { messages.append(.noTextLayer) }
    if let found = look.resolution, found < PDFLook.coarsest { messages.append(.lowResolution(Int(found.rounded()))) }
    if let pages = payload.pages, pages != look.pages { messages.append(.pagesDiffer(pages, look.pages)) }
    if payload.signedPath != nil { messages += signature(look.signature) }
    return messages
  }

  /// A signed file is the archive's with a signature behind it, or one that draws the same.
  private func comparison(_ payload: PackagePayload, _ look: inout PDFLook) -> [Message] {
    guard let signed = payload.signedPath else { return [] }
    let twin = SignedTwin(unsigned: payload.path, signed: signed)
    if twin.isContinued { return [] }
    look.isRewritten = Digest.sha256(ofFile: payload.path) == payload.sha256.lowercased() && twin.drawsTheSame
    return look.isRewritten ? [] : [.notTheSamePDF(signed)]
  }

  private func signature(_ signature: PDFSignature) -> [Message] {
    if !signature.isThere { return [.unsigned] }
    return (signature.coversAll ? [] : [.signaturePartial]) + (signature.isShown ? [] : [.signatureNotShown])
  }
}

extension Message {
  static func notAPDF(_ path: String) -> Message {
    Message("not-a-pdf", vi: "“\(path)” không đọc được như PDF.", en: "“\(path)” cannot be read as a PDF.")
  }

  static var notArchivalPDF: Message {
    Message(
      "not-pdfa", vi: "Tệp không ghi là PDF/A hoặc bị mã hóa. Tạo lại bản PDF/A rồi ký.",
      en: "The file does not say that it is PDF/A, or is encrypted. Make a PDF/A and sign that.")
  }

  static var noTextLayer: Message {
    Message(
      "no-text-layer", vi: "Tệp không có lớp chữ. Chạy nhận dạng trước.",
      en: "The file has no layer of text. Recognise it first.")
  }

  static func lowResolution(_ dots: Int) -> Message {
    Message(
      "low-resolution", vi: "Ảnh trang chỉ \(dots) dpi, thấp hơn 200 dpi. Quét lại.",
      en: "A page's picture has \(dots) dpi, less than 200. Scan it again.")
  }

  static func pagesDiffer(_ known: Int, _ found: Int) -> Message {
    Message(
      "pages-differ", vi: "Tệp có \(found) trang, kho ghi \(known) trang.",
      en: "The file has \(found) pages, the archive knows of \(known).")
  }

  static var signaturePartial: Message {
    Message(
      "signature-partial", vi: "Chữ ký số không phủ hết tệp: tệp đã đổi sau khi ký. Ký lại bản PDF/A gốc.",
      en: "The signature does not cover the whole file, which was changed after signing. Sign the PDF/A again.")
  }

  static var signatureNotShown: Message {
    Message(
      "signature-not-shown", vi: "Không có ô chữ ký ở góc trên bên phải trang đầu. Đặt ô chữ ký ở đó rồi ký lại.",
      en: "No field of a signature stands in the upper right quarter of page 1. Place it there and sign again.")
  }
}
