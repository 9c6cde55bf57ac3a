"""Signs that recognition makes of specks, strokes and letters, and that papers do not have."""

from __future__ import annotations

import re

# as in "(b/€)" for (b/c), "Sở N|i vụ" for Sở Nội vụ
MISREAD = re.compile(r"[€£¥¢§©®™°¬|\\{}<>~^`=#@!?*_¿¡]")
