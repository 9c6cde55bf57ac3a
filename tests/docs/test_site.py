"""The guide as pages: built strictly, whole without a network."""

import re
import subprocess
import sys

import pytest

from tests.docs.blocks import DOCS

FETCHED = re.compile(
    r"""
    <(?:script|img|iframe|source)\b[^>]*\bsrc="(?P<src>https?:)?//
    | <link\b(?=[^>]*\brel="(?:stylesheet|preload|preconnect|icon)")[^>]*\bhref="(?:https?:)?//
    """,
    re.VERBOSE,
)
"""What a browser fetches from elsewhere when a page is opened: <script src="https://cdn…">."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=DOCS.parent, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built(site):
    wanted = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert wanted <= {path.relative_to(site) for path in site.rglob("*.html")}


def test_no_page_fetches_anything_from_elsewhere(site):
    pages = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert [name for name, page in pages.items() if FETCHED.search(page)] == []
    sheets = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert [sheet for sheet in sheets if re.search(r"@import|url\((?:['\"])?(?:https?:)?//", sheet)] == []


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://cdn.vi-du.vn/a.js"></script>',
        '<link rel="stylesheet" href="//fonts.vi-du.vn/css">',
        '<link href="https://fonts.vi-du.vn" rel="preconnect">',
        '<img alt="" src="http://vi-du.vn/a.png">',
    ],
)
def test_a_page_that_fetches_would_be_seen(page):
    assert FETCHED.search(page)
