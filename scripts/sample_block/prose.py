"""The running text of sample papers: ordinary, with the numbers and dates that mislead a hasty reader."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.sample_block.records import Unit

Counts = Mapping[str, int]


def registration(unit: Unit, counts: Counts) -> tuple[str, ...]:
    """A registration of titles for the year."""
    return (
        (
            f"Thực hiện Công văn số 412/UBND-TH ngày 17/02/2020 của UBND tỉnh, {unit.name} đăng ký danh hiệu thi đua "
            "và hình thức khen thưởng năm 2020 như sau:"
        ),
        f"1. Danh hiệu “Lao động tiên tiến”: {counts['ldtt']:02d} cá nhân.",
        (
            f"2. Danh hiệu “Chiến sĩ thi đua cơ sở”: {counts['cstd_co_so']:02d} cá nhân; danh hiệu “Tập thể lao động "
            f"xuất sắc”: {counts['tt_ldxs']:02d} tập thể."
        ),
        f"3. Đăng ký {counts['sang_kien']:02d} sáng kiến; mỗi phòng có ít nhất 01 mô hình mới.",
        f"{unit.name} trân trọng gửi Trưởng khối tổng hợp./.",
    )


def half_year(unit: Unit, awards: tuple[str, ...]) -> tuple[str, ...]:
    """A report on the first half of the year; `awards` are the paragraphs on awards."""
    return (
        (
            f"Thực hiện Kế hoạch của Khối thi đua, {unit.name} báo cáo sơ kết công tác thi đua, khen thưởng "
            "6 tháng đầu năm 2020 như sau:"
        ),
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Công tác chỉ đạo, triển khai",
        (
            "Ngay từ đầu năm, lãnh đạo cơ quan đã ban hành Kế hoạch số 18/KH ngày 06/01/2020 và tổ chức ký giao ước "
            f"thi đua tới 100% phòng, đơn vị; có 12 văn bản chỉ đạo được gửi tới {unit.staff}."
        ),
        "2. Các phong trào thi đua",
        "Phong trào trồng cây đầu xuân thu hút 214 lượt người tham gia, trồng mới 1.350 cây tại 06 xã.",
        "3. Công tác khen thưởng",
        *awards,
        "II. TỒN TẠI, HẠN CHẾ",
        "Việc phát hiện nhân tố mới ở một số phòng còn chậm.",
        "III. PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2020",
        "Phấn đấu có ít nhất 03 mô hình mới được nhân rộng; hoàn thành hồ sơ khen thưởng trước ngày 15/12/2020.",
        f"Trên đây là báo cáo sơ kết của {unit.name}./.",
    )


def year(unit: Unit, awards: tuple[str, ...], scores: str) -> tuple[str, ...]:
    """A report on the whole year; `scores` is the sentence on the unit's own score."""
    return (
        "Căn cứ Kế hoạch công tác thi đua, khen thưởng năm 2020 của Khối thi đua;",
        f"{unit.name} báo cáo kết quả công tác thi đua, khen thưởng năm 2020 như sau:",
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        (
            "Cơ quan đã quán triệt Chỉ thị số 05/CT-UBND ngày 20/01/2020 của Chủ tịch UBND tỉnh và kiện toàn Hội đồng "
            "thi đua gồm 09 thành viên."
        ),
        "II. KẾT QUẢ CÁC PHONG TRÀO THI ĐUA",
        (
            "Phong trào cải cách hành chính giúp giải quyết 8.412 hồ sơ, đúng hạn 98,7%; tiếp nhận 31 kiến nghị của "
            "tổ chức, công dân."
        ),
        "III. CÔNG TÁC KHEN THƯỞNG",
        *awards,
        "IV. TỰ CHẤM ĐIỂM",
        scores,
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
        "Đề nghị Khối thi đua tổ chức trao đổi kinh nghiệm trước ngày 15/3/2021.",
        f"Trên đây là báo cáo của {unit.name}, trân trọng gửi Trưởng khối tổng hợp./.",
    )


def in_a_sentence(counts: Counts) -> tuple[str, ...]:
    """All awards in one long sentence."""
    return (
        (
            f"Trong kỳ, có {counts['bang_khen_tinh']:02d} tập thể, cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen; "
            f"{counts['giay_khen']:02d} cá nhân được tặng Giấy khen; {counts['ldtt']:02d} cá nhân đạt danh hiệu "
            f"Lao động tiên tiến; {counts['cstd_co_so']:02d} cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở; có "
            f"{counts['sang_kien']:02d} sáng kiến được công nhận."
        ),
    )


def in_a_list(counts: Counts) -> tuple[str, ...]:
    """A list under a sentence that says the stage once."""
    return (
        "Đã được công nhận:",
        f"- Lao động tiên tiến: {counts['ldtt']:02d} cá nhân;",
        f"- Chiến sĩ thi đua cơ sở: {counts['cstd_co_so']:02d} cá nhân;",
        f"- Sáng kiến cấp cơ sở: {counts['sang_kien']:02d}.",
        f"Thủ trưởng cơ quan đã tặng Giấy khen cho {counts['giay_khen']:02d} cá nhân.",
    )


def with_traps(counts: Counts) -> tuple[str, ...]:
    """True figures among those of others, of another year, and inexact ones."""
    return (
        f"Có {counts['giay_khen']:02d} cá nhân được tặng Giấy khen.",
        "Toàn tỉnh có 1.204 cá nhân đạt danh hiệu Lao động tiên tiến.",
        "So với năm 2019, số cá nhân được tặng Giấy khen tăng 03 cá nhân.",
        "Gần 150 lượt cá nhân được biểu dương trong các đợt thi đua.",
        f"Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho {counts['proposed_bang_khen']:02d} cá nhân.",
    )


LONG_RESULTS = (
    "Trong lĩnh vực đất đai, đã cấp 2.318 giấy chứng nhận, giải quyết 97,6% hồ sơ trước hạn.",
    "Đo đạc bản đồ địa chính tại 07 xã với 14.250 thửa; số hóa 31.400 trang hồ sơ.",
    "Trong lĩnh vực môi trường, đã thẩm định 26 báo cáo, kiểm tra 41 cơ sở, hướng dẫn khắc phục 12 trường hợp.",
    "Trong lĩnh vực khoáng sản, đã tham mưu 09 văn bản, phối hợp với Công an tỉnh kiểm tra 15 điểm mỏ.",
    "Trong lĩnh vực tài nguyên nước, đã cấp 18 giấy phép; thu 1.204 triệu đồng tiền cấp quyền khai thác.",
    "Phong trào “Chống rác thải nhựa” được 100% phòng, đơn vị hưởng ứng, thu gom 3,5 tấn rác tại 22 điểm.",
    "Phong trào “Cán bộ, công chức thi đua thực hiện văn hóa công sở” được duy trì, không có vi phạm phải xử lý.",
    "Công đoàn cơ sở phối hợp tổ chức 04 hoạt động thể thao, thu hút 180 lượt đoàn viên tham gia.",
    "Công tác cải cách hành chính: cắt giảm 15% thời gian đối với 23 thủ tục; trả kết quả qua bưu điện 64 hồ sơ.",
    "Công tác chuyển đổi số: 100% văn bản đi được ký số; 87,5% hồ sơ được xử lý trên môi trường mạng.",
    "Công tác tiếp dân: tiếp 38 lượt công dân, nhận 21 đơn, giải quyết xong 19 đơn, còn 02 đơn đang trong thời hạn.",
    "Công tác tài chính: tiết kiệm 10% chi thường xuyên, tương ứng 214 triệu đồng; công khai dự toán đúng quy định.",
    "Công tác cán bộ: cử 45 lượt người đi đào tạo, bồi dưỡng; điều động 06 người; tuyển dụng 03 người.",
    "Công tác an sinh: giúp đỡ 02 xóm, ủng hộ 48 triệu đồng và 350 bộ quần áo cho học sinh vùng cao.",
    "Đoàn Thanh niên nhận 02 công trình, trồng và chăm sóc 1.500 cây xanh tại khu dân cư.",
)
"""Enough to carry the score sheet below it over the end of a page."""
