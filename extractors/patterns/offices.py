"""Who signs for an office of a kind. Both are for folded names (`vietnamese.text.fold`)."""

from __future__ import annotations

import re

SIGNED_FOR_BY: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(office), re.compile(title))
    for office, title in (
        (r"so\b", r"giam doc"),
        (r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b", r"chu tich|chanh van phong|giam doc"),
        (r"van phong", r"chanh van phong"),
        (r"ban\b", r"truong ban|giam doc|chu tich|bi thu"),
        (r"thanh tra", r"chanh thanh tra|tong thanh tra"),
        (r"phong\b", r"truong phong"),
        (r"(?:tong cuc|chi cuc|cuc)\b", r"cuc truong"),
        (r"bo\b", r"bo truong|thu truong|chanh van phong|vu truong|chi huy truong"),
        (r"truong\b", r"hieu truong"),
        (r"(?:hoi|lien doan|lien hiep|uy ban mat tran|mat tran|hiep hoi|lien minh)\b", r"chu tich|tong thu ky"),
        (r"(?:tinh|thanh|huyen|dang) (?:uy|bo)\b", r"bi thu|chanh van phong|truong ban"),
        (r"(?:tinh|thanh|huyen) doan", r"bi thu"),
        (r"thu tuong", r"thu tuong"),
        (r"(?:trung tam|cong ty|benh vien|bao hiem|kho bac|quy|dai)\b", r"giam doc|chu tich"),
        (r"(?:khoi|cum)\b", r"(?:khoi|cum) truong|truong (?:khoi|cum)|pho (?:khoi|cum)|(?:khoi|cum) pho"),
        (r"(?:toa an|vien)", r"chanh an|vien truong"),
        (r"cong an", r"giam doc|truong cong an"),
    )
)
"""How an office's name begins ("so noi vu"), and a title of those who sign for it ("pho giam doc")."""
