"""A paper of python-docx's rewritten as Word writes one: its styles part, and all that Word says of a run."""

from __future__ import annotations

import io
import zipfile

_LATENT = 376
"""Styles that Word 2019 lists without defining them."""
_STYLES = 12
"""Styles that a report written in Word defines: headings, lists, headers, tables, revisions of them."""
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_DEFAULTS = f"""<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="24"/><w:szCs w:val="24"/>
<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"""
_LINE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_OWN = {
    "Normal": ("paragraph", ' w:default="1"', ""),
    "DefaultParagraphFont": ("character", ' w:default="1"', ""),
    "TableNormal": ("table", ' w:default="1"', ""),
    "NoList": ("numbering", ' w:default="1"', ""),
    "TableGrid": (
        "table",
        "",
        f"<w:tblPr><w:tblBorders>{_LINE.format('top')}{_LINE.format('insideH')}</w:tblBorders></w:tblPr>",
    ),
}


def as_word_writes(data: bytes) -> bytes:
    """The same text and look, in Word's markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = _document(parts["word/document.xml"].decode()).encode()
    parts["word/styles.xml"] = styles().encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _document(text: str) -> str:
    """Every paragraph and run under its revision, every run with fonts, both sizes and language."""
    for points in (13, 14):
        size = f'<w:sz w:val="{2 * points}"/>'
        text = text.replace(size, f'{_FONTS}{size}<w:szCs w:val="{2 * points}"/><w:lang w:val="vi-VN"/>')
    text = text.replace("<w:r>", '<w:r w:rsidRPr="00A77B3E">')
    text = text.replace("<w:p>", '<w:p w:rsidR="00A77B3E" w:rsidRPr="00D64E1F" w:rsidRDefault="00D64E1F">')
    spacing = '<w:spacing w:before="120" w:after="120" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/>'
    return text.replace('<w:jc w:val="both"/>', f'{spacing}<w:jc w:val="both"/>')


def styles() -> str:
    """A styles part of the size and shape that Word gives a report: latent styles first, then those that it defines."""
    latent = "".join(
        f'<w:lsdException w:name="Grid Table {n}" w:uiPriority="49" w:unhideWhenUsed="1"/>' for n in range(_LATENT)
    )
    own = "".join(_style(name, kind, default, inside) for name, (kind, default, inside) in _OWN.items())
    more = "".join(_style(f"Kieu{n}", "paragraph", "", _LOOK) for n in range(_STYLES))
    latent = f'<w:latentStyles w:defLockedState="0" w:count="{_LATENT}">{latent}</w:latentStyles>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:styles {_NAMESPACES} mc:Ignorable="w14 w15">{_DEFAULTS}{latent}{own}{more}</w:styles>'


_LOOK = (
    '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/></w:pPr>'
    f'<w:rPr>{_FONTS}<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
)


def _style(style_id: str, kind: str, default: str, inside: str) -> str:
    base = "" if default else f'<w:basedOn w:val="{"TableNormal" if kind == "table" else "Normal"}"/>'
    name = f'<w:name w:val="{style_id}"/>{base}<w:uiPriority w:val="99"/><w:qFormat/><w:rsid w:val="00A77B3E"/>'
    return f'<w:style w:type="{kind}"{default} w:styleId="{style_id}">{name}{inside}</w:style>'
