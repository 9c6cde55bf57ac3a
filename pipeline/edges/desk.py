"""A desk: where a rehearsal writes instead of the workspace, and what each paper on it stands for."""

from __future__ import annotations

from pathlib import Path


class Desk:
    """Stand-ins for files and folders, in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stand_ins: dict[Path, Path] = {}

    def stand_in(self, path: Path) -> Path:
        """What is written in the path's place; always the same for the same path."""
        if path not in self._stand_ins:
            place = self.folder / str(len(self._stand_ins)) / path.name
            place.parent.mkdir()
            self._stand_ins[path] = place
        return self._stand_ins[path]

    def meant(self, path: Path) -> Path:
        """The path for which one on the desk stands; any other as it is."""
        for real, stand_in in self._stand_ins.items():
            if path.is_relative_to(stand_in):
                return real / path.relative_to(stand_in)
        return path

    def written(self) -> list[tuple[Path, Path]]:
        """Every file on the desk, with the path for which it stands."""
        stand_ins = self._stand_ins.values()
        files = [path for place in stand_ins for path in (place.rglob("*") if place.is_dir() else [place])]
        return sorted((path, self.meant(path)) for path in files if path.is_file())
