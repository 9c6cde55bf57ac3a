"""`thidua review`: the queue on the command line and as a workbook, on a real workspace."""

import io
import re

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook

from pipeline.commands.group import thidua
from pipeline.commands.proving import PASSWORD
from pipeline.edges.database import open_store
from tests.pipeline.papers import GOOD, write_workspace, write_year_report

pytestmark = pytest.mark.usefixtures("english")

AS_OF = "2023-01-10"
PROOFS = "SELECT json_extract(detail, '$.proof') AS proof FROM events WHERE what = 'decide' ORDER BY event_id"
HOSTILE = '=HYPERLINK("http://xấu.vn")'


def write_contradiction(path):
    """A year report whose prose says 90,5 and whose table says 91,5."""
    write_year_report(path, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    document = Document(str(path))
    for paragraph in document.paragraphs:
        paragraph.text = paragraph.text.replace("91,5", "90,5")
    document.save(str(path))


@pytest.fixture
def root(tmp_path):
    root = write_workspace(tmp_path)
    write_contradiction(root / "inbox/syt.docx")
    done(root, "plan")
    done(root, "receive")
    done(root, "extract", "--jobs", "1")
    done(root, "check", "--as-of", AS_OF)
    return root


def run(root, *arguments, stdin=None, env=None):
    return CliRunner().invoke(thidua, ["-C", str(root), *arguments], input=stdin, env=env)


def done(root, *arguments):
    result = run(root, *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def rows(root, query):
    db = open_store(root / "thidua.db")
    found = list(db.query(query))
    db.close()
    return found


def test_what_needs_a_person_is_listed_decided_and_gone(root):
    assert "total_self_score" in done(root, "review", "list")
    assert "91.5" in done(root, "review", "show", "1", "total_self_score")
    done(root, "review", "correct", "1", "total_self_score", "91,5", "--reason", "theo bảng điểm", "--as-of", AS_OF)
    assert "total_self_score" not in done(root, "review", "list")
    (fact,) = rows(root, "SELECT value, status FROM audit_facts WHERE field = 'total_self_score'")
    assert fact == {"value": "91.5", "status": "corrected"}
    done(root, "verify")


def test_a_decision_outlives_the_next_check_and_can_be_taken_back(root):
    done(root, "review", "confirm", "1", "total_self_score", "--as-of", AS_OF)
    done(root, "check", "--as-of", AS_OF)
    (fact,) = rows(root, "SELECT status FROM audit_facts WHERE field = 'total_self_score'")
    assert fact["status"] == "confirmed"
    done(root, "review", "undo", "1", "--as-of", AS_OF)
    assert "total_self_score" in done(root, "review", "list")


def test_a_change_without_a_reason_is_refused_and_nothing_is_changed(root):
    result = run(root, "review", "correct", "1", "total_self_score", "91,5")
    assert result.exit_code == 2
    assert "reason" in result.output
    assert rows(root, "SELECT * FROM decisions") == []


@pytest.mark.parametrize("field", ["state", "replaces"])
def test_what_holds_no_value_is_not_confirmed(root, field):
    result = run(root, "review", "confirm", "1", field, "--reason", "đúng")
    assert result.exit_code == 2
    assert "confirm" in result.output
    assert rows(root, "SELECT * FROM decisions") == []


@pytest.mark.parametrize("field", ["state", "kind"])
def test_whether_a_paper_counts_and_what_it_is_cannot_be_nothing(root, field):
    assert run(root, "review", "correct", "1", field, "--reason", "không có").exit_code == 2
    assert rows(root, "SELECT * FROM decisions") == []


def test_a_finding_is_answered(root):
    (finding,) = rows(root, "SELECT finding_id FROM findings WHERE code = 'score.prose_mismatch'")
    number = str(finding["finding_id"])
    done(root, "review", "answer", number, "accepted", "--reason", "đơn vị đã giải trình", "--as-of", AS_OF)
    (finding,) = rows(root, "SELECT answer, answer_reason FROM audit_findings WHERE code = 'score.prose_mismatch'")
    assert finding == {"answer": "accepted", "answer_reason": "đơn vị đã giải trình"}


def filled(root, tmp_path, *cells):
    """The exported queue with columns I, J, K of the total's row filled in."""
    done(root, "review", "export", str(tmp_path / "cần xem.xlsx"))
    book = load_workbook(tmp_path / "cần xem.xlsx")
    sheet = book.active
    (at,) = [row[0].row for row in sheet.iter_rows(min_row=2) if row[12].value == "total_self_score"]
    for column, value in zip("IJK", cells, strict=True):
        sheet[f"{column}{at}"] = value
    book.save(tmp_path / "đã điền.xlsx")
    return str(tmp_path / "đã điền.xlsx")


@pytest.mark.parametrize(
    ("cells", "value", "status"),
    [
        (("đúng", None, None), "90.5", "confirmed"),
        (("sửa", "91,5", "cộng sai"), "91.5", "corrected"),
        (("sửa", 91.5, "cộng sai"), "91.5", "corrected"),
        ((None, "91,5", "cộng sai"), "91.5", "corrected"),
        (("không có", None, "chưa chấm"), None, "corrected"),
        ((None, None, None), "90.5", "needs_review"),
    ],
)
def test_the_queue_as_a_workbook_and_back(root, tmp_path, cells, value, status):
    done(root, "review", "import", filled(root, tmp_path, *cells), "--as-of", AS_OF)
    (fact,) = rows(root, "SELECT value, status FROM audit_facts WHERE field = 'total_self_score'")
    assert fact == {"value": value, "status": status}


def test_a_workbook_confirms_no_value_that_is_not_there(root, tmp_path):
    path = filled(root, tmp_path, None, None, None)
    book = load_workbook(path)
    sheet = book.active
    for at, field in enumerate(("state", "replaces"), sheet.max_row + 1):
        for column, value in zip("CILM", ("needs_review" if field == "state" else None, "đúng", 1, field), strict=True):
            sheet[f"{column}{at}"] = value
    book.save(path)
    result = run(root, "review", "import", path, "--as-of", AS_OF)
    assert result.exit_code == 2
    assert result.output.count("Row ") == 2
    assert rows(root, "SELECT * FROM decisions") == []


@pytest.mark.parametrize("cells", [("có lẽ", None, None), ("sửa", None, "lý do"), ("sửa", "91,5", None)])
def test_a_workbook_with_a_wrong_row_changes_nothing(root, tmp_path, cells):
    assert run(root, "review", "import", filled(root, tmp_path, *cells), "--as-of", AS_OF).exit_code == 2
    assert rows(root, "SELECT * FROM decisions") == []


def test_every_wrong_row_of_a_workbook_is_told_with_its_number(root, tmp_path):
    path = filled(root, tmp_path, "sửa", "không phải số", "cộng sai")
    book = load_workbook(path)
    sheet = book.active
    last = sheet.max_row + 1
    for column, value in zip("IJKLM", ("sửa", "91,5", None, 1, "signer_name"), strict=True):
        sheet[f"{column}{last}"] = value
    book.save(path)
    (first,) = [row[0].row for row in sheet.iter_rows(min_row=2) if row[12].value == "total_self_score"]
    told = run(root, "review", "import", path, "--as-of", AS_OF)
    assert told.exit_code == 2
    assert all(re.search(rf"(?:Dòng|Row) {row}: ", told.output) for row in (first, last)), told.output
    assert rows(root, "SELECT * FROM decisions") == []


def test_a_text_that_looks_like_a_formula_stays_text():
    from pipeline.edges.review_book import write_book
    from pipeline.edges.store_review import Asked, Item

    asked = Asked(1, 1, "subject", "", None, HOSTILE, HOSTILE)
    item = Item(1, "subject", HOSTILE, HOSTILE, "needs_review", "", 1, None, "", None, ())
    sheet = load_workbook(io.BytesIO(write_book([(asked, item)]))).active
    assert [cell.data_type for cell in (sheet["A2"], sheet["C2"], sheet["D2"])] == ["s", "s", "s"]


def test_the_second_person_proves_by_a_password_who_it_is(root):
    khoi = root / "khoi.toml"
    khoi.write_text(khoi.read_text(encoding="utf-8") + "\n[review]\nfour_eyes = true\n", encoding="utf-8")
    for name, more in (("minh", ()), ("lan2", ("--person", "lan"))):
        _account(root, name, "approver", *more)
    change = ("correct", "1", "total_self_score", "91,5", "--reason", "theo bảng", "--who", "lan", "--as-of", AS_OF)
    assert run(root, "review", *change, env={PASSWORD: "mật khẩu dài"}).exit_code == 2, "lan has no account"
    _account(root, "lan", "reviewer")
    assert "second person" in run(root, "review", *change, env={PASSWORD: "mật khẩu dài"}).output
    for who, password in (("lan", "mật khẩu dài"), ("lan2", "mật khẩu dài"), ("minh", "mật khẩu sai")):
        assert _approved(root, who, password).exit_code == 2
    assert _approved(root, "minh", "mật khẩu dài").exit_code == 0
    (fact,) = rows(root, "SELECT status FROM audit_facts WHERE field = 'total_self_score'")
    assert fact["status"] == "corrected"
    done(root, "verify")


def _account(root, name, role, *more):
    form = ("--role", role, "--password-file", "-", *more)
    added = run(root, "user", "add", name, *form, stdin="mật khẩu dài\n")
    assert added.exit_code == 0, added.output


def _proofs(root):
    return [row["proof"] for row in rows(root, PROOFS)]


def test_a_name_is_taken_at_its_word_only_while_there_is_no_account(root):
    done(root, "review", "confirm", "1", "number", "--who", "lan", "--as-of", AS_OF)
    assert _proofs(root) == ["unproven"]
    _account(root, "lan", "reviewer")
    _account(root, "chi", "reader")
    decide = ("review", "correct", "1", "number", "16/BC-SYT", "--reason", "gõ nhầm", "--as-of", AS_OF, "--who")
    for name, password in (("lan", None), ("lan", "sai hẳn rồi"), ("chi", "mật khẩu dài"), ("ai đó", "mật khẩu dài")):
        assert run(root, *decide, name, env={PASSWORD: password}).exit_code == 2, (name, password)
    assert _proofs(root) == ["unproven"]
    decided = run(root, *decide, "lan", env={PASSWORD: "mật khẩu dài"})
    assert decided.exit_code == 0, decided.output
    assert _proofs(root) == ["unproven", "password"]
    done(root, "verify")


@pytest.mark.parametrize("role", ["reader", "reviewer", "approver"])
@pytest.mark.parametrize("closed", [False, True])
def test_every_way_to_decide_asks_who_it_is(root, tmp_path, role, closed):
    book = filled(root, tmp_path, "đúng", None, None)
    done(root, "appraise", "export", str(tmp_path / "chấm.xlsx"), "--as-of", AS_OF)
    _account(root, "chi", role)
    if closed:
        done(root, "user", "close", "chi")
    ways = (
        ("review", "alias", "1", "Sở Y tế tỉnh", "syt"),
        ("review", "import", book),
        ("review", "answer", "1", "accepted", "--reason", "x"),
        ("review", "undo", "1"),
        ("appraise", "import", str(tmp_path / "chấm.xlsx")),
    )
    may = role != "reader" and not closed
    for way in ways:
        tried = run(root, *way, "--dry-run", "--who", "chi", "--as-of", AS_OF, env={PASSWORD: "mật khẩu dài"})
        assert ("account, or the password is wrong" in tried.output) is not may, (way, tried.output)


def _approved(root, who, password):
    form = ("--who", who, "--password-file", "-", "--as-of", AS_OF)
    return run(root, "review", "approve", "1", *form, stdin=f"{password}\n")
