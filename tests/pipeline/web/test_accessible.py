"""Everybody can read and reach the pages: contrast worked out from the style sheets, labels, headings, language."""

import re
from html.parser import HTMLParser

import pytest

from tests.pipeline.web.browser import Browser, unsure
from tests.pipeline.web.colours import SHEETS, contrast
from tests.speaking import speaking

pytestmark = pytest.mark.usefixtures("vietnamese")

TEXT, GRAPHIC = 4.5, 3.0
"""WCAG 2.2 AA: 1.4.3 and 1.4.11."""
UNDER = {
    "header": "var(--blue)",
    ".deskbar": "#1a4f8b",
    ".paper": "var(--desk)",
    ".turn": "var(--desk)",
    ".caption": "var(--desk)",
    ".words": "var(--paper)",
}
"""What lies under a rule that names no background of its own, by how its selector begins; else the page."""
SHEET = ("var(--paper)", "var(--back)")
MARKED = ("var(--mark)", "var(--found)", "var(--paper)", "var(--back)", "var(--head)")
"""What lies under plain text."""


def rules(sheet):
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEETS[sheet]):
        said = dict(part.strip().split(": ", 1) for part in body.split(";") if ": " in part)
        yield from ((selector.strip(), said) for selector in selectors.split(","))


def colour_in(text):
    found = re.search(r"var\(--[a-z-]+\)|#[0-9a-f]{3,6}", text or "")
    return found[0] if found else None


def under(selector):
    return next((below for begins, below in UNDER.items() if selector.startswith(begins)), None)


def texts(sheet, selector, said):
    if colour := colour_in(said.get("color")):
        below = colour_in(said.get("background")) or under(selector)
        yield from ((f"{sheet} {selector}", colour, ground, TEXT) for ground in ([below] if below else SHEET))


def rings(sheet, selector, said):
    ring = colour_in(said.get("outline-color") or said.get("outline"))
    if ring and ":focus" in selector:
        grounds = [under(selector)] if under(selector) else SHEET
        yield from ((f"{sheet} {selector}", ring, ground, GRAPHIC) for ground in grounds)


def bars(sheet, selector, said):
    fill = colour_in(said.get("fill"))
    if sheet == "chart.css" and fill and "told" not in selector:
        yield f"{sheet} {selector}", fill, "#fff", GRAPHIC
        yield f"{sheet} {selector} with its number", "#fff", fill, TEXT


def pairs():
    """(what, colour, what lies under it, least contrast)"""
    for sheet in SHEETS:
        for selector, said in rules(sheet):
            for kind in (texts, rings, bars):
                yield from kind(sheet, selector, said)
    for ground in MARKED:
        yield f"text on {ground}", "var(--ink)", ground, TEXT


@pytest.mark.parametrize(("what", "colour", "ground", "least"), [*pairs()])
def test_every_colour_stands_out_from_what_lies_under_it(what, colour, ground, least):
    assert contrast(colour, ground) >= least, f"{what}: {contrast(colour, ground):.2f}"


def test_contrast_is_reckoned_as_the_guideline_does():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


class Outline(HTMLParser):
    """A page's headings, its language, and the fields that nothing names."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.nameless, self.language, self._labels, self._ids = [], [], None, 0, set()
        self._labelled = set(re.findall(r'<label for="([^"]+)"', text))
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "html":
            self.language = said.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self._labels += tag == "label"
        field = tag in ("select", "textarea") or (tag == "input" and said.get("type") not in ("hidden", "submit"))
        if field and not (self._labels or said.get("aria-label") or said.get("id") in self._labelled):
            self.nameless.append(said.get("name") or said)

    def handle_endtag(self, tag):
        self._labels -= tag == "label"


PAGES = (
    "/", "/login", "/review", "/review/item", "/document", "/findings", "/search?q=thi+dua", "/charts", "/thidua",
    "/thidua/audit_documents?unit_id=sxd", "/thidua/what_changed", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def reviewer(made):
    with speaking("vi"):
        browser = Browser(made)
    browser.login("lan-thu")
    yield browser
    browser.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_language_its_headings_in_order_and_a_name_at_every_field(reviewer, path):
    own = {"/review/item": f"/review/item?document={unsure(reviewer.root)}&field=total_self_score",
           "/document": f"/document/{unsure(reviewer.root)}"}  # fmt: skip
    outline = Outline(reviewer.get(own.get(path, path)).text)
    assert outline.language == "vi"
    assert outline.nameless == []
    assert outline.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))


def test_facets_filters_and_cells_speak_vietnamese(reviewer):
    page = reviewer.get("/thidua/audit_documents?unit_id=sxd").text
    facets = page.partition('class="facet-results"')[2].partition("<table")[0]
    assert "Sở Xây dựng" in facets
    assert not re.search(r">(needs_review|accepted|plan_report_year|score_sheet|unit_id|kind|state)<", facets)
    assert '<option value="issued_on">Ngày' in page
    assert "Sở Xây dựng" in page.partition("<tbody>")[2]
    assert "với Đơn vị = &#34;Sở Xây dựng&#34;" in page
