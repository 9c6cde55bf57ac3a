"""Where the templates and the samples lie: inside the installed package, or beside it in a checkout.

A workspace may have Word templates of its own, which then stand for those of the same name.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def folder(name: str) -> Path:
    """The folder "templates" or "samples" that came with this program."""
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


TEMPLATES = "templates"


def template_folder(root: Path, name: str) -> Path:
    """The folder in which the template lies: the workspace's own where it has one of that name."""
    own = root / TEMPLATES
    return own if (own / name).is_file() else folder(TEMPLATES)


def template_files(root: Path) -> list[Path]:
    """Every template file, the program's and then the workspace's own, each by name."""
    folders = (folder(TEMPLATES), root / TEMPLATES)
    return [path for place in folders if place.is_dir() for path in sorted(place.iterdir()) if path.is_file()]
