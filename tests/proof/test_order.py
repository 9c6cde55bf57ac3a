"""Order does not matter: whatever arrives when, and whatever runs come between, the store tells the same in the end."""

import os
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline import run
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.standing import Standing
from tests.packed import zipped
from tests.pipeline.papers import LONG_AGO
from tests.proof.dump import canonical, differences
from tests.proof.size import sampled

SAMPLES = Path(__file__).parent.parent.parent / "samples"
DAY = date(2021, 1, 15)


def clock():
    """All arrive on one day: on which, and when, is no part of what is compared."""
    return "2021-01-04T08:00:00+07:00"


def arrivals():
    """Name -> bytes: a sample of each way in which papers belong together."""
    papers = {path.name: path.read_bytes() for path in sorted((SAMPLES / "inbox").rglob("*")) if path.is_file()}
    chosen = [name for name in papers if any(part in name for part in PARTS)]
    files = {name: papers[name] for name in chosen}
    first, second, third = chosen[0], chosen[1], chosen[2]
    files["gui lai/ban sao.docx"] = papers[first]
    files["gui lai/ban sao nua.docx"] = papers[first]
    files["ho so.zip"] = zipped({"trong goi.docx": papers[first], "goi.zip": zipped({"a.docx": papers[second]})})
    files["ho so (1).zip"] = files["ho so.zip"]
    files["hong.docx"] = papers[third][:5000]
    files["hong (1).docx"] = papers[third][:5000]
    files["skhcn/tep khong noi gi.docx"] = (SAMPLES / "tieu-chi.docx").read_bytes()
    files["sxd/tep khong noi gi.docx"] = files["skhcn/tep khong noi gi.docx"]
    files["thu.eml"] = mailed({"dinh kem.docx": papers[second]})
    return files


PARTS = ("SKHCN", "SNN", "SXD", "STTTT", "Giay moi")


def mailed(files):
    message = EmailMessage()
    message["From"], message["Subject"] = "Văn thư <vanthu@vidu.example>", "Gửi báo cáo"
    message.set_content("Xin gửi.")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary("ranh-gioi")
    return message.as_bytes()


FILES = arrivals()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY = tuple(FILES)
PAPERS = tuple(name for name in FILES if any(part in name for part in PARTS))


@pytest.fixture(scope="module")
def read():
    """Reads each content once: what a file says is a function of its bytes."""
    said = {}
    with local(1) as reader:

        def remembered(jobs, limits, roster):
            for job in jobs:
                if job.path.name not in said:
                    (said[job.path.name],) = filter(None, reader([job], limits, roster))
                yield replace(said[job.path.name], file_id=job.file_id)

        yield remembered


def arrive(root, names):
    for name in names:
        path = root / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FILES[name])
        os.utime(path, (LONG_AGO, LONG_AGO))


def run_once(root, read, *, reports):
    with opened(root, clock) as workspace:
        run.plan(workspace)
        run.receive(workspace)
        run.extract(workspace, read)
        standing = Standing(workspace, DAY)
        _ = standing.outcome
        if reports:
            standing.reports(())


def block(root):
    (root / "inbox").mkdir(parents=True)
    for name in ("khoi.toml", "ke-hoach.docx", "tieu-chi.docx"):
        shutil.copyfile(SAMPLES / name, root / name)
    return root


@st.composite
def histories(draw, names):
    """The files in any order, in batches after each of which the block is run."""
    order = draw(st.permutations(names))
    cuts = sorted(draw(st.sets(st.integers(1, len(names) - 1), max_size=3)))
    return [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(names)], strict=True)]


def proved(few, many):
    return settings(
        max_examples=sampled(few, many),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def said(reports):
    """Every text of every paper; the ids that a figure bears for `verify` are no part of it."""
    return [f"{path.name}: {text}" for path in sorted(reports.glob("*.docx")) for text in texts(path)]


def texts(path):
    with zipfile.ZipFile(path) as parts:
        root = etree.fromstring(parts.read("word/document.xml"))
    paragraphs = ("".join(p.itertext(f"{W}t")) for p in root.iter(f"{W}p"))
    return [f"{number} {text}" for number, text in enumerate(paragraphs) if text]


@pytest.fixture(scope="module")
def told(read, tmp_path_factory):
    """What the store tells after a history of arrivals."""

    def of(history):
        root = block(tmp_path_factory.mktemp("order") / "block")
        for batch in history:
            arrive(root, batch)
            run_once(root, read, reports=batch is history[-1])
        dump = {**canonical(root), "audit_reports": said(root / "reports")}
        shutil.rmtree(root)
        return dump

    return of


@pytest.fixture(scope="module")
def all_at_once(told):
    """The same where they all came at once."""
    dumps = {names: told([list(names)]) for names in (EVERY, PAPERS)}

    def of(names):
        return dumps[names]

    return of


@proved(3, 80)
@given(histories(EVERY))
def test_any_order_of_arrival_tells_the_same(told, all_at_once, history):
    """In a report a paper bears the name under which its bytes came first: those are left out here."""
    expected, found = all_at_once(EVERY), told(history)
    assert differences(without_reports(expected), without_reports(found)) == []


@proved(2, 40)
@given(histories(PAPERS))
def test_without_copies_every_report_says_the_same(told, all_at_once, history):
    assert differences(all_at_once(PAPERS), told(history)) == []


def without_reports(dump):
    return {view: rows for view, rows in dump.items() if view != "audit_reports"}
