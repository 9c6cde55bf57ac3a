"""Hostile files: each ends within its time and memory with a stated reason, and harms nobody else."""

import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.records import Limits
from pipeline.edges.workers import Job, Said, local
from tests.packed import zipped
from tests.pipeline.command import thidua
from tests.pipeline.papers import aged
from tests.pipeline.reading import read_through
from tests.proof.blocks import AS_OF, small_block
from tests.proof.hostile.files import HOSTILE, READ
from tests.proof.hostile.mails import attachment
from tests.proof.hostile.packages import good, parts, word
from tests.proof.size import sampled

LIMITS = Limits(seconds=60, stalled_seconds=30, memory_bytes=1_500_000_000)
SLOW = {
    "bomb.docx", "many-paragraphs.docx", "rows.docx", "zeros.zip", "flate.pdf", "forms.pdf", "pages.pdf",
    "too-many-pages.pdf", "rows.xlsx", "parts.eml",
}  # fmt: skip
NAMES = [name for name in HOSTILE if name not in sampled(1, 0) * list(SLOW)]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    """What each hostile file came to, a good one read after each."""
    folder = tmp_path_factory.mktemp("hostile")
    jobs = []
    for name in NAMES:
        path = folder / name
        path.write_bytes(HOSTILE[name][0]())
        (folder / f"after {name}").write_bytes(good())
        jobs += [Job(len(jobs), path), Job(len(jobs) + 1, folder / f"after {name}")]
    with local(2) as read:
        return {job.path.name: one for job, one in zip(jobs, read_through(read, jobs, LIMITS), strict=True)}


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_ends_with_a_stated_reason(name: str, said: dict[str, Said]) -> None:
    one = said[name]
    assert one.code == HOSTILE[name][1], one.reason
    assert (one.extraction is None) == (one.code != READ)
    assert one.reason or one.code == READ


def test_the_others_are_unharmed(said: dict[str, Said]) -> None:
    read = {one.extraction for name, one in said.items() if name.startswith("after ")}
    assert len(read) == 1
    assert None not in read


def evil_inbox(root: Path) -> set[str]:
    """Puts hostile files and names into the inbox; the names that no file of them may ever be written under."""
    inbox = root / "inbox"
    names = [
        "half.docx",
        "laughs.docx",
        "odd.xlsx",
        "loop.pdf",
        "locked.pdf",
        "nested.zip",
        "overlapping.zip",
        "noise.bin",
    ]
    for name in names:
        (inbox / name).write_bytes(HOSTILE[name][0]())
    climbing = {"../../climbed.docx": good(), "/absolute.docx": good() + b" ", "..\\..\\back.docx": good() + b"  "}
    (inbox / "climb.zip").write_bytes(zipped(climbing))
    (inbox / "climb.eml").write_bytes(attachment(good() + b"   ", "../../climbed-mail.docx"))
    (inbox / "x\n\"'\x1b[31m; rm -rf ..docx").write_bytes(good() + b"    ")
    (inbox / ("d" * 240 + ".docx")).write_bytes(good() + b"     ")
    (inbox / "link.docx").symlink_to("/etc/passwd")
    (inbox / "around").symlink_to("..")
    return {"climbed.docx", "absolute.docx", "back.docx", "climbed-mail.docx"}


def test_a_run_over_a_hostile_inbox_loses_nothing_and_leaves_it(tmp_path: Path) -> None:
    root = small_block(tmp_path / "khối")
    never = evil_inbox(root)
    aged(root)
    done = thidua(root, "run", "--as-of", AS_OF, "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        kept = dict(db.execute("SELECT file_name, state FROM audit_files"))
        accepted = db.execute(
            "SELECT count(*) FROM audit_documents WHERE number IN ('9/BC-SCT', '15/BC-SYT')"
        ).fetchone()
        reasons = db.execute("SELECT count(*) FROM audit_files WHERE state = 'quarantined' AND reason = ''").fetchone()
    assert {path.name for path in tmp_path.rglob("*")} & never == set()
    assert {name for name in kept if name.startswith("climb.zip/")} == {
        "climb.zip/climbed.docx", "climb.zip/absolute.docx", "climb.zip/back.docx",
    }  # fmt: skip
    assert "climb.eml/climbed-mail.docx" in kept
    assert not any("link" in name or "around" in name for name in kept)
    assert (accepted[0], reasons[0]) == (2, 0)
    assert "\x1b" not in done.stdout + done.stderr
    assert thidua(root, "verify").returncode == 0


FAR = 'Target="http://192.0.2.1/{}" TargetMode="External"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def calling_home() -> bytes:
    """A report with a template, a picture and a link that lie on another machine."""
    held = parts(good())
    links = "".join(
        f'<Relationship Id="far{kind}" Type="{OFFICE}/{kind}" {FAR.format(kind)}/>'
        for kind in ("attachedTemplate", "image", "hyperlink", "header", "footnotes", "oleObject", "subDocument")
    )
    name = "word/_rels/document.xml.rels"
    return zipped({**held, name: held[name].replace(b"</Relationships>", links.encode() + b"</Relationships>")})


WATCHED = """
    import sys
    from pathlib import Path
    from extractors.errors import ExtractionError
    from extractors.extraction import extract, read

    FETCHING = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "subprocess.Popen"}

    def watch(event, arguments):
        asked = repr(arguments)
        if event in FETCHING or (event == "open" and "passwd" in asked):
            print("FETCHED", event, asked)

    sys.addaudithook(watch)
    try:
        print("read", len(extract(read(Path(sys.argv[1]).read_bytes())).facts))
    except ExtractionError as error:
        print(error.code)
"""


@pytest.mark.parametrize(("name", "answer"), [("home.docx", "read"), ("outside.docx", "file.unreadable")])
def test_nothing_is_fetched_whatever_a_file_asks_for(tmp_path: Path, name: str, answer: str) -> None:
    path = tmp_path / name
    path.write_bytes(calling_home() if name == "home.docx" else HOSTILE[name][0]())
    command = [sys.executable, "-c", textwrap.dedent(WATCHED), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith(answer), done.stderr
    assert "FETCHED" not in done.stdout


UNREAD = {name for name in parts(good()) if not name.startswith(("word/", "_rels/"))} | {
    f"word/{name}.xml" for name in ("settings", "webSettings", "fontTable", "theme/theme1", "stylesWithEffects")
}
"""Parts that no reader looks into."""


@pytest.mark.parametrize("part", sorted(name for name in parts(good()) if name.endswith((".xml", ".rels"))))
def test_a_document_type_is_refused_wherever_it_would_be_read(part: str) -> None:
    from extractors.errors import Unreadable
    from extractors.extraction import extract, read

    doctype = b'<!DOCTYPE x [<!ENTITY n "9">]>'
    data = word(lambda content: content.replace(b"?>", b"?>" + doctype, 1), part)
    assert doctype in parts(data)[part]
    if part in UNREAD:
        assert extract(read(data)).facts == extract(read(good())).facts
    else:
        with pytest.raises(Unreadable, match="document type"):
            read(data)


def test_more_than_may_be_kept_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.docx"
    path.write_bytes(good())
    with local(1) as read:
        (one,) = read_through(read, [Job(1, path)], replace(LIMITS, output_bytes=100))
    assert (one.code, one.extraction) == ("file.too_large", None)
