"""A Word file as a Document: every character used, or left out by a named rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count

from extractors.formats.collection import no_collection
from extractors.formats.docx import names as w
from extractors.formats.docx.blocks import Builder, blocks
from extractors.formats.docx.drafts import Part
from extractors.formats.docx.ledger import MARKUP_SPACE, USED, characters, lines, settle
from extractors.formats.docx.numbering import Numbering
from extractors.formats.docx.package import Package, open_package
from extractors.formats.docx.prune import prune
from extractors.formats.docx.scan import scan
from extractors.formats.docx.stitch import stitch
from extractors.formats.docx.styles import Styles
from extractors.formats.docx.xml import Element
from extractors.media_types import DOCX
from extractors.places import paragraphs_of
from extractors.records import Aside, AsideKind, Block, Document, Limits, Notice, Paragraph, Place
from extractors.vietnamese.legacy import Encoding, Piece, encoding_of, to_unicode, weigh
from extractors.vietnamese.text import clean, raised

Holding = tuple[Element, str]
"""An element that holds blocks, and the container that its paragraphs name."""


def read(data: bytes, limits: Limits) -> Document:
    """The Word file's blocks, asides, notices and ledger; raises Unreadable, Encrypted or TooLarge."""
    with no_collection():
        return _Reading(open_package(data, limits)).document()


class _Reading:
    """One file: its stories read one after the other, its numbering and ledger kept over all of them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._weights: Counter[Encoding] = Counter()
        shown = partial(_shown, self._weights)
        self._builder = Builder(self._styles, Numbering(package.numbering, self._styles), shown, count(1), count(1))
        self._counts: Counter[str] = Counter(package.left_out)
        self._texts: list[tuple[AsideKind, str]] = []
        self._covered: list[Paragraph] = []

    def document(self) -> Document:
        """The whole file."""
        package = self._package
        body = self._story(package.main, [(el, "") for el in package.main.iterchildren(w.BODY)], USED)
        asides = [
            *self._margins(package.headers, AsideKind.HEADER),
            *self._margins(package.footers, AsideKind.FOOTER),
            *self._notes(package.footnotes, w.FOOTNOTE, w.FOOTNOTE_REFERENCE, "footnote"),
            *self._notes(package.endnotes, w.ENDNOTE, w.ENDNOTE_REFERENCE, "endnote"),
            *self._comments(),
            *self._left_out(),
        ]
        return Document(DOCX, None, tuple(body), tuple(asides), tuple(self._notices(asides)), lines(self._counts))

    def _story(self, root: Element, holders: Sequence[Holding], rule: str) -> list[Block]:
        """The blocks of one part of the file; its characters go to the ledger under the rule."""
        total = characters(root)
        if not holders:
            return self._nothing(root, total)
        looks = self._styles.used_in(root)
        pruned = prune(root, frozenset(i for i, look in looks.items() if look.hidden))
        fonts = {self._styles.paragraph(None).font, *(look.font for look in looks.values())}
        old = self._package.legacy_fonts or any(map(encoding_of, fonts))
        story = scan(root, [el for el, _name in holders], self._styles, legacy_fonts=old)
        self._weights.update(weigh(map(_pieces, story.parts)))
        self._builder.open()
        named = zip(story.holders, [name for _el, name in holders], strict=True)
        read_blocks = [block for holder, name in named for block in blocks(self._builder, holder, name)]
        joined, dropped = stitch(read_blocks)
        self._texts += pruned.texts
        self._covered += self._builder.covered
        self._account(root, total, pruned.characters + Counter({MARKUP_SPACE: story.trimmed}), dropped, rule)
        return joined

    def _nothing(self, root: Element, total: int) -> list[Block]:
        """No block: Word writes the parts of notes into papers that have none."""
        counts: Counter[str] = Counter()
        settle(root, total, counts)
        self._counts.update(counts)
        return []

    def _account(
        self, root: Element, total: int, counts: Counter[str], dropped: Sequence[Paragraph], rule: str
    ) -> None:
        builder = self._builder
        of_place = dict(builder.used) if dropped or builder.covered else {}
        repeated = sum(of_place[p.place] for p in dropped)
        covered = sum(of_place[p.place] for p in builder.covered)
        counts["repeated_header"] += repeated
        counts["covered_cell"] += covered
        counts["blank_paragraph"] += builder.blank
        counts[rule] += sum(n for _place, n in builder.used) - repeated - covered
        settle(root, total, counts)
        self._counts.update(counts)

    def _margins(self, roots: Iterable[Element], kind: AsideKind) -> Iterator[Aside]:
        for number, root in enumerate(roots, 1):
            for paragraph in _flat(self._story(root, [(root, f"{kind} {number}")], str(kind))):
                is_number = paragraph.text.strip(" -–").isdecimal()
                yield Aside(AsideKind.PAGE_NUMBER if is_number else kind, paragraph)

    def _notes(self, root: Element | None, tag: str, reference: str, name: str) -> list[Aside]:
        """The notes in the order in which the text refers to them; others are not on the paper."""
        if root is None:
            return []
        order = dict.fromkeys(el.get(w.ID) for el in self._package.main.iter(reference))
        notes = {el.get(w.ID): el for el in root.iterchildren(tag)}
        holders = [(notes[i], f"{name} {n}") for n, i in enumerate(order, 1) if i in notes]
        for el in list(root.iterchildren(tag)):
            if el.get(w.ID) not in order:
                self._counts["unreferenced_note"] += characters(el)
                root.remove(el)
        return [Aside(AsideKind.FOOTNOTE, p) for p in _flat(self._story(root, holders, name))]

    def _comments(self) -> list[Aside]:
        root = self._package.comments
        if root is None:
            return []
        holders = [(el, f"comment {n}") for n, el in enumerate(root.iterchildren(w.COMMENT), 1)]
        return [Aside(AsideKind.COMMENT, p) for p in _flat(self._story(root, holders, "comment"))]

    def _left_out(self) -> Iterator[Aside]:
        """Deleted and hidden text, kept apart."""
        for number, (kind, text) in enumerate(self._texts, 1):
            shown = clean(text)
            place = Place(None, f"{kind} text {number}", 1, 1)
            yield Aside(kind, Paragraph(shown, place, "" if shown == text else text))
        for paragraph in self._covered:
            yield Aside(AsideKind.HIDDEN, paragraph)

    def _notices(self, asides: Iterable[Aside]) -> Iterator[Notice]:
        hidden = [a.paragraph for a in asides if a.kind is AsideKind.HIDDEN and a.paragraph.text.strip()]
        if hidden:
            yield Notice("file.hidden_text", hidden[0].place, {"characters": sum(len(p.text) for p in hidden)})


def _shown(weights: Counter[Encoding], parts: list[Part]) -> str:
    """The text as the paper shows it: in Unicode, and in capitals where Word draws those."""
    return to_unicode(_pieces(parts), weights)


def _pieces(parts: Iterable[Part]) -> list[Piece]:
    return [Piece(_as_drawn(part), encoding_of(part.font)) for part in parts]


def _as_drawn(part: Part) -> str:
    """In capitals where Word draws those, a raised figure as one: the 1 of "98¹" is none of the number's."""
    text = part.text.upper() if part.capitals else part.text
    return raised(text) if part.raised else text


def _flat(found: list[Block]) -> Iterator[Paragraph]:
    return paragraphs_of(Document(DOCX, None, tuple(found)))
