"""Words of invented pages: places, offices, persons and matters that exist nowhere together. `page_kinds` puts them into sentences."""

PLACES = ("xã Tân Lộc Đông", "phường Hòa Mỹ", "xã Suối Cạn", "huyện Bình Thạnh", "thị trấn Cây Gáo", "xã Vĩnh Hưng Tây", "phường Đồng Nguyên",
          "xã Ea Kly", "huyện Sơn Lương", "xã Quảng Yên", "phường Mỹ Thới", "xã Trà Vong", "xã Nghĩa Phú", "phường Lộc Thủy")
DOERS = ("Văn phòng Ủy ban nhân dân", "Phòng Nội vụ", "Sở Tài nguyên và Môi trường", "Phòng Tài chính - Kế hoạch", "Chi cục Thú y", "Trung tâm Y tế",
         "Ban Quản lý chợ", "Phòng Giáo dục và Đào tạo", "Hội Nông dân", "Công an xã", "Trạm Khuyến nông", "Kho bạc Nhà nước", "Bảo hiểm xã hội huyện",
         "Sở Giao thông vận tải", "Đội Quản lý thị trường", "Trường Tiểu học Kim Đồng", "Hợp tác xã Thuận Phát", "Ban Dân vận", "Thanh tra huyện")
DOING = ("rà soát, thống kê", "chịu trách nhiệm tổ chức", "phối hợp kiểm tra", "tham mưu xây dựng", "tiếp tục đẩy mạnh", "hướng dẫn thực hiện",
         "lập danh sách và theo dõi", "báo cáo kết quả về", "công khai, niêm yết", "bố trí kinh phí cho", "tổng hợp vướng mắc trong")
MATTERS = ("công tác phòng cháy rừng", "đất nông nghiệp bỏ hoang", "chương trình nước sạch", "hộ nghèo và cận nghèo", "xây dựng đường liên thôn",
           "tiêm phòng gia súc, gia cầm", "kiểm kê tài sản công", "chỉnh lý tài liệu lưu trữ", "tuyển quân và huấn luyện dân quân", "thu phí vệ sinh môi trường",
           "sửa chữa trường học", "cấp thẻ bảo hiểm y tế", "nạo vét kênh mương", "giải quyết đơn thư khiếu nại", "phổ cập giáo dục tiểu học",
           "trồng cây phân tán", "hỗ trợ giống lúa chất lượng cao", "đo đạc bản đồ địa chính", "bồi thường giải phóng mặt bằng")
ABOUT = ("Về việc", "Báo cáo", "Quyết định về", "Kế hoạch", "Tờ trình xin", "Biên bản họp về", "Thông báo kết quả", "Đề nghị")
WHEN = ("năm 2019", "quý I năm 2023", "6 tháng đầu năm", "giai đoạn 2021 - 2025", "vụ Đông Xuân", "trên địa bàn huyện", "", "đợt 2")
ENDS = ("hoàn thành trước ngày 30 tháng 6", "bảo đảm đúng quy định của pháp luật", "kịp thời phản ánh những khó khăn phát sinh", "không để xảy ra sai sót",
        "gửi về Văn phòng để tổng hợp", "coi đây là nhiệm vụ thường xuyên", "phù hợp với điều kiện của từng địa phương", "có sự tham gia của người dân")
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Tạ", "Quách")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Hữu", "Xuân", "Kim")
GIVEN = ("Bảy", "Hạnh", "Sơn", "Thủy", "Lượng", "Điệp", "Khuê", "Tấn", "Vỹ", "Oanh", "Phước", "Giàu", "Nhẫn", "Ý", "Thảo", "Đoàn")
POSTS = ("Chủ tịch", "Phó Trưởng phòng", "Kế toán", "Văn thư", "Thủ quỹ", "Cán bộ địa chính", "Trưởng thôn", "Hiệu trưởng", "Chuyên viên", "Bí thư chi bộ")
TYPES = ("QĐ", "KH", "BC", "TB", "TTr", "CV", "BB", "GM", "HD")
UNITS = ("UBND", "HĐND", "SNV", "STC", "PGDĐT", "TTYT", "VP", "CCTY", "BQL")
MEASURES = ("cái", "bộ", "kg", "m²", "lượt", "ngày công", "hộ", "quyển", "lít")
FIELDS = ("Họ và tên", "Ngày sinh", "Nơi cư trú", "Số chứng minh nhân dân", "Ngày cấp", "Nơi cấp", "Cơ quan công tác", "Chức vụ", "Lý do đề nghị",
          "Tên hồ sơ", "Số lượng bản sao", "Mục đích sử dụng", "Ngày nhận", "Người giao", "Tên người nhận", "Địa chỉ liên hệ", "Ý kiến của lãnh đạo")
FORMS = ("PHIẾU YÊU CẦU ĐỌC TÀI LIỆU", "ĐƠN ĐỀ NGHỊ CẤP BẢN SAO", "GIẤY GIỚI THIỆU", "PHIẾU XỬ LÝ VĂN BẢN", "BIÊN NHẬN HỒ SƠ", "PHIẾU KHẢO SÁT Ý KIẾN")
