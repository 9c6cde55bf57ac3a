"""The review desk in a browser, as a reviewer sees it."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from scripts.pictures.save import save

PASSWORD = "mật khẩu thử"  # noqa: S105
SIZE = {"width": 1280, "height": 800}
WIDTH = 1000

Visit = Callable[[Any, str], None]


def pictures(browser: Any, root: Path, as_of: str, visits: dict[str, Visit], folder: Path) -> None:
    """Logs in once and takes a picture after each visit."""
    thidua = [str(Path(sys.executable).with_name("thidua")), "-C", str(root)]
    account = [*thidua, "user", "add", "lan", "--role", "approver", "--password-file", "-"]
    subprocess.run(account, input=PASSWORD, encoding="utf-8", check=True, capture_output=True)  # noqa: S603
    with _served([*thidua, "--lang", "vi", "serve", "--as-of", as_of]) as address:
        page = browser.new_context(locale="vi-VN", viewport=SIZE).new_page()
        _login(page, address)
        for name, visit in visits.items():
            visit(page, address)
            page.wait_for_load_state("networkidle")
            save(Image.open(io.BytesIO(page.screenshot())), folder / name, WIDTH)


@contextmanager
def _served(command: list[str]) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(f"http://127.0.0.1:{port}/login")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str, seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address).close()  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


def _login(page: Any, address: str) -> None:
    page.goto(f"{address}/login")
    page.fill("input[name=name]", "lan")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/login"))
