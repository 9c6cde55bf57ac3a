"""Word files for tests, written as XML by hand: every construct that Word knows and python-docx does not."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from extractors.formats.docx.reader import read
from extractors.places import own_cells
from extractors.records import AsideKind, Document, Limits, Paragraph, Table
from tests.packed import zipped

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {"header": "hdr", "footer": "ftr"}


def t(text: str) -> str:
    """A `w:t` that keeps its space."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run; `properties` is the inside of its `w:rPr`."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; plain text is put into one."""
    runs = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def tc(*content: str, properties: str = "") -> str:
    """A cell of paragraphs; plain text is put into one."""
    blocks = "".join(c if c.startswith("<") else p(c) for c in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain text is put into a cell."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


LINES = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
HEADER = "<w:tblHeader/>"


def tbl(*rows: str, properties: str = LINES) -> str:
    """A table, with lines unless said otherwise."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*content: str, fallback: bool = True) -> str:
    """A run with a text box as Word writes it: a drawing, and the same again for old readers."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    drawing = (
        "<w:drawing><wp:anchor><wp:positionH><wp:posOffset>1234</wp:posOffset></wp:positionH>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
    return (
        f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        if fallback
        else f"<w:r>{old}</w:r>"
    )


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file; `parts` by kind ("styles", "header", "footnotes" …) are the insides of their roots."""
    parts = dict(parts or {})
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>' for kind in _ROOTS if kind in parts)
    document = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>"
    relations = "".join(f'<Relationship Id="rId{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    files = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
    }
    for kind, inside in parts.items():
        root = _ROOTS.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    return zipped({name: f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode() for name, text in files.items()})


def document(body: str, **parts: str) -> Document:
    """The Word file with that body, read."""
    return read(word(body, parts), Limits())


def texts(read_document: Document) -> list[str]:
    """The texts of the paragraphs outside tables."""
    return [b.text for b in read_document.blocks if isinstance(b, Paragraph)]


def only_table(body: str, **parts: str) -> Table:
    """The one table of a body."""
    (found,) = [b for b in document(body, **parts).blocks if isinstance(b, Table)]
    return found


def rows(table: Table) -> list[list[str]]:
    """Every row's texts, slot by slot."""
    return [[cell.text for cell in row] for row in table.rows]


def own_texts(table: Table) -> list[list[str]]:
    """Every row's texts, each cell once, in the row where it starts."""
    return [[cell.text for cell in own_cells(row, index)] for index, row in enumerate(table.rows)]


def ledger(read_document: Document) -> dict[str, int]:
    """The ledger's lines by rule."""
    return {line.rule: line.characters for line in read_document.ledger}


def asides(read_document: Document, kind: AsideKind) -> list[str]:
    """The texts of the asides of the kind."""
    return [a.paragraph.text for a in read_document.asides if a.kind is kind]


def span(columns: int) -> str:
    """A cell's property: it is so many columns wide."""
    return f'<w:gridSpan w:val="{columns}"/>'


def merge(kind: str = "") -> str:
    """A cell's property: it goes on from the one above, or begins where the kind is "restart"."""
    return f'<w:vMerge w:val="{kind}"/>' if kind else "<w:vMerge/>"


def tables(read_document: Document) -> list[Table]:
    """Its tables."""
    return [b for b in read_document.blocks if isinstance(b, Table)]
