import DocumentModel
import Testing

@Suite struct SystemReasonTests {
  @Test(arguments: [
    ("Permission denied", "không có quyền"), ("No space left on device", "đĩa đầy"),
    ("bind(descriptor:ptr:bytes:): Address already in use) (errno: 98)", "cổng đang có chương trình khác dùng"),
    ("The operation could not be completed. The file doesn’t exist.", "không có thư mục chứa nó"),
  ])
  func whatIsKnownIsSaidInVietnamese(_ text: String, _ vietnamese: String) {
    let reason = SystemReason(text)
    #expect(reason.vi == vietnamese && reason.en != vietnamese && !reason.en.contains("errno"))
  }

  @Test func whatIsNotKnownStaysAsItCame() {
    let reason = SystemReason("Lorem ipsum")
    #expect(reason.vi == "Lorem ipsum" && reason.en == "Lorem ipsum")
  }
}
