internal import Grammar

/// Sentences and the orders in them, written `lead / cooperating / content / deadline`.
extension OrderGrammar {
  static let ledExamples: [RuleExample] = [
    RuleExample(
      "Giao Công an xã chủ trì, phối hợp với Hội Nông dân, Hội Liên hiệp Phụ nữ và các thôn, bản hướng dẫn người dân cài đặt VNeID. Thực hiện thường xuyên.",
      "Công an xã / Hội Nông dân, Hội Liên hiệp Phụ nữ và các thôn, bản / hướng dẫn người dân cài đặt VNeID / Thực hiện thường xuyên"
    ),
    RuleExample(
      "Giao Văn phòng Đảng ủy chủ trì, phối hợp với Công an xã và các ban xây dựng Đảng quản lý, vận hành mạng của Đảng. Hoàn thành trong quý III/2025.",
      "Văn phòng Đảng ủy / Công an xã và các ban xây dựng Đảng / quản lý, vận hành mạng của Đảng / Hoàn thành trong quý III/2025"
    ),
    RuleExample(
      "Giao Ủy ban Kiểm tra Đảng ủy chủ trì đưa nội dung vào chương trình kiểm tra.",
      "Ủy ban Kiểm tra Đảng ủy /  / đưa nội dung vào chương trình kiểm tra / "),
    RuleExample(
      "Phòng Kinh tế: chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu trình Chủ tịch UBND xã phê duyệt kinh phí.",
      "Phòng Kinh tế / các cơ quan, đơn vị liên quan / tham mưu trình Chủ tịch UBND xã phê duyệt kinh phí / "),
    RuleExample(
      "Sở Tư pháp chủ trì, phối hợp với Văn phòng UBND tỉnh và các tổ chức chính trị - xã hội tổ chức tuyên truyền. Hoàn thành trước ngày 31/10/2025.",
      "Sở Tư pháp / Văn phòng UBND tỉnh và các tổ chức chính trị - xã hội / tổ chức tuyên truyền / Hoàn thành trước ngày 31/10/2025"
    ),
    RuleExample(
      "Giao Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh hoàn thành sắp xếp; thời hạn: trước 30/6/2026.",
      "Sở Nội vụ / Văn phòng UBND tỉnh / hoàn thành sắp xếp / thời hạn: trước 30/6/2026"),
    RuleExample(
      "Sở Tài chính chủ trì tham mưu phân bổ kinh phí, xong trước ngày 15/12/2025.",
      "Sở Tài chính /  / tham mưu phân bổ kinh phí / xong trước ngày 15/12/2025"),
    RuleExample(
      "Sở Y tế chủ trì tham mưu ban hành Đề án trong quý II/2026.",
      "Sở Y tế /  / tham mưu ban hành Đề án trong quý II/2026 / trong quý II/2026"),
    RuleExample(
      "Phòng Nội vụ chủ trì chỉnh lý tài liệu hình thành trước ngày 01/7/2025.",
      "Phòng Nội vụ /  / chỉnh lý tài liệu hình thành trước ngày 01/7/2025 / "),
    RuleExample(
      "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh rà soát hồ sơ.",
      "Sở Nội vụ / Công an tỉnh / rà soát hồ sơ / "),
    RuleExample(
      "Ủy ban nhân dân xã đã chỉ đạo phòng Văn hóa - Xã hội chủ trì, phối hợp với các phòng chuyên môn tham mưu xây dựng dự thảo.",
      nil),
    RuleExample(
      "Chủ trì, gắn kết việc triển khai Kế hoạch này với chương trình cải cách hành chính.",
      nil),
    RuleExample(
      "Giáo dục và Đào tạo chủ trì hội nghị.",
      nil),
    RuleExample(
      "Cơ quan chủ trì cần chủ động thiết lập cơ chế phối hợp cụ thể.",
      nil),
    RuleExample(
      "Hội nghị do đồng chí Chủ tịch chủ trì đã thống nhất các nội dung.",
      nil),
  ]

  static let plainExamples: [RuleExample] = [
    RuleExample(
      "Giao Sở Công Thương tham mưu phương án bình ổn giá, trình Ủy ban nhân dân tỉnh trước ngày 05/11/2025.",
      "Sở Công Thương /  / tham mưu phương án bình ổn giá, trình Ủy ban nhân dân tỉnh trước ngày 05/11/2025 / trước ngày 05/11/2025"
    ),
    RuleExample(
      "Giao Sở Khoa học và Công nghệ tham mưu ban hành Kế hoạch phủ sóng, hoàn thành trước ngày 30/11/2025.",
      "Sở Khoa học và Công nghệ /  / tham mưu ban hành Kế hoạch phủ sóng / hoàn thành trước ngày 30/11/2025"),
    RuleExample(
      "Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện.",
      nil),
    RuleExample(
      "Giao Sở Nội vụ và các đơn vị triển khai nhiệm vụ tại Phụ lục.",
      nil),
    RuleExample(
      "Đề nghị Sở Nội vụ quan tâm, tham mưu kịp thời.",
      nil),
  ]
}
