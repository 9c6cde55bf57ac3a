"""On what kind of disk a folder lies: SQLite keeps its promises only on a disk of this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

TABLE = Path("/proc/self/mountinfo")

SHARES = re.compile(
    r"""
    nfs4? | cifs | smb[0-9]? | smbfs | afs | ceph | glusterfs | lustre | ncpfs | coda | davfs | vboxsf
    | fuse\. (?: sshfs | rclone | s3fs | smbnetfs | davfs2? | glusterfs(?:-fuse)? | ceph(?:-fuse)? | gvfsd-fuse
              | vmhgfs-fuse | google-drive-ocamlfuse | onedriver )
    """,
    re.VERBOSE,
)
"""File systems of other machines, as the mount table names them."""

_FAR_9P = re.compile(r"\b(?:aname=drvfs|trans=tcp)\b")
"""`9p` is also a container's own disk; these say Windows' drives under WSL, and another machine."""

_ESCAPE = re.compile(r"\\([0-7]{3})")


def share(folder: Path) -> str | None:
    """The kind of network share that the folder lies on; None on a disk of this machine, or where nobody tells."""
    real = folder.resolve()
    if os.name == "nt":
        return _remote_drive(real)
    try:
        table = TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return share_in(table, PurePosixPath(real))


def share_in(table: str, path: PurePosixPath) -> str | None:
    """The same by the text of a mount table as Linux writes it (proc(5), mountinfo)."""
    found: tuple[int, str | None] = (-1, None)
    for line in table.splitlines():
        mount, _dash, system = line.partition(" - ")
        point = PurePosixPath(_ESCAPE.sub(lambda octal: chr(int(octal[1], 8)), mount.split(" ")[4]))
        if path.is_relative_to(point) and len(point.parts) >= found[0]:
            found = len(point.parts), _kind(*system.split(" ", 1))
    return found[1]


def _kind(system: str, rest: str = "") -> str | None:
    """The file system where it is a share's, else None."""
    return system if SHARES.fullmatch(system) or (system == "9p" and _FAR_9P.search(rest)) else None


def _remote_drive(path: Path) -> str | None:
    """The drive where Windows says that it is another machine's (type 4), or where it has no letter."""
    import ctypes

    if path.drive.startswith("\\\\"):
        return path.drive
    windows = getattr(ctypes, "windll")  # noqa: B009 -- not there where the types are checked
    return path.drive if windows.kernel32.GetDriveTypeW(f"{path.drive}\\") == 4 else None
