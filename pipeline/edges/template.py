"""Fills a Word template in Jinja's sandbox; an error names template, paragraph and tag."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from pipeline.edges.marking import Drawing, Plain
from pipeline.errors import PipelineError
from pipeline.language import _

_TAG = re.compile(r"\{[{%].*?[}%]\}")
_NAME = re.compile(r"'([^']+)'")
_MARKUP = re.compile(r"<[^>]+>")
_LISTED = re.compile(r"[\a\t\n\f]")
_MARK = "<!--{0}-->"
LONG = "thidua: the long list begins or ends"
"""The comment on either side of what is printed of a long list."""


class BrokenTemplate(PipelineError):
    """A Word template with an unknown variable or a broken tag."""


class _Remembering(SandboxedEnvironment):
    """A sandbox that knows which source it compiled last, to say where an error stands."""

    source = ""

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        self.source = str(source)
        return super().from_string(source, *args, **kwargs)


class _Marking(DocxTemplate):  # type: ignore[misc]
    """A template that marks where the rows of a long list begin and end, if it prints them one by one, once."""

    def __init__(self, path: Path, long: str) -> None:
        super().__init__(path)
        self._long = long

    def patch_xml(self, src_xml: str) -> str:
        """The body as Jinja takes it, the loop over the list between marks."""
        source = str(super().patch_xml(src_xml))
        if not self._long or len(re.findall(rf"\{{[{{%][^}}]*\b{self._long}\b", source)) != 1:
            return source
        mark = _MARK.format(LONG)
        return _loop_over(self._long).sub(rf"{mark}\g<0>{mark}", source)

    def resolve_listing(self, xml: str) -> str:
        """The filled body; only where it has line ends, tabs and the like need its paragraphs be looked into."""
        return str(super().resolve_listing(xml)) if _LISTED.search(xml) else xml


def _loop_over(name: str) -> re.Pattern[str]:
    """A loop whose turns know nothing of each other: {% for row in rows %}{{ row.no }}{% endfor %}.

    A turn may hold loops of its own, one beside the other: the rows of a group.
    """
    text = r"(?: (?! \{% | \{\{ [^}]* \bloop\b ) . )"
    end = r"\{%-?\s* endfor \s*-?%\}"
    return re.compile(
        rf"""
        \{{%-?\s* for \s+\w+\s+ in \s+ {name} \s*-?%\}}
        (?: {text} | \{{%-?\s* for \s [^%]* %\}} {text}* {end} )*
        {end}
        """,
        re.VERBOSE | re.DOTALL,
    )


class _Placed(InlineImage):  # type: ignore[misc]
    """A drawing in the line of text, with its words for those who cannot see it."""

    def __init__(self, template: DocxTemplate, drawing: Drawing) -> None:
        super().__init__(template, io.BytesIO(drawing.png), Mm(drawing.width))
        self._description = drawing.description

    def _insert_image(self) -> str:
        inserted = str(super()._insert_image())
        return inserted.replace("<wp:docPr ", f"<wp:docPr descr={quoteattr(self._description)} ", 1)


def filled(path: Path, values: dict[str, Plain], long: str = "") -> bytes:
    """The template's DOCX with the values in place of its tags. Raises BrokenTemplate.

    The `long` list stands between two comments LONG where the template does nothing but print it row by row.
    """
    environment = _Remembering(undefined=StrictUndefined, autoescape=True)
    try:
        template = _Marking(path, long)
        template.render(_placed(values, template), environment, autoescape=True)
    except TemplateError as error:
        raise BrokenTemplate(_explained(path, environment.source, error)) from error
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise BrokenTemplate(_("{template}: cannot be opened as a Word file.").format(template=path.name)) from error
    written = io.BytesIO()
    template.save(written)
    let_go(template.docx)
    return written.getvalue()


def let_go(document: Any) -> None:
    """Takes apart a document that is done with.

    python-docx's objects point at one another: they and their trees would stay until garbage is looked for.
    """
    for holder in (*document.part.package.iter_parts(), document._body, document):  # noqa: SLF001
        vars(holder).clear()


def _placed(value: Plain, template: DocxTemplate) -> Any:
    """The value with its drawings bound to the template that they go into."""
    if isinstance(value, Drawing):
        return _Placed(template, value)
    if isinstance(value, dict):
        return {key: _placed(item, template) for key, item in value.items()}
    return [_placed(item, template) for item in value] if isinstance(value, list) else value


def _explained(path: Path, source: str, error: TemplateError) -> str:
    tag = _tag_at(source, _line_of(error), str(error))
    number, text = _paragraph_with(path, tag)
    advice = _("{template}, paragraph {number} “{text}”, tag {tag}: {error}")
    return advice.format(template=path.name, number=number, text=text[:80], tag=tag or "?", error=error)


def _line_of(error: TemplateError) -> int:
    """The 1-based line of the template's source at which the error arose; 0 where unknown."""
    if (line := getattr(error, "lineno", None)) is not None:
        return int(line)
    found, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _tag_at(source: str, line: int, error: str) -> str:
    """The tag that the error is about: the one on the line that bears a name from its words, else the line's last."""
    lines = source.splitlines()
    around = lines[line - 1] if 0 < line <= len(lines) else source
    tags = _TAG.findall(_MARKUP.sub("", around)) or _TAG.findall(_MARKUP.sub("", source))
    names = _NAME.findall(error)
    named = [tag for tag in tags if any(re.search(rf"\b{re.escape(n)}\b", tag) for n in names)]
    return str((named or tags[-1:] or [""])[0])


def _paragraph_with(path: Path, tag: str) -> tuple[int, str]:
    """Number, from 1, and text of the first paragraph of the template that holds the tag."""
    wanted = "".join(tag.strip("{}%- ").split())
    for number, paragraph in enumerate(Document(str(path)).element.body.iter(qn("w:p")), 1):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if wanted and wanted in "".join(text.split()):
            return number, text.strip()
    return 0, ""
