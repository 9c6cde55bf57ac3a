"""The words of which most names are made, with their marks: "Chẩu" and "Chấu" are rare, "Châu" is not.

Read from a picture, a rare word may be a common one with a mark too many, or another rare one.
"""

from __future__ import annotations

from extractors.vietnamese.text import tones

_FAMILIES = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng
    Mai Tô Hà Tạ Lưu Tống Quách Cao Thái Châu Từ La Kiều Tăng Mạc Đàm Khương Đồng Nghiêm Văn Vi Viên Cù Ninh Tôn Âu
    Thạch Kim Bạch Quang Giang Lục Chu Hứa Giáp Triệu Lương Nông Bế Mã Ma Lò Cà Vàng Sùng Thào Giàng Sầm Hầu Thân Quàng
    Lường Cầm Tòng Đèo Phàn Bàn Tẩn Lăng Vừ Khổng Lại Doãn Diệp Tiêu Nhâm Ông Vàng Chảo Lù
"""
_GIVEN = """
    An Anh Ái Ánh Ân Bách Bảo Bằng Bích Biên Bình Bính Bá Bảy Ba Cảnh Cẩm Cẩn Chánh Chi Chí Chiến Chinh Chính Chung
    Chuyên Chương Công Cúc Cương Cường Dân Danh Diễm Diễn Diện Diệu Doanh Dung Dũng Duy Duyên Duyệt Đại Đạo Đạt Đăng
    Điền Điệp Định Đình Đoan Đô Đông Đức Đường Gia Hạ Hai Hải Hạnh Hào Hảo Hằng Hân Hậu Hiên Hiển Hiến Hiền Hiện Hiệp
    Hiếu Hiệu Hoa Hòa Hoài Hoàn Hoan Học Hồng Hợi Hợp Huân Huấn Huệ Hùng Huy Huyên Huyền Hưng Hương Hường Hướng Hưởng
    Hữu Hưu Kha Khải Khang Khanh Khánh Khiêm Khoa Khôi Khởi Khuê Khuyên Khắc Kiên Kiểm Kiệt Kính Kỳ Lai Lam Lan Lành
    Lập Lân Lệ Lịch Liêm Liên Liễu Linh Lĩnh Loan Lộc Lợi Long Luân Luận Luật Luyến Luyện Lượng Ly Mạnh Mão Mận Mây
    Mẫn Mậu Miên Minh Mơ Mùi Mỹ My Mười Nam Năm Nga Ngà Ngân Nghĩa Nghị Nghiệp Ngoan Ngọc Nguyên Nguyệt Nhã Nhàn Nhân
    Nhật Nhi Nhiên Nhung Nhuận Như Nhượng Nương Oanh Phát Phấn Phi Phong Phú Phúc Phụng Phước Phương Phượng Quân Quảng
    Quế Quốc Quy Quý Quyên Quyền Quyết Quỳnh Sang Sáng Sáu Sâm Sen Sinh Sĩ Sỹ Soạn Song Sơn Sửu Sương Tài Tám Tâm Tân
    Tấn Tây Thành Thanh Thảo Thăng Thắng Thắm Thập Thế Thị Thi Thêm Thiên Thiện Thiệu Thìn Thịnh Thoa Thoại Thông Thơ
    Thơm Thời Thu Thuấn Thuần Thuận Thuật Thúc Thục Thùy Thủy Thụy Thuyên Thuyết Thư Thương Thường Thưởng Thức Tiên
    Tiến Tiệp Tiếp Tín Tình Tính Tỉnh Toán Toàn Toản Tố Trà Trạch Trang Tráng Trân Trí Triển Trinh Trình Trọng Trúc
    Trung Trường Trưởng Trực Tú Tuân Tuấn Tuất Tuệ Tùng Tuyên Tuyền Tuyến Tuyết Tươi Tường Tưởng Tứ Tự Uy Uyên Ước Vân
    Viễn Việt Vinh Vĩnh Vọng Vui Vượng Vy Xuân Xuyên Xuyến Yên Yến Ý Ích Út
"""

_COMMON = frozenset(tones(word).casefold() for word in (_FAMILIES + _GIVEN).split())


def is_of_common_words(name: str) -> bool:
    """Whether every word of the name is one that many people bear."""
    return all(tones(word).casefold() in _COMMON for word in name.split())
