"""Text that is stamped on a paper and is not the paper's own."""

from __future__ import annotations

import re

SIGNATURE = re.compile(
    r"""
    ^\s*(?=(?-i:[A-ZĐ]))(?:                                   # never within a sentence
        (?:Được\ )?Ký\ (?:số\ )?bởi\s*:                      # Ký bởi: Sở Nội vụ
        | (?:Thời\ gian|Ngày|Giờ)\ ký\s*:\s*[0-9./-]{8,10}\s+[0-9]{2}:[0-9]{2}:[0-9]{2}
                                                             # Thời gian ký: 07/02/2025 07:56:24
        | Digitally\ signed
        | Signature\ (?:valid|not\ verified)
        | Date:\s*[0-9]{4}\.[0-9]{2}                          # Date: 2025.02.07 07:56:24 +07'00'
    )
    | ^\s*[0-9]{2}[./-][0-9]{2}[./-][0-9]{4}                 # 07.02.2025
      \s+[0-9]{2}:[0-9]{2}:[0-9]{2}                          # 08:51:04
      (?:\s*[+-][0-9]{2}:[0-9]{2})?\s*$                      # +07:00
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A line that only a signature's stamp has."""

SIGNATURE_PART = re.compile(
    r"""
    ^\s*(?=(?-i:[A-ZĐ]))(?:
        Người\ ký\s*:                       # Người ký: UBND tỉnh …
        | Cơ\ quan\s*:                      # Cơ quan: Tỉnh Hạ Lam
        | Chức\ vụ\s*:
        | (?:Thời\ gian|Ngày|Giờ)\ ký\s*:   # Ngày ký: 03-03-2020, the hour on the next line
        | E-?mail\s*:
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A line that a stamp has beside one that only a stamp has; by itself it may be the paper's own."""


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

PAGE_NUMBER = re.compile(
    r"""
    ^\s*(?:-\s*)?                          # - 2 -
    (?:
        [0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?    # 2/12
        | Trang\s+[0-9]{1,4}(?:\s*(?:/|trên|của|trong)\s*(?:tổng\s+số\s+)?[0-9]{1,4}(?:\s+trang)?)?  # Trang 1 trên 3
    )
    (?:\s*-)?\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
