"""Text that is stamped on a paper and is not the paper's own."""

from __future__ import annotations

import re

SIGNATURE_LINE = re.compile(
    r"""
    ^\s*(?:
        Người\ ký                    # Người ký: UBND tỉnh …
        | (?:Được\ )?[Kk]ý\ (?:số\ )?bởi  # Ký bởi: Sở Nội vụ
        | Cơ\ quan\s*:               # Cơ quan: Tỉnh Cao Bằng
        | Chức\ vụ\s*:
        | (?:Thời\ gian|Ngày|Giờ)\ ký  # Thời gian ký: 07/02/2025 07:56:24
        | E-?mail\s*:
        | Digitally\ signed
        | Signature\ (?:valid|not\ verified)
        | Date:\s*[0-9]{4}\.[0-9]{2}  # Date: 2025.02.07 07:56:24 +07'00'
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

SIGNING_TIME = re.compile(
    r"""
    ^\s*[0-9]{2}[./][0-9]{2}[./][0-9]{4}   # 07.02.2025
    \s+[0-9]{2}:[0-9]{2}:[0-9]{2}          # 08:51:04
    (?:\s*[+-][0-9]{2}:[0-9]{2})?\s*$      # +07:00
    """,
    re.VERBOSE,
)


ARRIVAL_LINE = re.compile(
    r"""
    ^\s*(?:
        (?:CÔNG\ VĂN|VĂN\ BẢN)?\s*ĐẾN\s*(?:$|Số|Ngày|:)   # ĐẾN Số: 1234
        | Chuyển\s*:                                      # Chuyển: phòng NC
        | Số\ và\ ký\ hiệu\ HS\s*:
    )
    """,
    re.VERBOSE,
)

PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?(?:Trang\s+)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?(?:\s*-)?\s*$")
"""- 2 -"""
