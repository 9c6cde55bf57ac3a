"""Tesseract inside this process, by tesserocr: no process and no file for each picture."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.formats.ocr.engine import FIGURES_LANGUAGE, LANGUAGE, Engine, Mode, Word

if TYPE_CHECKING:
    from PIL.Image import Image

_FOLDERS = ("/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata")
_WINDOWS = r"C:\Program Files\Tesseract-OCR\tessdata"
_SURE_ENOUGH = 2.0


class Library:
    """One loaded model for each language, for one thread."""

    def __init__(self, folder: Path, version: str) -> None:
        self.name = f"tesserocr {version}"
        self.threads = 1
        self._folder = folder
        self._models: dict[str, Any] = {}

    def words(self, pictures: Sequence[Image], mode: Mode, dpi: int) -> list[list[Word]]:
        """The words of each picture."""
        model = self._model(self._language(mode))
        model.SetPageSegMode(mode.segmentation)
        model.SetVariable("tessedit_char_whitelist", mode.characters)
        return [self._words(model, picture, dpi) for picture in pictures]

    def quarter_turns(self, picture: Image, dpi: int) -> int:
        """The turns by Tesseract's own finding; 0 where it is unsure or its `osd` data is missing."""
        if not (self._folder / "osd.traineddata").is_file():
            return 0
        model = self._model("osd")
        model.SetPageSegMode(0)
        model.SetImage(picture)
        model.SetSourceResolution(dpi)
        said = model.DetectOrientationScript() or {}
        if said.get("orient_conf", 0.0) < _SURE_ENOUGH:
            return 0
        return int(-said["orient_deg"] // 90 % 4)

    def _words(self, model: Any, picture: Image, dpi: int) -> list[Word]:
        from tesserocr import RIL, iterate_level

        model.SetImage(picture.convert("L"))
        model.SetSourceResolution(dpi)
        model.Recognize()
        found: list[Word] = []
        line = 0
        places = model.GetIterator()
        for place in iterate_level(places, RIL.WORD) if places else ():
            line += place.IsAtBeginningOf(RIL.TEXTLINE)
            box = place.BoundingBox(RIL.WORD)
            text = (place.GetUTF8Text(RIL.WORD) or "").strip() if box else ""
            if text:
                found.append(Word(text, place.Confidence(RIL.WORD), box, line))
        return found

    def _language(self, mode: Mode) -> str:
        has_figures = (self._folder / f"{FIGURES_LANGUAGE}.traineddata").is_file()
        return FIGURES_LANGUAGE if mode.characters and has_figures else LANGUAGE

    def _model(self, language: str) -> Any:
        from tesserocr import PyTessBaseAPI

        if language not in self._models:
            self._models[language] = PyTessBaseAPI(path=str(self._folder), lang=language)
        return self._models[language]


@cache
def find() -> Engine | None:
    """The library, None where it or its Vietnamese is missing."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tesserocr
    except ImportError:
        return None
    folder = next((f for f in _folders() if (f / f"{LANGUAGE}.traineddata").is_file()), None)
    return Library(folder, tesserocr.PyTessBaseAPI.Version()) if folder else None


def _folders() -> Iterator[Path]:
    """Where the language data may lie."""
    named = os.environ.get("TESSDATA_PREFIX")
    for folder in chain([named] if named else [], _FOLDERS, [_WINDOWS]):
        path = Path(folder)
        yield path
        if path.is_dir():
            yield from sorted(path.glob("*/tessdata"), reverse=True)
