"""What a command prints, as a terminal shows it."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path
from typing import Any

from PIL import Image
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from scripts.pictures.save import save

COLUMNS = 132

_PAGE = f"""<!DOCTYPE html><meta charset="utf-8"><style>{{stylesheet}}
body {{{{ margin: 0; background: {{background}}; color: {{foreground}}; display: inline-block; padding: 14px 18px }}}}
pre {{{{ margin: 0; font: 14px/15px "Liberation Mono", monospace;
  white-space: pre-wrap; width: {COLUMNS}ch }}}}</style><pre>{{code}}</pre>"""


def picture(browser: Any, typed: list[str], folder: Path, path: Path, lines: int = 0) -> None:
    """The command and what it prints in the folder, at most so many lines of it (0: all)."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run(typed, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    printed = done.stdout.splitlines()
    shown = [f"\x1b[1;32m$\x1b[0m {' '.join(typed)}", *(printed[:lines] if lines else printed)]
    page = browser.new_page(device_scale_factor=1.5)
    page.set_content(_html("\n".join([*shown, "…"] if 0 < lines < len(printed) else shown)))
    taken = page.locator("body").screenshot()
    page.close()
    save(Image.open(io.BytesIO(taken)), path, 1100)


def _html(coloured: str) -> str:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, soft_wrap=True)
    console.print(Text.from_ansi(coloured))
    return console.export_html(theme=SVG_EXPORT_THEME, code_format=_PAGE)
