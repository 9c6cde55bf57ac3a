"""A workspace's own templates: copied out to be edited, used where they are, the program's where they are not."""

import shutil

import pytest
from docx import Document

from tests.pipeline.command import run, thidua
from tests.pipeline.papers import write_workspace

REPORT = "bao-cao-tong-ket-2022.docx"
WORDS = "Câu do thư ký thêm"
AS_OF = "2023-01-10"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = write_workspace(tmp_path_factory.mktemp("mẫu") / "khoi")
    assert run(root).returncode == 0
    return root


@pytest.fixture
def root(made, tmp_path):
    return shutil.copytree(made, tmp_path / "khoi")


def text(path):
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def edit(path):
    document = Document(str(path))
    document.add_paragraph(f"{WORDS}, {{{{ block.year }}}}.")
    document.save(str(path))


def test_the_edited_template_is_used_and_proved_and_taken_back(root):
    assert thidua(root, "templates").returncode == 0
    edit(root / "templates" / "year.docx")
    assert thidua(root, "report", "year", "--as-of", AS_OF).returncode == 0
    assert f"{WORDS}, 2022." in text(root / "reports" / REPORT)
    assert thidua(root, "verify", str(root / "reports" / REPORT)).returncode == 0

    (root / "templates" / "year.docx").unlink()
    assert thidua(root, "report", "year", "--as-of", AS_OF).returncode == 0
    assert WORDS not in text(root / "reports" / REPORT)


def test_an_edited_template_is_never_overwritten(root):
    thidua(root, "templates")
    edit(root / "templates" / "year.docx")
    before = (root / "templates" / "year.docx").read_bytes()
    assert thidua(root, "templates").returncode == 0
    assert (root / "templates" / "year.docx").read_bytes() == before


def test_a_dry_run_copies_nothing(root):
    told = thidua(root, "templates", "--dry-run")
    assert told.returncode == 0
    assert "year.docx" in told.stdout
    assert not (root / "templates").exists()


def test_without_a_workspace_nothing_is_copied(tmp_path):
    assert thidua(tmp_path, "templates").returncode == 2
    assert list(tmp_path.iterdir()) == []
