"""A file that does not fit on the disk waits, named with what it needs; it stops no other."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.pipeline.command import rows
from tests.proof.blocks import AS_OF, small_block

NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")
ON_A_SMALL_DISK = """
root=$0 disk=$1; shift
mount -t tmpfs -o size=24m tmpfs "$disk" && cp -a "$root/." "$disk" || exit 99
truncate -s 3G "$disk/inbox/a qua lon.docx" || exit 99
"$@"; code=$?
cp "$disk"/thidua.db* "$root"; exit $code
"""


def may_mount():
    if shutil.which("unshare") is None:
        return False
    done = subprocess.run([*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/tmp"], capture_output=True, check=False)
    return done.returncode == 0


pytestmark = pytest.mark.skipif(not may_mount(), reason="no right to mount a small disk")


def run_on_small_disk(root, disk):
    """The command in the workspace's copy on a disk of 24 MB, into whose inbox came 3 GB; the store is copied back."""
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "--lang", "en", "-C", str(disk)]
    command += ["run", "--as-of", AS_OF, "--jobs", "1"]
    return subprocess.run(
        [*NAMESPACE, "sh", "-c", ON_A_SMALL_DISK, str(root), str(disk), *command],
        capture_output=True, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False,
    )  # fmt: skip


def test_a_file_larger_than_the_free_disk_waits_and_stops_no_other(tmp_path):
    root, disk = small_block(tmp_path / "khoi"), tmp_path / "disk"
    disk.mkdir()
    done = run_on_small_disk(root, disk)
    assert done.returncode == 1, done.stderr
    assert "a qua lon.docx cannot be read (it needs 3222 MB; " in done.stderr
    assert f" MB are free on the disk of {disk / 'archive'})" in done.stderr
    assert rows(root, "SELECT count(*) FROM files WHERE file_name = 'a qua lon.docx'") == [(0,)]
    query = "SELECT count(*) FROM audit_documents WHERE number IN ('9/BC-SCT', '15/BC-SYT')"
    assert rows(root, query) == [(2,)]
